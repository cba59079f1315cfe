import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import { countSealed, hasPlainRow } from "../vault/index.js";
import type { Place, Sealed, SealedStore, Vault } from "../vault/index.js";
import {
  accountsUnder,
  keptAccount,
  keptAccountsInUse,
  plainAccounts,
  sealAccount,
  type KeptAccount,
} from "./payout-account.queries.js";
import type { BankAccount } from "./payout-account.rules.js";
import { PayoutAccountErased } from "./payout.errors.js";

/** An account with its holder and its whole number, in use or not. */
export interface WholeAccount extends BankAccount {
  id: string;
  partnerId: string;
}

interface Secret {
  holderName: string;
  number: string;
}

/** Seals an account's holder and number for its row, with the index by which it is found. */
export async function sealedBankAccount(
  vault: Vault,
  sql: Sql,
  { id, partnerId, holderName, number }: Secret & { id: string; partnerId: string },
): Promise<Sealed & { numberIndex: Buffer }> {
  const secret: Secret = { holderName, number };
  const sealed = await vault.sealJson(sql, `partner:${partnerId}`, placeOf(id), secret);
  return { ...sealed, numberIndex: await numberIndex(vault, sql, number) };
}

/** The blind index of an account's number. */
export function numberIndex(vault: Vault, sql: Sql, number: string): Promise<Buffer> {
  return vault.index(sql, "payout_account.number", number);
}

/** An account as a whole, or null when the scope shows none. @throws PayoutAccountErased */
export async function wholeAccount(
  vault: Vault,
  sql: Sql,
  scope: PartnerScope,
  id: string,
): Promise<WholeAccount | null> {
  const kept = await keptAccount(sql, scope, id);
  if (!kept) return null;
  const [whole] = await opened(vault, sql, [kept]);
  return whole ?? null;
}

/** Where partners are paid in a currency, by partner. @throws PayoutAccountErased */
export async function accountsInUse(
  vault: Vault,
  sql: Sql,
  partnerIds: readonly string[],
  currency: string,
): Promise<Map<string, WholeAccount>> {
  const rows = await opened(vault, sql, await keptAccountsInUse(sql, partnerIds, currency));
  return new Map(rows.map((row) => [row.partnerId, row]));
}

async function opened(
  vault: Vault,
  sql: Sql,
  kept: readonly KeptAccount[],
): Promise<WholeAccount[]> {
  const items = kept.flatMap(({ id, sealed }) => (sealed ? [{ place: placeOf(id), sealed }] : []));
  const secrets = (await vault.openJson<Secret>(sql, items)).values();
  return kept.map(({ sealed, holderName, number, ...account }) => {
    const secret = sealed ? secrets.next().value : { holderName, number };
    if (!secret?.holderName || !secret.number) throw new PayoutAccountErased();
    return { ...account, holderName: secret.holderName, number: secret.number };
  });
}

function placeOf(id: string): Place {
  return { table: "payout_account", column: "sealed", row: id };
}

const TABLE = { table: "payout_account", plain: "s.sealed is null" };

/** The accounts of partners, as the vault seals them. */
export const payoutAccountStore: SealedStore = {
  name: "payout accounts",
  count: (sql) => countSealed(sql, TABLE),
  hasPlain: (sql) => hasPlainRow(sql, TABLE),
  async sealSome(sql, vault, limit) {
    return sealAll(sql, vault, await plainAccounts(sql, limit));
  },
  async resealSome(sql, vault, keyIds, limit) {
    return sealAll(sql, vault, await accountsUnder(sql, keyIds, limit));
  },
};

/** The rows are locked, so that nobody changes them meanwhile. */
async function sealAll(sql: Sql, vault: Vault, rows: readonly KeptAccount[]): Promise<number> {
  for (const account of await opened(vault, sql, rows)) {
    await sealAccount(sql, account.id, await sealedBankAccount(vault, sql, account));
  }
  return rows.length;
}
