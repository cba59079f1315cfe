import { createHash } from "node:crypto";
import { ledgerService, settleItem, type LedgerService } from "../ledger/index.js";
import type { PositionConditions } from "../ledger/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import type { ContractPeriods } from "./contract-periods.rules.js";
import { currentBook } from "./current-book.js";
import { openPositions, positionsOf } from "./open-position.queries.js";
import type { PositionPeriod } from "./position-period.rules.js";
import { dueReleases, isOutdated, periodsToOpen } from "./position-upkeep.rules.js";
import { PositionNotSettled } from "./position.errors.js";

type Context = Pick<CommandContext, "services" | "clock">;
type Item = ReturnType<typeof settleItem>;

/** Positions that are settled at once, at the most. */
const CHUNK = 500;

/**
 * Opens the positions of periods that have begun and have a fixed fee or a guarantee, and settles
 * anew those open ones whose days or published rates have changed: of one contract, or of all. Any
 * number of hubs may run it at any time: each is done once. Answers how many there were.
 * @throws PositionNotSettled for the first that was refused, after all others, Overloaded
 */
export async function openPeriods(
  { services, clock }: Context,
  contractId: string | null = null,
): Promise<number> {
  const ledger = services.use(ledgerService);
  const book = await currentBook(ledger);
  const positions = await openPositions(ledger.sql, contractId);
  const byContract = Map.groupBy(positions, ({ contractId }) => contractId);
  const now = clock.now();
  const contracts = book.contracts().filter(isAsked(contractId));
  const items = contracts.flatMap((contract) => {
    const own = byContract.get(contract.contract.id) ?? [];
    const opened = new Set(own.map(({ periodStart }) => periodStart));
    const fresh = periodsToOpen(contract, opened, now);
    const outdated = own.flatMap(({ periodStart, conditions }) => {
      const period = contract.startingAt(periodStart);
      return period && isOutdated(conditions, period.conditions()) ? [period] : [];
    });
    return [
      ...fresh.map((period) =>
        itemFor(contract, period, { why: "open", at: period.period.startsAt }),
      ),
      ...outdated.map((period) =>
        itemFor(contract, period, { why: `renew:${digestOf(period.conditions())}`, at: now }),
      ),
    ];
  });
  await settleAll(ledger, items);
  return items.length;
}

/**
 * Releases the reserves whose time has come into the period that is open: of one contract, or of
 * all. Any number of hubs may run it at any time: each is released once. Answers how many there
 * were. @throws PositionNotSettled for the first that was refused, after all others, Overloaded
 */
export async function releaseReserves(
  { services, clock }: Context,
  contractId: string | null = null,
): Promise<number> {
  const ledger = services.use(ledgerService);
  const contracts = (await currentBook(ledger))
    .contracts()
    .filter(isAsked(contractId))
    .filter(holdsReserves);
  const ids = contracts.map(({ contract }) => contract.id);
  const positions = await positionsOf(ledger.sql, ids);
  const byContract = Map.groupBy(positions, ({ contractId }) => contractId);
  const now = clock.now();
  const items = contracts.flatMap((contract) =>
    dueReleases(contract, byContract.get(contract.contract.id) ?? [], now).map((due) => {
      const { into, clause, heldIn, heldVersion } = due;
      const why = `release:${digestOf(clause)}:${heldIn}:${heldVersion}`;
      return itemFor(contract, into, { why, at: now, releases: [{ clause, heldIn }] });
    }),
  );
  await settleAll(ledger, items);
  return items.length;
}

function isAsked(contractId: string | null) {
  return ({ contract }: ContractPeriods) => (contractId ?? contract.id) === contract.id;
}

function holdsReserves({ contract }: ContractPeriods): boolean {
  return contract.terms.versions.some(({ terms }) =>
    terms.clauses.some(({ kind }) => kind === "ROLLING_RESERVE"),
  );
}

function itemFor(
  { contract }: ContractPeriods,
  { periodStart }: PositionPeriod,
  what: { why: string; at: Date; releases?: { clause: string; heldIn: number }[] },
): Item {
  const { id: contractId, partnerId, currency } = contract;
  return settleItem({ contractId, partnerId, currency, periodStart, ...what });
}

/** Clauses have free text for a name, and conditions are long: what names them is short. */
function digestOf(content: string | PositionConditions): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}

async function settleAll({ engine }: LedgerService, items: readonly Item[]): Promise<void> {
  let refused: PositionNotSettled | undefined;
  for (let from = 0; from < items.length; from += CHUNK) {
    const groups = items.slice(from, from + CHUNK).map((item) => [item]);
    const { outcomes } = await engine.submit(groups);
    for (const outcome of outcomes.flat()) {
      if (outcome.status !== "REFUSED") continue;
      refused ??= new PositionNotSettled(outcome.code, outcome.reason);
    }
  }
  if (refused) throw refused;
}
