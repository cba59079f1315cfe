import type { AccountSpec } from "../ledger/index.js";
import type { Sql } from "../shared/database/sql.js";

/** Money that a command decided to move, and the ledger's engine moves once. */
export interface SettlementTransfer {
  id: string;
  settlementId: string;
  /** The adjustment or payout that it is of. */
  causeId: string;
  code: string;
  debit: AccountSpec;
  credit: AccountSpec;
  amountMinor: bigint;
  currency: string;
  occurredAt: Date;
}

const INSERT = `
insert into settlement_transfer (id, settlement_id, cause_id, code, debit, credit, amount_minor,
  currency, occurred_at, state)
select u.*, 'WAITING' from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::jsonb[],
  $6::jsonb[], $7::bigint[], $8::text[], $9::timestamptz[]) as u`;

/** Keeps transfers with the decision that they follow from; they are posted after the commit. */
export async function insertTransfers(
  sql: Sql,
  transfers: readonly SettlementTransfer[],
): Promise<void> {
  if (transfers.length === 0) return;
  await sql.rows(INSERT, [
    transfers.map((each) => each.id),
    transfers.map((each) => each.settlementId),
    transfers.map((each) => each.causeId),
    transfers.map((each) => each.code),
    transfers.map((each) => JSON.stringify(each.debit)),
    transfers.map((each) => JSON.stringify(each.credit)),
    transfers.map((each) => each.amountMinor),
    transfers.map((each) => each.currency),
    transfers.map((each) => each.occurredAt),
  ]);
}

/** Transfers that were decided and are not in the ledger; of some causes, or of all. */
export function waitingTransfers(
  sql: Sql,
  causeIds: readonly string[] | null,
  limit: number,
): Promise<SettlementTransfer[]> {
  return sql.rows(
    `select id, settlement_id as "settlementId", cause_id as "causeId", code, debit, credit,
       amount_minor as "amountMinor", currency, occurred_at as "occurredAt"
     from settlement_transfer where state <> 'POSTED' and ($1::uuid[] is null or cause_id = any($1))
     order by id limit $2`,
    [causeIds, limit],
  );
}

/** What became of a transfer: its transaction, or why the ledger refused it. */
export interface TransferOutcome {
  id: string;
  transactionId: string | null;
  refusal: string | null;
}

/** Writes down what the ledger answered; what is posted stays posted. */
export async function finishTransfers(
  sql: Sql,
  outcomes: readonly TransferOutcome[],
): Promise<void> {
  await sql.rows(
    `update settlement_transfer t set transaction_id = u.transaction_id, refusal = u.refusal,
       state = case when u.transaction_id is null then 'REFUSED' else 'POSTED' end
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as u (id, transaction_id, refusal)
     where t.id = u.id and t.state <> 'POSTED'`,
    [
      outcomes.map((each) => each.id),
      outcomes.map((each) => each.transactionId),
      outcomes.map((each) => each.refusal),
    ],
  );
}
