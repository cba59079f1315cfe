import type { Sql } from "../shared/database/sql.js";
import { PartnerOnHold } from "./settlement.errors.js";
import type { SettlementRow } from "./settlement.queries.js";

/** Whether there is an account to pay the partner to in the settlement's currency. */
export async function hasPayoutAccount(
  sql: Sql,
  { partnerId, currency }: Pick<SettlementRow, "partnerId" | "currency">,
): Promise<boolean> {
  const rows = await sql.rows(
    `select from payout_account where partner_id = $1 and currency = $2 and state = 'ACTIVE'`,
    [partnerId, currency],
  );
  return rows.length > 0;
}

/** A partner on hold is not paid. @throws PartnerOnHold */
export async function assertPartnerPaid(sql: Sql, partnerId: string): Promise<void> {
  const [held] = await sql.rows<{ code: string }>(
    "select code from partner where id = $1 and state = 'ON_HOLD'",
    [partnerId],
  );
  if (held) throw new PartnerOnHold(held.code);
}
