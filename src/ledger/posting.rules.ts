import { DomainError } from "../shared/errors.js";
import type { AccrualPlace, TermsBook } from "./accrual-model.rules.js";
import { postAccruals } from "./accrual.rules.js";
import { ExternalIdReused, LinkedTransactionFailed, RolledBackBefore } from "./ledger.errors.js";
import { captureHold, placeHold, postTransfers, voidHold } from "./posting-operations.rules.js";
import { reverse, rollBack } from "./posting-reversal.rules.js";
import { settlePosition } from "./posting-settle.rules.js";
import type { Posted } from "./posting-operations.rules.js";
import { assertInput } from "./posting-input.rules.js";
import { PostingWork } from "./posting-work.rules.js";
import { ROLLED_BACK_BEFORE } from "./posting-model.rules.js";
import type {
  LedgerState,
  Outcome,
  PostingGroup,
  PostingItem,
  PostingPlan,
} from "./posting-model.rules.js";

export interface PostingEnvironment {
  /** Milliseconds since the epoch. */
  now: number;
  /** A time-ordered id, greater than every one before it. */
  nextId: () => string;
  terms: Pick<TermsBook, "accrualOf" | "periodOf">;
}

/**
 * The one truth about money: what a batch does to the ledger. A pure function of the state it is
 * given; the lane reads and writes around it, and tests, verification and simulation call it too.
 */
export function post(
  state: LedgerState,
  groups: readonly PostingGroup[],
  env: PostingEnvironment,
): PostingPlan {
  try {
    return postTogether(new PostingWork(state, env.nextId), groups, env);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return postOneByOne(new PostingWork(state, env.nextId), groups, env);
  }
}

function postTogether(
  work: PostingWork,
  groups: readonly PostingGroup[],
  env: PostingEnvironment,
): PostingPlan {
  const outcomes = groups.map((group) => postGroup(work, group, env));
  postAccruals(work, env.terms);
  return work.plan(outcomes, env.now);
}

/** Where the accruals of a batch do not fit on their accounts, each group is tried with its own. */
function postOneByOne(
  work: PostingWork,
  groups: readonly PostingGroup[],
  env: PostingEnvironment,
): PostingPlan {
  const outcomes = groups.map((group) => {
    const mark = work.savepoint();
    const posted = postGroup(work, group, env);
    try {
      postAccruals(work, env.terms);
      return posted;
    } catch (error) {
      work.rollbackTo(mark);
      return refuseGroup(work, group, () => refusalOf(error));
    }
  });
  return work.plan(outcomes, env.now);
}

function postGroup(work: PostingWork, group: PostingGroup, env: PostingEnvironment): Outcome[] {
  const mark = work.savepoint();
  const outcomes: Outcome[] = [];
  for (const item of group) {
    const outcome = postItem(work, item, env);
    outcomes.push(outcome);
    if (outcome.status !== "REFUSED") continue;
    work.rollbackTo(mark);
    // The items beside the refused one did nothing wrong.
    const beside = refusalOf(new LinkedTransactionFailed());
    return refuseGroup(work, group, (index) =>
      outcomes[index]?.status === "REFUSED" ? outcomes[index] : beside,
    );
  }
  return outcomes;
}

/** Refuses a group that was taken back; what was known before stays known. */
function refuseGroup(
  work: PostingWork,
  group: PostingGroup,
  refusal: (index: number) => Outcome,
): Outcome[] {
  return group.map((item, index) => {
    const outcome = replayOf(work, item) ?? refusal(index);
    if (outcome.status !== "REFUSED") return outcome;
    work.refusals.push({ id: work.newId(), item, code: outcome.code, reason: outcome.reason });
    return outcome;
  });
}

/** @throws whatever is no refusal */
function refusalOf(error: unknown): Outcome {
  if (!(error instanceof DomainError)) throw error;
  return { status: "REFUSED", code: error.code, reason: error.message };
}

function replayOf(work: PostingWork, item: PostingItem): Outcome | undefined {
  const known = work.knownTransaction(item.identityKey);
  if (known?.contentHash !== item.contentHash) return undefined;
  return { status: "REPLAYED", transactionId: known.transactionId };
}

function postItem(work: PostingWork, item: PostingItem, env: PostingEnvironment): Outcome {
  const mark = work.savepoint();
  try {
    return tryItem(work, item, env);
  } catch (error) {
    work.rollbackTo(mark);
    return refusalOf(error);
  }
}

/** The checks are made in the order of ERROR_CODES; the first that fails is the answer. */
function tryItem(work: PostingWork, item: PostingItem, env: PostingEnvironment): Outcome {
  assertInput(item);
  const replay = replayOf(work, item);
  if (replay) return replay;
  const known = work.knownTransaction(item.identityKey);
  if (known?.contentHash === ROLLED_BACK_BEFORE) throw new RolledBackBefore();
  if (known) throw new ExternalIdReused(item.externalId);
  const firstEntry = work.entries.length;
  const own = countsByItself(item) ? env.terms.accrualOf(item) : null;
  const posted = operate(work, item, { ...env, countedIn: own?.period.periodStart ?? null });
  const place = own ?? placeOfUndone(item, posted, env);
  if (place) count(work, place, posted);
  work.transactions.push(posted.row);
  const transactionId = posted.row.id;
  work.set(work.known, item.identityKey, { transactionId, contentHash: item.contentHash });
  return { status: "POSTED", transactionId, entries: work.entries.slice(firstEntry) };
}

/** What undoes another counts where that counted, if at all. */
function countsByItself({ accrues, operation: { kind } }: PostingItem): boolean {
  return accrues && kind !== "REVERSAL" && kind !== "ROLLBACK" && kind !== "SETTLE";
}

function placeOfUndone(
  { accrues }: PostingItem,
  { undoes }: Posted,
  { terms }: PostingEnvironment,
): AccrualPlace | null {
  return accrues && undoes && undoes.countedIn !== null ? terms.accrualOf(undoes) : null;
}

/** What moves no money yet, or none any more, counts for nothing. @throws TooManyInputs */
function count(work: PostingWork, place: AccrualPlace, { row, counts, undoes }: Posted): void {
  if (counts.amountMinor === 0n && counts.count === 0n) return;
  const { period } = place;
  const { currency, occurredAt } = undoes ?? row.item;
  work.positions.add(place, place.additionsOf({ ...counts, currency, occurredAt }));
  work.positions.note({ period, transactionId: row.id, occurredAt: row.item.occurredAt });
  row.countedIn = period.periodStart;
}

function operate(
  work: PostingWork,
  item: PostingItem,
  { now, terms, countedIn }: PostingEnvironment & { countedIn: number | null },
): Posted {
  const { operation } = item;
  switch (operation.kind) {
    case "TRANSFER":
      return postTransfers(work, item, operation, countedIn);
    case "HOLD":
      return placeHold(work, item, operation);
    case "CAPTURE":
      return captureHold(work, item, operation, { now, countedIn });
    case "VOID":
      return voidHold(work, item, operation, now);
    case "REVERSAL":
      return reverse(work, item, operation);
    case "ROLLBACK":
      return rollBack(work, item, operation);
    case "SETTLE":
      return settlePosition(work, item, operation, terms);
  }
}
