import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import {
  queryPage,
  whenGiven,
  type Condition,
  type SortKey,
} from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { GrantInForce, GrantState, HolderKind } from "./grant.rules.js";
import type { Role } from "./role.rules.js";

/** A grant as it is read. */
export interface GrantRow {
  id: string;
  holderKind: HolderKind;
  holderId: string;
  role: Role | null;
  roleId: string | null;
  partnerIds: string[] | null;
  state: GrantState;
  reason: string | null;
  requestedBy: string;
  requestedByName: string;
  requestedAt: Date;
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

const GRANT_COLUMNS = `g.id, g.holder_kind as "holderKind", g.holder_id as "holderId", g.role,
  g.role_id as "roleId", g.partner_ids as "partnerIds", g.state, g.reason,
  g.requested_by as "requestedBy", g.requested_by_name as "requestedByName",
  g.requested_at as "requestedAt", g.decided_by as "decidedBy",
  g.decided_by_name as "decidedByName", g.decided_at as "decidedAt", g.expires_at as "expiresAt",
  g.revoked_at as "revokedAt"`;

/**
 * The expression of the grants that a holder has at a moment.
 * @param holder the expression of its id
 * @param now the parameter of the moment, as in `$2`
 */
export function grantsInForce(holder: string, now: string): string {
  return `(select coalesce(jsonb_agg(jsonb_build_object('role', g.role,
      'permissions', r.permissions, 'partnerIds', g.partner_ids) order by g.id), '[]')
    from role_grant g left join own_role r on r.id = g.role_id
    where g.holder_id = ${holder} and g.state = 'ACTIVE'
      and (g.expires_at is null or g.expires_at > ${now}))`;
}

/** The grants that a holder has at a moment. */
export async function grantsOf(sql: Sql, holderId: string, now: Date): Promise<GrantInForce[]> {
  const [row] = await sql.rows<{ grants: GrantInForce[] }>(
    `select ${grantsInForce("$1::uuid", "$2")} as grants`,
    [holderId, now],
  );
  return row?.grants ?? [];
}

/** Makes the caller the only one that decides on a holder's grants, until it commits. */
export async function lockHolder(sql: Sql, holderId: string): Promise<void> {
  await sql.rows("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `role_grant ${holderId}`,
  ]);
}

/** The grants of a holder that are in force or wait for it. */
export function openGrantsOf(sql: Sql, holderId: string, now: Date): Promise<GrantRow[]> {
  return sql.rows(
    `select ${GRANT_COLUMNS} from role_grant g where g.holder_id = $1
       and g.state in ('PENDING', 'ACTIVE') and (g.expires_at is null or g.expires_at > $2)`,
    [holderId, now],
  );
}

export async function insertGrant(sql: Sql, grant: GrantRow): Promise<void> {
  await sql.rows(
    `insert into role_grant (id, holder_kind, holder_id, role, role_id, partner_ids, state, reason,
       requested_by, requested_by_name, requested_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      grant.id,
      grant.holderKind,
      grant.holderId,
      grant.role,
      grant.roleId,
      grant.partnerIds && JSON.stringify(grant.partnerIds),
      grant.state,
      grant.reason,
      grant.requestedBy,
      grant.requestedByName,
      grant.requestedAt,
      grant.expiresAt,
    ],
  );
}

/** A grant, locked until the transaction ends. */
export async function lockGrant(
  sql: Sql,
  scope: PartnerScope,
  id: string,
): Promise<GrantRow | null> {
  const [grant] = await sql.rows<GrantRow>(
    `select ${GRANT_COLUMNS} from role_grant g where g.id = $1
       and ($2::jsonb is null or g.partner_ids <@ $2::jsonb) for update`,
    [id, scope && JSON.stringify(scope)],
  );
  return grant ?? null;
}

/** Keeps what somebody decided about a grant. */
export async function decideGrant(
  sql: Sql,
  id: string,
  state: GrantState,
  by: { id: string; name: string },
  at: Date,
): Promise<GrantRow | null> {
  const [grant] = await sql.rows<GrantRow>(
    `update role_grant g set state = $2, decided_by = $3, decided_by_name = $4, decided_at = $5
     where g.id = $1 returning ${GRANT_COLUMNS}`,
    [id, state, by.id, by.name, at],
  );
  return grant ?? null;
}

export async function endGrant(sql: Sql, id: string, at: Date): Promise<GrantRow | null> {
  const [grant] = await sql.rows<GrantRow>(
    `update role_grant g set state = 'REVOKED', revoked_at = $2 where g.id = $1
     returning ${GRANT_COLUMNS}`,
    [id, at],
  );
  return grant ?? null;
}

/** Whether anybody but one actor could administer the hub: has the whole role, without a limit. */
export async function hasAdministrator(
  sql: Sql,
  now: Date,
  except: string | null = null,
): Promise<boolean> {
  const rows = await sql.rows(
    `select from role_grant g
     left join api_key k on k.id = g.holder_id and k.revoked_at is null and k.scopes is null
       and (k.expires_at is null or k.expires_at > $1)
     left join person p on p.id = g.holder_id and p.state = 'ACTIVE'
     where (k.id is not null or p.id is not null)
       and g.role = 'ADMINISTRATOR' and g.partner_ids is null and g.state = 'ACTIVE'
       and (g.expires_at is null or g.expires_at > $1)
       and g.holder_id::text is distinct from $2 limit 1`,
    [now, except],
  );
  return rows.length > 0;
}

export function grantsById(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<GrantRow[]> {
  return sql.rows(
    `select ${GRANT_COLUMNS} from role_grant g where g.id = any($1::uuid[])
       and ($2::jsonb is null or g.partner_ids <@ $2::jsonb)`,
    [ids, scope && JSON.stringify(scope)],
  );
}

export interface GrantFilter {
  state?: GrantState | null;
  role?: Role | null;
  holderId?: string | null;
}

const ID: SortKey<GrantRow> = { column: "g.id", type: "uuid", value: (row) => row.id };

/** A page of the grants that the credential may see, in the order in which they were asked for. */
export function pageOfGrants(
  ctx: RequestContext,
  filter: GrantFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<GrantRow>> {
  const list = {
    name: "grants",
    select: GRANT_COLUMNS,
    from: "role_grant g",
    where: [
      ...limitedTo(ctx.scope),
      ...whenGiven("g.state = ?", filter.state),
      ...whenGiven("g.role = ?", filter.role),
      ...whenGiven("g.holder_id = ?::uuid", filter.holderId),
    ],
    order: [ID],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}

function limitedTo(scope: PartnerScope): Condition[] {
  if (scope === null) return [];
  return [{ sql: "g.partner_ids <@ ?::jsonb", values: [JSON.stringify(scope)] }];
}
