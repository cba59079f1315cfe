import type { Sql } from "../shared/database/sql.js";
import type { DocumentRole } from "./policy.rules.js";

/** What documents of a kind are for. */
export interface DocumentRoleRow {
  id: string;
  partnerId: string;
  adapter: string;
  /** Empty for any account. */
  account: string;
  role: DocumentRole;
  origin: "DEFAULT" | "SET";
  reason: string;
  setBy: string;
  setAt: Date;
  version: number;
}

const COLUMNS = `id, partner_id as "partnerId", adapter, account, role, origin, reason,
  set_by as "setBy", set_at as "setAt", version`;

/** All roles of a partner's documents. */
export function rolesOfPartner(sql: Sql, partnerId: string): Promise<DocumentRoleRow[]> {
  return sql.rows(
    `select ${COLUMNS} from document_role where partner_id = $1 order by adapter, account`,
    [partnerId],
  );
}

/** One decision about a partner's documents at a time, until the transaction ends. */
export async function lockRoles(sql: Sql, partnerId: string): Promise<void> {
  await sql.rows("select pg_advisory_xact_lock(hashtextextended('document role ' || $1, 0))", [
    partnerId,
  ]);
}

/** Says what documents of a kind are for. */
export async function setRole(
  sql: Sql,
  row: Omit<DocumentRoleRow, "version">,
): Promise<DocumentRoleRow> {
  const { id, partnerId, adapter, account, role, origin, reason, setBy, setAt } = row;
  const [kept] = await sql.rows<DocumentRoleRow>(
    `insert into document_role (id, partner_id, adapter, account, role, origin, reason, set_by,
       set_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
     on conflict on constraint document_role_identity do update set role = excluded.role,
       origin = excluded.origin, reason = excluded.reason, set_by = excluded.set_by,
       set_at = excluded.set_at, version = document_role.version + 1
     returning ${COLUMNS}`,
    [id, partnerId, adapter, account, role, origin, reason, setBy, setAt],
  );
  return kept ?? { ...row, version: 1 };
}
