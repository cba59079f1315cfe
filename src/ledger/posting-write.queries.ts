import { bigintColumn, countColumn, optionalTimeColumn } from "./binary-columns.js";
import { textColumn, timeColumn, uuidColumn } from "./binary-columns.js";
import { sideTables, stale } from "./posting-write-state.queries.js";
import type { Param } from "./posting-write-state.queries.js";
import { ROLLED_BACK_BEFORE } from "./posting-model.rules.js";
import type { AccountState, EntryRow, PostingPlan, TransactionRow } from "./posting-model.rules.js";

/** The place of a batch in its lane's chain; hashes in hexadecimal. */
export interface BlockHead {
  lane: number;
  sequence: number;
  previousHash: string;
  hash: string;
}

/**
 * SQLSTATE of `refuse_stale`: an account, a position, the terms or the lane is not as it was read.
 */
export const STALE_STATE = "TU001";

/**
 * The statement that appends and updates all of a batch, or nothing. It fails with STALE_STATE when
 * what the batch was computed on has changed, and with a unique violation when an external id came
 * first by another way. Its name stands for its text, so that it is planned once for a connection.
 */
export function writeStatement(plan: PostingPlan, head: BlockHead, termsRevision: bigint | null) {
  const values: unknown[] = [];
  const param: Param = (value) => `$${values.push(value)}`;
  const main = plan.transactions.length > 0 ? journal(plan, head, param) : [];
  const side = sideTables(plan, termsRevision, param);
  const guards =
    main.length > 0
      ? [stale("account", "a", param(plan.accounts.size)), stale("lane", "l", "1"), ...side.guards]
      : ["1", ...side.guards];
  const text = `with ${[...main, ...side.parts].join(", ")} select ${guards.join(", ")}`;
  return { name: `post:${main.length > 0 ? "m" : ""}${side.name}`, text, values };
}

function journal(plan: PostingPlan, head: BlockHead, param: Param): string[] {
  const postedAt = `${param(new Date(plan.postedAt).toISOString())}::timestamptz`;
  return [
    identityPart(plan, param),
    transactionPart(plan.transactions, { head, postedAt }, param),
    transferPart(plan, param),
    entryPart(plan.entries, postedAt, param),
    accountPart([...plan.accounts.values()], postedAt, param),
    ...chain(plan, head, postedAt, param),
  ];
}

function identityPart({ transactions, rollbacksBeforeDebit }: PostingPlan, param: Param): string {
  const rows = [
    ...transactions.map(({ id, item }) => [id, item.identityKey, item.contentHash] as const),
    ...[...rollbacksBeforeDebit].map(([key, id]) => [id, key, ROLLED_BACK_BEFORE] as const),
  ];
  return `i as (
    insert into transaction_identity (transaction_id, key, content_hash)
    select * from unnest(${param(uuidColumn(rows, ([id]) => id))}::uuid[],
      ${param(uuidColumn(rows, ([, key]) => key))}::uuid[],
      ${param(uuidColumn(rows, ([, , hash]) => hash))}::uuid[]))`;
}

function transactionPart(
  rows: readonly TransactionRow[],
  { head, postedAt }: { head: BlockHead; postedAt: string },
  param: Param,
): string {
  const uuid = (pick: (r: TransactionRow) => string | null) => param(uuidColumn(rows, pick));
  const text = (pick: (r: TransactionRow) => string | null) => param(textColumn(rows, pick));
  return `t as (
    insert into transaction (posted_at, lane, block, id, kind, direction, amount_minor, currency,
      occurred_at, counted_in, partner_id, external_id, type, counterparty, reference, document_id,
      related_id, details)
    select ${postedAt}, ${param(head.lane)}::smallint, ${param(head.sequence)}::bigint, u.*
    from unnest(${uuid((r) => r.id)}::uuid[], ${text((r) => r.kind)}::text[],
      ${text((r) => r.direction)}::text[],
      ${param(bigintColumn(rows, (r) => r.amountMinor))}::bigint[],
      ${text((r) => r.item.currency)}::text[],
      ${param(timeColumn(rows, (r) => r.item.occurredAt))}::timestamptz[],
      ${param(optionalTimeColumn(rows, (r) => r.countedIn))}::timestamptz[],
      ${uuid((r) => r.item.partnerId)}::uuid[],
      ${text((r) => r.item.externalId)}::text[],
      ${text((r) => r.type)}::text[], ${text((r) => r.item.counterparty)}::text[],
      ${text((r) => r.item.reference)}::text[],
      ${uuid((r) => r.item.documentId)}::uuid[],
      ${uuid((r) => r.relatedId)}::uuid[], ${text((r) => r.item.details)}::text[]) u)`;
}

function transferPart({ transfers: rows }: PostingPlan, param: Param): string {
  return `m as (
    insert into transfer (id, transaction_id, kind, code, debit_account_id, debit_version,
      credit_account_id, credit_version, amount_minor)
    select * from unnest(${param(uuidColumn(rows, (r) => r.id))}::uuid[],
      ${param(uuidColumn(rows, (r) => r.transactionId))}::uuid[],
      ${param(textColumn(rows, (r) => r.kind))}::text[],
      ${param(textColumn(rows, (r) => r.code))}::text[],
      ${param(bigintColumn(rows, (r) => BigInt(r.debit)))}::bigint[],
      ${param(countColumn(rows, (r) => r.debitVersion))}::bigint[],
      ${param(bigintColumn(rows, (r) => BigInt(r.credit)))}::bigint[],
      ${param(countColumn(rows, (r) => r.creditVersion))}::bigint[],
      ${param(bigintColumn(rows, (r) => r.amountMinor))}::bigint[]))`;
}

function entryPart(rows: readonly EntryRow[], postedAt: string, param: Param): string {
  return `e as (
    insert into entry (posted_at, account_id, version, transfer_id, amount, balance_after,
      pending_debit_after, pending_credit_after, occurred_at)
    select ${postedAt}, u.* from unnest(
      ${param(bigintColumn(rows, (r) => BigInt(r.accountId)))}::bigint[],
      ${param(countColumn(rows, (r) => r.version))}::bigint[],
      ${param(uuidColumn(rows, (r) => r.transferId))}::uuid[],
      ${param(bigintColumn(rows, (r) => r.amount))}::bigint[],
      ${param(bigintColumn(rows, (r) => r.balanceAfter))}::bigint[],
      ${param(bigintColumn(rows, (r) => r.pendingDebitAfter))}::bigint[],
      ${param(bigintColumn(rows, (r) => r.pendingCreditAfter))}::bigint[],
      ${param(timeColumn(rows, (r) => r.occurredAt))}::timestamptz[]) u)`;
}

/** Decimal texts without leading zeros in the order of their numbers, without parsing them. */
function byNumber(x: string, y: string): number {
  return x.length - y.length || (x < y ? -1 : 1);
}

/** Accounts are updated in the order of their numbers, as every lane does: no deadlocks. */
function accountPart(
  changes: { before: AccountState; after: AccountState }[],
  postedAt: string,
  param: Param,
): string {
  const rows = changes.sort((x, y) => byNumber(x.after.id, y.after.id));
  return `a as (
    update account set balance = u.balance, pending_debit = u.pending_debit,
      pending_credit = u.pending_credit, version = u.version, posted_at = ${postedAt}
    from unnest(
      ${param(bigintColumn(rows, (r) => BigInt(r.after.id)))}::bigint[],
      ${param(countColumn(rows, (r) => r.after.version))}::bigint[],
      ${param(countColumn(rows, (r) => r.before.version))}::bigint[],
      ${param(bigintColumn(rows, (r) => r.before.revision))}::bigint[],
      ${param(bigintColumn(rows, (r) => r.after.balance))}::bigint[],
      ${param(bigintColumn(rows, (r) => r.after.pendingDebit))}::bigint[],
      ${param(bigintColumn(rows, (r) => r.after.pendingCredit))}::bigint[])
      as u (id, version, version_before, revision, balance, pending_debit, pending_credit)
    where account.id = u.id and account.version = u.version_before
      and account.revision = u.revision
    returning 1)`;
}

function chain(plan: PostingPlan, head: BlockHead, postedAt: string, param: Param): string[] {
  const lane = `${param(head.lane)}::smallint`;
  const sequence = `${param(head.sequence)}::bigint`;
  const previous = `decode(${param(head.previousHash)}, 'hex')`;
  const hash = `decode(${param(head.hash)}, 'hex')`;
  // Ids ascend in a plan, and a transaction's comes before those of its transfers.
  const first = plan.transactions[0]?.id;
  const lasts = [plan.transactions.at(-1)?.id ?? "", plan.transfers.at(-1)?.id ?? ""];
  const last = lasts.toSorted().at(-1);
  return [
    `l as (update lane set sequence = ${sequence}, hash = ${hash}
      where id = ${lane} and sequence = ${sequence} - 1 and hash = ${previous} returning 1)`,
    `b as (insert into block (lane, sequence, posted_at, first_id, last_id, transactions, transfers,
        previous_hash, hash)
      values (${lane}, ${sequence}, ${postedAt}, ${param(first)}::uuid, ${param(last)}::uuid,
        ${param(plan.transactions.length)}::int, ${param(plan.transfers.length)}::int,
        ${previous}, ${hash}))`,
  ];
}
