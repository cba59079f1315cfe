import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { HoldType, TransferType } from "./transaction.type.js";

const TRANSFER_COLUMNS = `m.id, m.transaction_id as "transactionId", m.kind, m.code,
  m.debit_account_id::text as "debitAccountId", m.credit_account_id::text as "creditAccountId",
  m.amount_minor as "amountMinor",
  coalesce(a.currency, account_currency(m.debit_account_id)) as currency`;

const TRANSFERS = `transfer m left join account a on a.id = m.debit_account_id
  join transaction t on t.id = m.transaction_id`;

export function transfersById(sql: Sql, scope: PartnerScope, ids: readonly string[]) {
  return sql.rows<TransferType>(
    `select ${TRANSFER_COLUMNS} from ${TRANSFERS}
     where m.id = any($1::uuid[]) and ($2::uuid[] is null or t.partner_id = any($2))`,
    [ids, scope],
  );
}

/** All transfers of some transactions, each transaction's in the order in which it made them. */
export function transfersOfTransactions(sql: Sql, scope: PartnerScope, ids: readonly string[]) {
  return sql.rows<TransferType>(
    `select ${TRANSFER_COLUMNS} from ${TRANSFERS}
     where m.transaction_id = any($1::uuid[]) and ($2::uuid[] is null or t.partner_id = any($2))
     order by m.id`,
    [ids, scope],
  );
}

export function holdsById(sql: Sql, scope: PartnerScope, ids: readonly string[]) {
  return sql.rows<HoldType & { id: string }>(
    `select id, currency, amount_minor as "amountMinor", captured_minor as "capturedMinor", state,
       expires_at as "expiresAt"
     from hold where id = any($1::uuid[]) and ($2::uuid[] is null or partner_id = any($2))`,
    [ids, scope],
  );
}
