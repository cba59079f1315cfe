import type { Sql } from "../shared/database/sql.js";
import type { Permission } from "../shared/permission.rules.js";

/** A role of one's own as it is read. */
export interface OwnRoleRow {
  id: string;
  name: string;
  description: string;
  permissions: Permission[];
  version: number;
  createdAt: Date;
}

const COLUMNS = `r.id, r.name, r.description, r.permissions, r.version,
  r.created_at as "createdAt"`;

/** All of them: there are at most MAX_OWN_ROLES. */
export function allOwnRoles(sql: Sql): Promise<OwnRoleRow[]> {
  return sql.rows(`select ${COLUMNS} from own_role r order by r.id`);
}

export function ownRolesById(sql: Sql, ids: readonly string[]): Promise<OwnRoleRow[]> {
  return sql.rows(`select ${COLUMNS} from own_role r where r.id = any($1::uuid[])`, [ids]);
}

/** A role, locked until the transaction ends. */
export async function lockOwnRole(sql: Sql, id: string): Promise<OwnRoleRow | null> {
  const [role] = await sql.rows<OwnRoleRow>(
    `select ${COLUMNS} from own_role r where r.id = $1 for update`,
    [id],
  );
  return role ?? null;
}

/** @returns whether it was inserted: another may have the name, or there are enough of them */
export async function insertOwnRole(sql: Sql, role: OwnRoleRow, most: number): Promise<boolean> {
  const rows = await sql.rows(
    `insert into own_role (id, name, description, permissions, version, created_at)
     select $1, $2, $3, $4, $5, $6 where (select count(*) from own_role) < $7
     on conflict (lower(name)) do nothing returning id`,
    [
      role.id,
      role.name,
      role.description,
      JSON.stringify(role.permissions),
      role.version,
      role.createdAt,
      most,
    ],
  );
  return rows.length > 0;
}

/** Gives a role other permissions, and keeps what it was. */
export async function replacePermissions(
  sql: Sql,
  before: OwnRoleRow,
  permissions: readonly Permission[],
  by: { actorId: string; at: Date },
): Promise<OwnRoleRow> {
  await sql.rows(
    `insert into own_role_version (role_id, version, permissions, changed_at, changed_by)
     values ($1, $2, $3, $4, $5)`,
    [before.id, before.version, JSON.stringify(before.permissions), by.at, by.actorId],
  );
  await sql.rows("update own_role set permissions = $2, version = version + 1 where id = $1", [
    before.id,
    JSON.stringify(permissions),
  ]);
  return { ...before, permissions: [...permissions], version: before.version + 1 };
}

/** Whether somebody has a role, or is to have it. */
export async function isGranted(sql: Sql, roleId: string): Promise<boolean> {
  const rows = await sql.rows(
    "select from role_grant where role_id = $1 and state in ('PENDING', 'ACTIVE') limit 1",
    [roleId],
  );
  return rows.length > 0;
}
