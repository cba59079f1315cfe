import type { Clock } from "../shared/clock.js";
import type { PositionState, TermsBook } from "./accrual-model.rules.js";
import type { Suspect } from "./verify-checks.rules.js";
import { accountTasks } from "./verify-accounts.js";
import { countBlockRows } from "./verify-block.queries.js";
import { blockTasks } from "./verify-blocks.js";
import { readAttached, readLanes, LOWEST_ID } from "./verify-cut.queries.js";
import { readAllPositions, readDetachedAccruals } from "./verify-position.queries.js";
import { readDetachedTotals, readVerifiedPositions } from "./verify-position.queries.js";
import type { LaneCut } from "./verify-cut.queries.js";
import { VerifyFindings } from "./verify-findings.js";
import { laneTasks } from "./verify-lanes.js";
import { keepVerified } from "./verify-mark.queries.js";
import { Recomputation } from "./verify-position.rules.js";
import type { Contribution } from "./verify-position.rules.js";
import type { VerifyProgress, VerifyReport } from "./verify-report.js";
import type { VerifyRun } from "./verify-run.js";
import { inSnapshot, prepareVerifySession } from "./verify-session.queries.js";
import type { VerifySession } from "./verify-session.queries.js";
import { leftoverTasks, sumTasks } from "./verify-totals.js";
import { runTasks } from "./verify-workers.js";
import type { VerifyTask } from "./verify-workers.js";

/** Looks at rows of a room that rests on the ledger; answers what is wrong with them. */
export type VerifyCheck = (on: VerifySession) => Promise<Suspect[]>;

export interface VerifyOptions {
  /** Opens a connection without a time limit; the verification ends it. */
  connect(): Promise<VerifySession>;
  /** The contracts, as the posting lanes read them. */
  loadTerms(on: VerifySession): Promise<TermsBook>;
  clock: Clock;
  /**
   * Goes on from the last verified blocks: the newer blocks, the accounts, holds, reversals and
   * positions that they touched, and the sums of all balances. What is older is taken for granted.
   */
  since?: boolean;
  /**
   * Verifies no more than what settlements rest on: that positions are what all transactions come
   * to, and `checks`. Nothing is kept for `since`.
   */
  settlementsOnly?: boolean;
  /** What else has to hold, by rooms that know more. Each sees one moment. */
  checks?: readonly VerifyCheck[];
  /** How many connections read at once; another one plans. */
  workers?: number;
  /** Rows that a connection takes at once, about: they are in memory together. */
  partRows?: number;
  onProgress?(progress: VerifyProgress): void;
  /** Ends the verification; it then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Reads at once unless told otherwise: half of the cores of a small machine. */
const DEFAULT_WORKERS = 2;
const DEFAULT_PART_ROWS = 8_000;
const PAGE_PARTNERS = 500;

interface Beginning {
  run: VerifyRun;
  positions: PositionState[];
}

/**
 * Replays the ledger's invariants on a live database, while posting goes on: it takes no locks, and
 * each of its parts sees the ledger at a moment of its own. It verifies the blocks that were
 * committed when it began; where all is well it keeps up to where, for `since`. Everything wrong is
 * in the report: it throws only where the database cannot be read.
 */
export async function verifyLedger(options: VerifyOptions): Promise<VerifyReport> {
  const count = (options.workers ?? DEFAULT_WORKERS) + 1;
  const opened = await Promise.allSettled(Array.from({ length: count }, () => options.connect()));
  const sessions = opened.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
  try {
    const failed = opened.find((end) => end.status === "rejected");
    if (failed) throw failed.reason;
    for (const session of sessions) await prepareVerifySession(session);
    const [planner, ...workers] = sessions;
    if (!planner) throw new Error("A verification needs a connection");
    return await verify(options, planner, workers);
  } finally {
    await Promise.allSettled(sessions.map((session) => session.end()));
  }
}

async function verify(
  options: VerifyOptions,
  planner: VerifySession,
  workers: VerifySession[],
): Promise<VerifyReport> {
  const { clock, signal } = options;
  const { run, positions } = await begin(options, planner);
  const onDone = await progressOf(run, planner, options);
  await runTasks(workers, tasksOf(run, planner, options.checks ?? []), { signal, onDone });
  run.findings.note(run.recomputation.check(positions));
  run.findings.count({ positions: positions.length });
  const report = reportOf(run);
  if (report.clean && !run.settlementsOnly) {
    const recomputed = run.recomputation.positions(positions);
    await keepVerified(planner, headsOf(run), { positions: recomputed, now: clock.now() });
  }
  return report;
}

/** What a verification begins with, as of one moment. */
async function begin(options: VerifyOptions, planner: VerifySession): Promise<Beginning> {
  const { since = false, settlementsOnly = false, partRows = DEFAULT_PART_ROWS } = options;
  const cut = await inSnapshot(planner, async () => ({
    lanes: await readLanes(planner),
    positions: await readAllPositions(planner),
    verified: since ? await readVerifiedPositions(planner) : [],
    attached: await readAttached(planner),
  }));
  // Read after the cut: a contract that is newer than that covers none of its transactions.
  const recomputation = new Recomputation(await options.loadTerms(planner));
  if (since) recomputation.begin(cut.verified);
  else await addDetached(recomputation, planner);
  const lanes = new Map(cut.lanes.map((lane) => [lane.lane, { ...lane, ...rangeOf(lane, since) }]));
  const { attached, positions } = cut;
  const findings = new VerifyFindings();
  return {
    run: { findings, lanes, attached, recomputation, since, settlementsOnly, partRows },
    positions,
  };
}

function rangeOf({ head, verified }: LaneCut, since: boolean): { from: number; upto: number } {
  return { from: since ? verified.sequence : 0, upto: head?.sequence ?? 0 };
}

async function addDetached(to: Recomputation, planner: VerifySession): Promise<void> {
  for (const [accountId, amount] of await readDetachedAccruals(planner)) {
    to.addAccrued(accountId, amount);
  }
  for (let after = LOWEST_ID; ;) {
    const totals = await readDetachedTotals(planner, after, PAGE_PARTNERS);
    for (const total of totals) to.add(total, detachedRow(total));
    const last = totals.at(-1);
    if (!last) return;
    after = last.partnerId ?? "";
  }
}

function detachedRow({ partnerId, currency, type }: Contribution): { table: string; row: string } {
  const row = `partner_id ${partnerId}, currency ${currency}, type ${type}`;
  return { table: "detached_total", row };
}

async function* tasksOf(
  run: VerifyRun,
  planner: VerifySession,
  checks: readonly VerifyCheck[],
): AsyncGenerator<VerifyTask> {
  for (const check of checks) {
    const look = async (on: VerifySession) =>
      run.findings.note(await inSnapshot(on, () => check(on)));
    yield { rows: 0, run: look };
  }
  if (run.settlementsOnly) return yield* blockTasks(run, planner);
  yield* sumTasks(run);
  yield* laneTasks(run);
  yield* blockTasks(run, planner);
  if (run.since) return;
  yield* accountTasks(run, planner);
  yield* leftoverTasks(run);
}

async function progressOf(run: VerifyRun, planner: VerifySession, options: VerifyOptions) {
  const { transactions, transfers } = await countBlockRows(planner, [...run.lanes.values()]);
  // Entries are gone through once more, account by account.
  const accounts = run.since || run.settlementsOnly ? 0 : 2 * transfers;
  const total = transactions + transfers + accounts;
  let done = 0;
  options.onProgress?.({ done, total });
  return (rows: number) => {
    done += rows;
    // Posting goes on: at the end there may be more than there was at the beginning.
    options.onProgress?.({ done: Math.min(done, total), total });
  };
}

function headsOf({ lanes }: VerifyRun) {
  return [...lanes.values()].flatMap(({ lane, head }) => (head ? [{ lane, ...head }] : []));
}

function reportOf({ findings, lanes }: VerifyRun): VerifyReport {
  const faults = findings.faults();
  const { counts, currencies, notProvable } = findings;
  return {
    clean: faults.length === 0,
    faults,
    counts,
    currencies,
    notProvable,
    lanes: [...lanes.values()].map(({ lane, from, upto }) => ({ lane, from, upto })),
  };
}
