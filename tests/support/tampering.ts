import type { CheckName } from "../../src/ledger/verify-checks.rules.js";

/** The n-th of some rows, as a condition. */
export const nth = (table: string, key: string, where: string, n = 3) =>
  `(select ${key} from ${table} where ${where} order by 1 offset ${n} limit 1)`;

export const POSTED = nth("transfer", "id", "kind = 'POST' and code <> 'ACCRUAL'");
export const ENTRY = `transfer_id = ${POSTED} and amount < 0`;
const COUNTERED = "kind = 'TRANSFER' and counterparty is not null and reference is not null";
export const TRANSACTION = `id = ${nth("transaction", "id", COUNTERED)}`;
export const REVERSAL = nth("transaction", "id", "kind = 'REVERSAL'", 0);
export const HOLD = nth("transaction", "id", "kind = 'HOLD'", 0);
export const MARK = "content_hash = '00000000-0000-0000-0000-000000000000'";
/** An id that sorts after all there are. */
export const NEW_ID = "(select (left(max(id::text), 24) || 'ffffffffffff')::uuid from transfer)";
export const LAST = "(select id from transaction order by id desc limit 1)";
export const BUSIEST = "(select id from account order by version desc, id limit 1)";

/** A change behind the ledger's back, with a superuser's rights. */
export interface Tampering {
  what: string;
  sql: string;
  /** An expression: what the row of a fault must contain, the key of what is changed. */
  names?: string;
  /** The checks that must find it, each with the table of the row that it names. */
  found: Partial<Record<CheckName, string>>;
}
