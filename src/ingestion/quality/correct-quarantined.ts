import type { CommandContext } from "../../shared/commands/command-context.js";
import { expectVersion } from "../../shared/commands/expect-version.js";
import { runCommand, type CommandInput } from "../../shared/commands/run-command.js";
import { InvalidInput } from "../../shared/input.errors.js";
import { MAX_AMOUNT_MINOR } from "../../shared/money.js";
import { assertReason } from "../activate-adapter.js";
import { amountMinorOf, assertUnicode } from "../transaction-input.rules.js";
import { recheckRow } from "./check-source.js";
import { findItem, lockAll } from "./find-items.js";
import { postReleased } from "./post-released.js";
import { QualityRuleFailed } from "./quarantine.errors.js";
import { QuarantineItemCorrected } from "./quarantine.events.js";
import { correctItem, type QuarantineRow } from "./quarantine.queries.js";
import { changedFields, changesMoney, type HeldRow } from "./quarantine.rules.js";

/** What is put right; what is left out stays as it came. */
export interface CorrectQuarantined extends CommandInput {
  itemId: string;
  externalId?: string | null;
  type?: string | null;
  direction?: "IN" | "OUT" | null;
  /** Major units, as a decimal; its currency goes with it. */
  amount?: string | null;
  currency?: string | null;
  occurredAt?: Date | null;
  counterparty?: string | null;
  reference?: string | null;
  /** Lets it pass although a rule of the source holds it; a second person has to agree. */
  ignoreRules?: boolean | null;
  reason: string;
  expectedVersion?: number | null;
}

/**
 * Puts an item right. Where money, its currency or its direction changes, or a rule is set aside,
 * it waits for a second person; else it is posted at once.
 * @throws QuarantineItemNotFound, QuarantineItemNotOpen, QualityRuleFailed, InvalidInput,
 *   VersionConflict
 */
export async function correctQuarantined(
  ctx: CommandContext,
  input: CorrectQuarantined,
): Promise<QuarantineRow> {
  const { itemId, reason } = input;
  const found = await findItem(ctx, itemId);
  const correction = correctedRow(found, input);
  const ignoresRules = input.ignoreRules === true;
  if (!ignoresRules) await assertGood(ctx, found.partnerId, correction);
  const waits = ignoresRules || changesMoney(found.row, correction);
  const fields = changedFields(found.row, correction);
  await runCommand(ctx, "correctQuarantined", input, async (work) => {
    assertReason(reason);
    const [item = found] = await lockAll(ctx, work, [itemId], ["OPEN"]);
    expectVersion(item, input.expectedVersion);
    const { id, name } = ctx.actor;
    const state = waits ? "AWAITING_APPROVAL" : "RELEASED";
    const by = { id, name };
    await correctItem(work.sql, itemId, { correction, ignoresRules, by, reason, state });
    const before = { ...found.row };
    work.noteChange({ what: "QuarantineItem", id: itemId, before, after: { ...correction } });
    work.record(new QuarantineItemCorrected(itemId, fields, ignoresRules, waits, reason));
  });
  if (!waits) await postReleased(ctx, [itemId]);
  return findItem(ctx, itemId);
}

/** @throws QualityRuleFailed */
export async function assertGood(
  ctx: CommandContext,
  partnerId: string,
  row: HeldRow,
): Promise<void> {
  const held = await recheckRow(ctx, partnerId, row);
  if (held !== null) throw new QualityRuleFailed(held.reason);
}

/** @throws InvalidInput, InvalidAmount, UnknownCurrency */
function correctedRow({ kind, row }: QuarantineRow, input: CorrectQuarantined): HeldRow {
  if (kind === "DOCUMENT") {
    throw new InvalidInput("A document is replayed or rejected, not corrected", ["itemId"]);
  }
  assertUnicode(input);
  const given = { ...input, occurredAt: input.occurredAt?.toISOString() };
  const field = <Name extends Exclude<keyof HeldRow, "amountMinor" | "currency">>(name: Name) =>
    (given[name] ?? row?.[name] ?? null) as HeldRow[Name] | null;
  return {
    externalId: needed("externalId", field("externalId")),
    type: needed("type", field("type")),
    direction: needed("direction", field("direction")),
    ...moneyOf(row, input),
    occurredAt: needed("occurredAt", field("occurredAt")),
    counterparty: field("counterparty"),
    reference: field("reference"),
  };
}

function moneyOf(
  row: HeldRow | null,
  { amount, currency: given }: CorrectQuarantined,
): Pick<HeldRow, "amountMinor" | "currency"> {
  const currency = needed("currency", given ?? row?.currency);
  const isAnother = row !== null && currency !== row.currency;
  if (isAnother && amount == null) {
    throw new InvalidInput('Another "currency" needs its "amount" as well', ["amount"]);
  }
  if (amount == null) return { currency, amountMinor: needed("amount", row?.amountMinor) };
  const amountMinor = amountMinorOf({ amount, currency });
  if (amountMinor > 0n && amountMinor <= MAX_AMOUNT_MINOR) {
    return { currency, amountMinor: amountMinor.toString() };
  }
  throw new InvalidInput('"amount" is above zero; "direction" says the way', ["amount"]);
}

function needed<T>(name: string, value: T | null | undefined): T {
  if (value !== null && value !== undefined) return value;
  throw new InvalidInput(`"${name}" is missing, and the line has none`, [name]);
}
