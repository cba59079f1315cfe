import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, scopedTo, whenGiven, type SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { Permission } from "../shared/permission.rules.js";
import { grantsInForce } from "./grant.queries.js";
import type { GrantInForce } from "./grant.rules.js";
import type { Role } from "./role.rules.js";

/** A key as it is read: never its secret, nor its hash. */
export interface ApiKeyRow {
  id: string;
  name: string;
  prefix: string;
  role: Role;
  /** The part of the role that it may use; null for all of it. */
  scopes: Permission[] | null;
  /** Where it may be used from; everywhere when there are none. */
  ipRanges: string[];
  secretNumber: number;
  previousSecretUntil: Date | null;
  partnerId: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

const API_KEY_COLUMNS = `k.id, k.name, k.prefix, k.role, k.partner_id as "partnerId",
  k.scopes, k.ip_ranges as "ipRanges", k.secret_number as "secretNumber",
  k.previous_secret_until as "previousSecretUntil",
  k.created_at as "createdAt", k.expires_at as "expiresAt", k.revoked_at as "revokedAt",
  k.last_used_at as "lastUsedAt"`;

/** A key that was found by one of its secrets. */
export interface ApiKeyOfSecret extends ApiKeyRow {
  /** Whether it is the secret from before the last rotation. */
  isPrevious: boolean;
  grants: GrantInForce[];
}

/** The key with a secret, in force or not, and what it is granted at a moment. */
export async function apiKeyBySecret(
  sql: Sql,
  secretHash: Buffer,
  now: Date,
): Promise<ApiKeyOfSecret | null> {
  const [row] = await sql.rows<ApiKeyOfSecret>(
    `select ${API_KEY_COLUMNS}, k.secret_hash <> $1 as "isPrevious",
       ${grantsInForce("k.id", "$2")} as grants
     from api_key k
     where k.secret_hash = $1 or k.previous_secret_hash = $1`,
    [secretHash, now],
  );
  return row ?? null;
}

/** A key, in force or not, and what it is granted at a moment. */
export async function apiKeyWithGrants(
  sql: Sql,
  id: string,
  now: Date,
): Promise<ApiKeyOfSecret | null> {
  const [row] = await sql.rows<ApiKeyOfSecret>(
    `select ${API_KEY_COLUMNS}, false as "isPrevious", ${grantsInForce("k.id", "$2")} as grants
     from api_key k where k.id = $1`,
    [id, now],
  );
  return row ?? null;
}

export function apiKeysById(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<ApiKeyRow[]> {
  return sql.rows(
    `select ${API_KEY_COLUMNS} from api_key k
     where k.id = any($1::uuid[]) and ($2::uuid[] is null or k.partner_id = any($2))`,
    [ids, scope],
  );
}

/** Notes that a key was used, unless that was noted less than a while ago. */
export async function touchApiKey(sql: Sql, id: string, at: Date, notSince: Date): Promise<void> {
  await sql.rows(
    `update api_key set last_used_at = $2
     where id = $1 and (last_used_at is null or last_used_at < $3)`,
    [id, at, notSince],
  );
}

/** Makes the caller the only one that decides on the first administrator, until it commits. */
export async function lockAdministrators(sql: Sql): Promise<void> {
  await sql.rows("select pg_advisory_xact_lock(hashtextextended('first administrator', 0))");
}

export interface ApiKeyFilter {
  role?: Role | null;
  partnerId?: string | null;
}

const ID: SortKey<ApiKeyRow> = { column: "k.id", type: "uuid", value: (row) => row.id };

/** A page of the keys that the credential may see, in the order in which they were made. */
export function pageOfApiKeys(
  ctx: RequestContext,
  filter: ApiKeyFilter,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<ApiKeyRow>> {
  const list = {
    name: "apiKeys",
    select: API_KEY_COLUMNS,
    from: "api_key k",
    where: [
      ...scopedTo("k.partner_id", ctx.scope),
      ...whenGiven("k.role = ?", filter.role),
      ...whenGiven("k.partner_id = ?::uuid", filter.partnerId),
    ],
    // An id begins with the time at which it was made.
    order: [ID],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}
