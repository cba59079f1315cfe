import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { Sealed } from "../vault/index.js";
import type { BankAccount, PayoutScheme } from "./payout-account.rules.js";

/** Where a partner is paid, as everyone may read it: name and number masked. */
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

const COLUMNS = `b.id, b.partner_id as "partnerId", b.currency, b.holder_masked as "holderName",
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

/** A new account, name and number sealed. */
export interface NewPayoutAccount extends Omit<BankAccount, "holderName" | "number">, Sealed {
  id: string;
  partnerId: string;
  currency: string;
  holderMasked: string;
  numberMasked: string;
  numberIndex: Buffer;
  createdBy: string;
  createdAt: Date;
}

export async function insertAccount(sql: Sql, row: NewPayoutAccount): Promise<PayoutAccountRow> {
  const [inserted] = await sql.rows<PayoutAccountRow>(
    `insert into payout_account as b (id, partner_id, currency, holder_masked, scheme, bic,
       clearing_system, bank_code, sealed, key_id, number_index, number_masked, state, created_by,
       created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'ACTIVE', $13, $14)
     returning ${COLUMNS}`,
    [
      row.id,
      row.partnerId,
      row.currency,
      row.holderMasked,
      row.scheme,
      row.bic,
      row.clearingSystem,
      row.bankCode,
      row.sealed,
      row.keyId,
      row.numberIndex,
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

/** Accounts with a number, by its blind index. */
export function accountsByIndex(
  sql: Sql,
  scope: PartnerScope,
  numberIndex: Buffer,
): Promise<PayoutAccountRow[]> {
  return sql.rows(
    `select ${COLUMNS} from payout_account b
     where b.number_index = $1 and ($2::uuid[] is null or b.partner_id = any($2))
     order by b.state, b.id desc`,
    [numberIndex, scope],
  );
}

/** An account whose name and number are sealed, or were written before there were keys. */
export interface KeptAccount extends Omit<BankAccount, "holderName" | "number"> {
  id: string;
  partnerId: string;
  sealed: Buffer | null;
  holderName: string | null;
  number: string | null;
}

const KEPT = `b.id, b.partner_id as "partnerId", b.holder_name as "holderName", b.scheme, b.bic,
  b.clearing_system as "clearingSystem", b.bank_code as "bankCode", b.number, b.sealed`;

export async function keptAccount(
  sql: Sql,
  scope: PartnerScope,
  id: string,
): Promise<KeptAccount | null> {
  const [row] = await sql.rows<KeptAccount>(
    `select ${KEPT} from payout_account b
     where b.id = $1 and ($2::uuid[] is null or b.partner_id = any($2))`,
    [id, scope],
  );
  return row ?? null;
}

/** Where partners are paid in a currency. */
export function keptAccountsInUse(
  sql: Sql,
  partnerIds: readonly string[],
  currency: string,
): Promise<KeptAccount[]> {
  return sql.rows<KeptAccount>(
    `select ${KEPT} from payout_account b
     where b.partner_id = any($1::uuid[]) and b.currency = $2 and b.state = 'ACTIVE'`,
    [partnerIds, currency],
  );
}

/** Accounts that were written before there were keys, locked until the transaction ends. */
export function plainAccounts(sql: Sql, limit: number): Promise<KeptAccount[]> {
  return sql.rows(
    `select ${KEPT} from payout_account b where b.sealed is null
     order by b.id limit $1 for update skip locked`,
    [limit],
  );
}

/** Accounts that are sealed with one of these keys, locked until the transaction ends. */
export function accountsUnder(
  sql: Sql,
  keyIds: readonly string[],
  limit: number,
): Promise<KeptAccount[]> {
  return sql.rows(
    `select ${KEPT} from payout_account b where b.key_id = any($1::uuid[])
     order by b.id limit $2 for update`,
    [keyIds, limit],
  );
}

/** Seals an account: what was written before is gone from its row. */
export async function sealAccount(
  sql: Sql,
  id: string,
  { sealed, keyId, numberIndex }: Sealed & { numberIndex: Buffer },
): Promise<void> {
  await sql.rows(
    `update payout_account set sealed = $2, key_id = $3, number_index = $4, holder_name = null,
       number = null where id = $1`,
    [id, sealed, keyId, numberIndex],
  );
}

/** Takes from a partner's accounts what is left of names and numbers when their key is gone. */
export async function blankAccounts(sql: Sql, partnerId: string): Promise<void> {
  await sql.rows(
    `update payout_account set number_index = null, holder_masked = '***', number_masked = '***'
     where partner_id = $1`,
    [partnerId],
  );
}

/** Whether a bank was sent payments to a partner and has not told of them. */
export async function isBeingPaid(sql: Sql, partnerId: string): Promise<boolean> {
  const rows = await sql.rows(
    "select from payout where partner_id = $1 and state = 'IN_PAYOUT' limit 1",
    [partnerId],
  );
  return rows.length > 0;
}
