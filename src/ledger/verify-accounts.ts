import { readEntries, readSpanEntries } from "./verify-account.queries.js";
import type { EntryPlace, EntryRange, VersionSpan } from "./verify-account.queries.js";
import type { WrongEntry } from "./verify-account.queries.js";
import { countMoved, findStaleRows, findUnbacked } from "./verify-account-row.queries.js";
import { findUnmoved, findWrongTotals } from "./verify-account-row.queries.js";
import { readAccountsAfter, readVersionAfter } from "./verify-account-row.queries.js";
import type { WrongAccount } from "./verify-account-row.queries.js";
import type { StoredTransfer } from "./verify-block.queries.js";
import { orderOf } from "./verify-checks.rules.js";
import type { CheckName, Suspect } from "./verify-checks.rules.js";
import type { VerifyRun } from "./verify-run.js";
import { inSnapshot } from "./verify-session.queries.js";
import type { VerifySession } from "./verify-session.queries.js";
import type { VerifyTask } from "./verify-workers.js";

/** Postgres goes through entries, one after another: its parts may be larger. */
const ENTRIES_PER_ROW = 12;
/** Accounts that are read at once to make tasks of. */
const PAGE_ACCOUNTS = 5_000;

const MIN_BIGINT = -(2n ** 63n);
const MAX_BIGINT = 2n ** 63n - 1n;

/** Verifies all entries, in the order of accounts and versions, and all accounts' rows. */
export async function* accountTasks(
  run: VerifyRun,
  planner: VerifySession,
): AsyncGenerator<VerifyTask> {
  let from: EntryPlace = { accountId: MIN_BIGINT, version: 1n };
  for await (const before of cutsOf(planner, run.partRows * ENTRIES_PER_ROW)) {
    yield rangeTask(run, { from, before });
    from = before;
  }
  yield rangeTask(run, { from, before: { accountId: MAX_BIGINT, version: MAX_BIGINT } });
}

/** Places that have about so many entries between one and the next. */
async function* cutsOf(planner: VerifySession, entries: number): AsyncGenerator<EntryPlace> {
  let sum = 0n;
  for (let after = MIN_BIGINT; ;) {
    const page = await readAccountsAfter(planner, after, PAGE_ACCOUNTS);
    for (const { accountId, version } of page) {
      if (sum > 0n && sum + version > BigInt(entries)) {
        yield { accountId, version: 1n };
        sum = 0n;
      }
      sum += version;
      if (version > BigInt(entries)) yield* cutsWithin(planner, accountId, entries);
    }
    const last = page.at(-1);
    if (!last) return;
    after = last.accountId;
  }
}

/** By its entries, not by its row: a row that claims more versions than there are is cut short. */
async function* cutsWithin(
  planner: VerifySession,
  accountId: bigint,
  entries: number,
): AsyncGenerator<EntryPlace> {
  for (let version = 1n; ;) {
    const next = await readVersionAfter(planner, { accountId, version }, entries);
    if (next === null) return;
    yield { accountId, version: next };
    version = next;
  }
}

function rangeTask(run: VerifyRun, range: EntryRange): VerifyTask {
  const task = { rows: 0 };
  return Object.assign(task, {
    run: async (on: VerifySession) => {
      task.rows = await inSnapshot(on, () => verifyRange(run, range, on));
    },
  });
}

async function verifyRange(
  { findings, attached }: VerifyRun,
  range: EntryRange,
  on: VerifySession,
): Promise<number> {
  const detached = attached.since !== null;
  const { entries, ended, wrong } = await readEntries(on, range, detached);
  findings.note(wrong.flatMap(suspectsOf));
  // The accounts that end in this range; the last one goes on in the next.
  const accounts: [bigint, bigint] = [range.from.accountId, range.before.accountId];
  const moved = await countMoved(on, accounts);
  const unbacked = moved === ended ? [] : await findUnbacked(on, accounts, attached.since);
  findings.note(unbacked.map((account) => wrongRow(account, "entries that lead to it")));
  const unmoved = await findUnmoved(on, accounts);
  findings.note(unmoved.map((account) => wrongRow(account, "nothing, as it has no entries")));
  findings.note((await findWrongTotals(on, accounts)).map(wrongTotal));
  findings.count({ entries, accounts: moved });
  return entries;
}

function wrongTotal(total: Awaited<ReturnType<typeof findWrongTotals>>[number]): Suspect {
  const { accountId, ...rest } = total;
  return { check: "account-totals", table: "account_total", order: orderOf(accountId), ...rest };
}

/** Verifies the entries of some transfers as parts of their accounts' histories. */
export async function checkAccountsOf(
  { findings, attached }: VerifyRun,
  transfers: readonly StoredTransfer[],
  on: VerifySession,
): Promise<void> {
  const spans = spansOf(transfers);
  const seen = await readSpanEntries(on, spans, attached.since !== null);
  findings.note(seen.wrong.flatMap(suspectsOf));
  const accountIds = spans.map(({ accountId }) => accountId);
  for (const { expected, ...account } of await findStaleRows(on, accountIds)) {
    findings.note([wrongRow(account, expected)]);
  }
  findings.count({ entries: 2 * transfers.length, accounts: spans.length });
}

/** From the first to the last of the versions that transfers made on each account. */
function spansOf(transfers: readonly StoredTransfer[]): VersionSpan[] {
  const spans = new Map<string, VersionSpan>();
  const add = (accountId: string, version: number) => {
    const { from = version, upto = version } = spans.get(accountId) ?? {};
    const span = { from: Math.min(from, version), upto: Math.max(upto, version) };
    spans.set(accountId, { accountId, ...span });
  };
  for (const { debit, debitVersion, credit, creditVersion } of transfers) {
    add(debit, debitVersion);
    add(credit, creditVersion);
  }
  return [...spans.values()];
}

function wrongRow({ id, found }: WrongAccount, expected: string): Suspect {
  const order = orderOf(id);
  return { check: "account-row", table: "account", row: `id ${id}`, order, expected, found };
}

function suspectsOf(entry: WrongEntry): Suspect[] {
  const { account_id: accountId, version, transfer_id: transferId } = entry;
  const row = `account_id ${accountId}, version ${version}, transfer_id ${transferId}`;
  const order = orderOf(accountId < 0n ? 0n : accountId, version < 0n ? 0n : version);
  return judgements(entry).flatMap(([isWrong, check, expected, found]): Suspect[] => {
    if (!isWrong) return [];
    const isRow = check === "account-row";
    const at = isRow ? { table: "account", row: `id ${accountId}` } : { table: "entry", row };
    return [{ check, ...at, order, expected, found }];
  });
}

type Judgement = [isWrong: boolean, check: CheckName, expected: string, found: string];

function judgements(entry: WrongEntry): Judgement[] {
  const { version, v, b, t, amount, balance_after: after, posted_at: postedAt } = entry;
  const next = entry.first ? 1n : (v ?? 0n) + 1n;
  return [
    [entry.bad_version, "version-order", `version ${next}`, `version ${version}`],
    [
      entry.bad_posting,
      "posting-order",
      `posted_at from ${t?.toISOString()} on`,
      `posted_at ${postedAt.toISOString()}`,
    ],
    [
      entry.bad_balance,
      "running-balance",
      `balance_after ${b + amount}, which is ${b} and its amount ${amount}`,
      `balance_after ${after}`,
    ],
    [entry.bad_pending, "transfer-pending", "nothing pending changed", "what is pending changed"],
    [entry.bad_account, "entry-account", "an account of that id", "none"],
    [
      entry.bad_floor,
      "floor",
      `at least ${entry.floor_minor} available`,
      `${entry.available} available`,
    ],
    [
      entry.bad_row,
      "account-row",
      `version, balance, pending and time ${entry.has_row}`,
      entry.must_row,
    ],
  ];
}
