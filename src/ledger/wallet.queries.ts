import type { Sql } from "../shared/database/sql.js";

/** A wallet's balances in minor units: what it holds, and what of it is not reserved. */
export interface WalletBalance {
  postedMinor: bigint;
  availableMinor: bigint;
}

export async function readWalletBalance(
  sql: Sql,
  accountId: string,
): Promise<WalletBalance | null> {
  const [row] = await sql.rows<WalletBalance>(
    `select balance as "postedMinor", balance - pending_debit as "availableMinor"
     from account where id = $1`,
    [accountId],
  );
  return row ?? null;
}

/**
 * The balance that a transaction left behind; the present one where it did not touch the wallet.
 */
export async function readWalletBalanceAfter(
  sql: Sql,
  accountId: string,
  transactionId: string,
): Promise<WalletBalance | null> {
  const [row] = await sql.rows<WalletBalance>(
    `select e.balance_after as "postedMinor",
       e.balance_after - e.pending_debit_after as "availableMinor"
     from transfer t join entry e on e.transfer_id = t.id and e.account_id = $1
       and e.version in (t.debit_version, t.credit_version)
     where t.transaction_id = $2 and $1 in (t.debit_account_id, t.credit_account_id)
     order by e.version desc limit 1`,
    [accountId, transactionId],
  );
  return row ?? readWalletBalance(sql, accountId);
}
