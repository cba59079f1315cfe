import type { Sql } from "../shared/database/sql.js";
import { grantsInForce } from "./grant.queries.js";
import type { GrantInForce } from "./grant.rules.js";
import type { SignInMethod } from "./person.events.js";
import type { PersonState } from "./person.rules.js";
import type { Role } from "./role.rules.js";

/** A session as it is read. */
export interface SessionRow {
  id: string;
  personId: string;
  method: SignInMethod;
  address: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

const SESSION_COLUMNS = `s.id, s.person_id as "personId", s.method, s.address,
  s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
  s.ended_at as "endedAt"`;

/** A session with who it belongs to and what they are granted. */
export interface SessionOfToken extends SessionRow {
  name: string;
  state: PersonState;
  mustChangePassword: boolean;
  /** The roles that the provider's token named. */
  claimedRoles: Role[];
  grants: GrantInForce[];
}

/** The session with a token, in force or not, and what its person is granted at a moment. */
export async function sessionByToken(
  sql: Sql,
  tokenHash: Buffer,
  now: Date,
): Promise<SessionOfToken | null> {
  const [session] = await sql.rows<SessionOfToken>(
    `select ${SESSION_COLUMNS}, s.claimed_roles as "claimedRoles", p.name, p.state,
       p.must_change_password as "mustChangePassword",
       ${grantsInForce("p.id", "$2")} as grants
     from session s join person p on p.id = s.person_id where s.token_hash = $1`,
    [tokenHash, now],
  );
  return session ?? null;
}

export async function insertSession(
  sql: Sql,
  session: SessionRow & { tokenHash: Buffer; claimedRoles: readonly Role[] },
): Promise<void> {
  await sql.rows(
    `insert into session (id, person_id, token_hash, method, claimed_roles, address, created_at,
       last_seen_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
    [
      session.id,
      session.personId,
      session.tokenHash,
      session.method,
      JSON.stringify(session.claimedRoles),
      session.address,
      session.createdAt,
      session.expiresAt,
    ],
  );
}

/** Notes that a session is used, unless that was noted less than a while ago. */
export async function touchSession(sql: Sql, id: string, at: Date, notSince: Date): Promise<void> {
  await sql.rows(
    "update session set last_seen_at = $2 where id = $1 and last_seen_at < $3 and ended_at is null",
    [id, at, notSince],
  );
}

/** Ends a person's sessions, but for one. @returns the ids of those that ended */
export async function endSessions(
  sql: Sql,
  personId: string,
  at: Date,
  except: string | null = null,
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(
    `update session set ended_at = $2 where person_id = $1 and ended_at is null
       and id is distinct from $3::uuid returning id`,
    [personId, at, except],
  );
  return rows.map(({ id }) => id);
}

/** Ends one session. @returns whether it was not over */
export async function endSession(sql: Sql, id: string, at: Date): Promise<boolean> {
  const rows = await sql.rows(
    "update session set ended_at = $2 where id = $1 and ended_at is null returning id",
    [id, at],
  );
  return rows.length > 0;
}

/** The sessions of people that are not over, the newest first. */
export function openSessionsOf(
  sql: Sql,
  personIds: readonly string[],
  now: Date,
  idleSince: Date,
): Promise<SessionRow[]> {
  return sql.rows(
    `select ${SESSION_COLUMNS} from session s
     where s.person_id = any($1::uuid[]) and s.ended_at is null and s.expires_at > $2
       and s.last_seen_at > $3 order by s.id desc`,
    [personIds, now, idleSince],
  );
}
