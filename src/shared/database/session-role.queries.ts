import type { Sql } from "./sql.js";

/** The role that has the rights on tables. By itself it sees no partner's rows at all. */
export const APP_ROLE = "tutti_app";

/** The role of the hub as a whole: the posting engine, jobs, callers who may see all partners. */
export const HUB_ROLE = "tutti_hub";

/**
 * The role of callers who are limited to partners: it sees the rows of those in the transaction's
 * setting `tutti.scope`, and without it none.
 */
export const PARTNER_ROLE = "tutti_partner";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The scope as the setting holds it. @throws Error for what are no ids */
function settingOf(scope: readonly string[]): string {
  for (const id of scope) if (!UUID.test(id)) throw new Error("A scope is made of partners' ids");
  return scope.join(",");
}

/** The beginning of a transaction that sees the rows of some partners; one message. */
export function beginForPartners(scope: readonly string[]): string {
  return `begin; set local role ${PARTNER_ROLE}; set local tutti.scope = '${settingOf(scope)}'`;
}

/** From here on the open transaction sees the rows of some partners. */
export async function limitToPartners(sql: Sql, scope: readonly string[]): Promise<void> {
  await sql.rows("select set_config('role', $1, true), set_config('tutti.scope', $2, true)", [
    PARTNER_ROLE,
    settingOf(scope),
  ]);
}

/** From here on the open transaction acts for the hub again. */
export async function actAsHub(sql: Sql): Promise<void> {
  await sql.rows("select set_config('role', $1, true), set_config('tutti.scope', '', true)", [
    HUB_ROLE,
  ]);
}
