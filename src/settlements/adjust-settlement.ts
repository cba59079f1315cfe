import type { CommandContext } from "../shared/commands/command-context.js";
import { expectVersion } from "../shared/commands/expect-version.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { MAX_AMOUNT_MINOR } from "../shared/money.js";
import { insertAdjustment } from "./adjustment.queries.js";
import { aloneAgain } from "./net-settlements.js";
import {
  AdjustmentNotAnAmount,
  LaterPeriodClosed,
  ReasonRequired,
  SettlementNotAdjustable,
} from "./settlement.errors.js";
import { SettlementAdjusted } from "./settlement.events.js";
import { isLaterClosed, updateSettlement, type SettlementRow } from "./settlement.queries.js";
import { payableOf, platformAccount } from "./settlement-account.rules.js";
import { insertTransfers } from "./settlement-transfer.queries.js";
import { postSettlementTransfers } from "./post-settlement-transfers.js";
import { lockSettlement } from "./take-transition.js";

export interface AdjustSettlement extends CommandInput {
  settlementId: string;
  /** Positive is owed to the partner, in minor units of the settlement's currency. */
  amountMinor: bigint;
  reason: string;
  expectedVersion?: number | null;
}

/** Before it is reconciled, or while it is looked at again: never behind an approval. */
const ADJUSTABLE = ["CLOSED", "RECONCILED", "DISPUTED"];

/**
 * Corrects a settlement by an amount, with a reason: a transfer of its own in the ledger, what was
 * there stays. Whoever adjusts a settlement does not approve it.
 * @throws SettlementNotFound, VersionConflict, AdjustmentNotAnAmount, ReasonRequired,
 *   SettlementNotAdjustable, LaterPeriodClosed
 */
export async function adjustSettlement(
  ctx: CommandContext,
  input: AdjustSettlement,
): Promise<SettlementRow> {
  const { settlement, adjustmentId } = await decide(ctx, input);
  await postSettlementTransfers(ctx, [adjustmentId]);
  return settlement;
}

function decide(ctx: CommandContext, input: AdjustSettlement) {
  return runCommand<{ settlement: SettlementRow; adjustmentId: string }>(
    ctx,
    "adjustSettlement",
    input,
    async (work) => {
      assertAdjustment(input);
      const settlement = await lockSettlement(ctx, work, input.settlementId);
      expectVersion(settlement, input.expectedVersion);
      const { id, state, currency } = settlement;
      if (!ADJUSTABLE.includes(state)) throw new SettlementNotAdjustable(state);
      const { amountMinor, reason } = input;
      const adjustmentId = ctx.ids.next();
      const at = ctx.clock.now();
      const row = { id: adjustmentId, settlementId: id, amountMinor, currency, reason, at };
      await insertAdjustment(work.sql, row, ctx.actor);
      await queueTransfer(ctx, work, settlement, { adjustmentId, amountMinor });
      work.record(new SettlementAdjusted(id, adjustmentId, amountMinor, currency, reason));
      return { settlement: await adjusted(work, settlement, amountMinor), adjustmentId };
    },
  );
}

async function adjusted({ sql }: Work, settlement: SettlementRow, amountMinor: bigint) {
  const adjustmentsMinor = settlement.adjustmentsMinor + amountMinor;
  const dues = await aloneAgain(sql, { ...settlement, adjustmentsMinor });
  const carries = dues.carriedForwardMinor !== settlement.carriedForwardMinor;
  if (carries && (await isLaterClosed(sql, settlement))) throw new LaterPeriodClosed();
  return updateSettlement(sql, settlement, { adjustmentsMinor, ...dues });
}

async function queueTransfer(
  ctx: CommandContext,
  { sql }: Work,
  settlement: SettlementRow,
  { adjustmentId, amountMinor }: { adjustmentId: string; amountMinor: bigint },
): Promise<void> {
  const payable = payableOf(settlement);
  const other = platformAccount("SETTLEMENT_ADJUSTMENT", settlement.currency);
  const [debit, credit] = amountMinor > 0n ? [other, payable] : [payable, other];
  await insertTransfers(sql, [
    {
      id: ctx.ids.next(),
      settlementId: settlement.id,
      causeId: adjustmentId,
      code: "ADJUSTMENT",
      debit,
      credit,
      amountMinor: amountMinor > 0n ? amountMinor : -amountMinor,
      currency: settlement.currency,
      occurredAt: ctx.clock.now(),
    },
  ]);
}

function assertAdjustment({ amountMinor, reason }: AdjustSettlement): void {
  const size = amountMinor < 0n ? -amountMinor : amountMinor;
  if (size === 0n || size > MAX_AMOUNT_MINOR) throw new AdjustmentNotAnAmount(amountMinor);
  if (!reason.trim()) throw new ReasonRequired("adjusted");
}
