import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { BankAccount, PayoutScheme } from "./payout-account.rules.js";

/** Where a partner is paid, as everyone may read it: without the whole number. */
export interface PayoutAccountRow {
  id: string;
  partnerId: string;
  currency: string;
  holderName: string;
  scheme: PayoutScheme;
  bic: string | null;
  clearingSystem: string | null;
  bankCode: string | null;
  numberMasked: string;
  state: "ACTIVE" | "REPLACED";
  createdAt: Date;
  replacedAt: Date | null;
}

const COLUMNS = `b.id, b.partner_id as "partnerId", b.currency, b.holder_name as "holderName",
  b.scheme, b.bic, b.clearing_system as "clearingSystem",
  b.bank_code as "bankCode", b.number_masked as "numberMasked", b.state,
  b.created_at as "createdAt", b.replaced_at as "replacedAt"`;

/** Ends the account that a partner is paid to in a currency, if there is one. */
export async function replaceAccount(
  sql: Sql,
  { partnerId, currency, at }: { partnerId: string; currency: string; at: Date },
): Promise<void> {
  await sql.rows(
    `update payout_account set state = 'REPLACED', replaced_at = $3
     where partner_id = $1 and currency = $2 and state = 'ACTIVE'`,
    [partnerId, currency, at],
  );
}

/** A new account; the number is written as it is until encryption keys are kept (number_key). */
export interface NewPayoutAccount extends BankAccount {
  id: string;
  partnerId: string;
  currency: string;
  numberMasked: string;
  createdBy: string;
  createdAt: Date;
}

export async function insertAccount(sql: Sql, row: NewPayoutAccount): Promise<PayoutAccountRow> {
  const [inserted] = await sql.rows<PayoutAccountRow>(
    `insert into payout_account as b (id, partner_id, currency, holder_name, scheme, bic,
       clearing_system, bank_code, number, number_masked, state, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'ACTIVE', $11, $12) returning ${COLUMNS}`,
    [
      row.id,
      row.partnerId,
      row.currency,
      row.holderName,
      row.scheme,
      row.bic,
      row.clearingSystem,
      row.bankCode,
      row.number,
      row.numberMasked,
      row.createdBy,
      row.createdAt,
    ],
  );
  if (!inserted) throw new Error("An insert answered no row");
  return inserted;
}

/** The accounts of partners that the scope shows, those in use first. */
export function accountsOfPartners(
  sql: Sql,
  scope: PartnerScope,
  partnerIds: readonly string[],
): Promise<PayoutAccountRow[]> {
  return sql.rows(
    `select ${COLUMNS} from payout_account b
     where b.partner_id = any($1::uuid[]) and ($2::uuid[] is null or b.partner_id = any($2))
     order by b.state, b.id desc`,
    [partnerIds, scope],
  );
}

/** An account with its whole number, in use or not. */
export interface WholeAccount extends BankAccount {
  id: string;
  partnerId: string;
}

const WHOLE = `b.id, b.partner_id as "partnerId", b.holder_name as "holderName", b.scheme, b.bic,
  b.clearing_system as "clearingSystem",
  b.bank_code as "bankCode", b.number`;

export async function wholeAccount(
  sql: Sql,
  scope: PartnerScope,
  id: string,
): Promise<WholeAccount | null> {
  const [row] = await sql.rows<WholeAccount>(
    `select ${WHOLE} from payout_account b
     where b.id = $1 and ($2::uuid[] is null or b.partner_id = any($2))`,
    [id, scope],
  );
  return row ?? null;
}

/** Where partners are paid in a currency: by partner. */
export async function accountsInUse(
  sql: Sql,
  partnerIds: readonly string[],
  currency: string,
): Promise<Map<string, WholeAccount>> {
  const rows = await sql.rows<WholeAccount>(
    `select ${WHOLE} from payout_account b
     where b.partner_id = any($1::uuid[]) and b.currency = $2 and b.state = 'ACTIVE'`,
    [partnerIds, currency],
  );
  return new Map(rows.map((row) => [row.partnerId, row]));
}
