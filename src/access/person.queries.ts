import type { Sql } from "../shared/database/sql.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { queryPage, type SortKey } from "../shared/graphql/page.queries.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { PersonState } from "./person.rules.js";

/** A person as they are read: without what they sign in with. */
export interface PersonRow {
  id: string;
  email: string;
  name: string;
  state: PersonState;
  mustChangePassword: boolean;
  hasPassword: boolean;
  hasTotp: boolean;
  lockedUntil: Date | null;
  version: number;
  createdAt: Date;
}

/** A person as they sign in. */
export interface Account extends PersonRow {
  passwordHash: string | null;
  totpNumber: number;
}

const PERSON_COLUMNS = `p.id, p.email, p.name, p.state,
  p.must_change_password as "mustChangePassword", p.password_hash is not null as "hasPassword",
  p.totp_confirmed_at is not null as "hasTotp", p.locked_until as "lockedUntil", p.version,
  p.created_at as "createdAt"`;
const ACCOUNT_COLUMNS = `${PERSON_COLUMNS}, p.password_hash as "passwordHash",
  p.totp_number as "totpNumber"`;

export async function accountByEmail(sql: Sql, email: string): Promise<Account | null> {
  const [account] = await sql.rows<Account>(
    `select ${ACCOUNT_COLUMNS} from person p where lower(p.email) = lower($1)`,
    [email],
  );
  return account ?? null;
}

export async function accountById(sql: Sql, id: string): Promise<Account | null> {
  const [account] = await sql.rows<Account>(
    `select ${ACCOUNT_COLUMNS} from person p where p.id = $1`,
    [id],
  );
  return account ?? null;
}

export function peopleById(sql: Sql, ids: readonly string[]): Promise<PersonRow[]> {
  return sql.rows(`select ${PERSON_COLUMNS} from person p where p.id = any($1::uuid[])`, [ids]);
}

/** A person, locked until the transaction ends. */
export async function lockPerson(sql: Sql, id: string): Promise<Account | null> {
  const [account] = await sql.rows<Account>(
    `select ${ACCOUNT_COLUMNS} from person p where p.id = $1 for update`,
    [id],
  );
  return account ?? null;
}

export interface NewPerson {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  /** Whom the provider knows them as; null for an account of this hub. */
  provider: { issuer: string; subject: string } | null;
  createdAt: Date;
}

/** @returns whether they were inserted: another may have the address, or be the same subject */
export async function insertPerson(sql: Sql, person: NewPerson): Promise<boolean> {
  const { id, email, name, passwordHash, provider, createdAt } = person;
  const rows = await sql.rows(
    `insert into person (id, email, name, state, password_hash, must_change_password, totp_number,
       failed_sign_ins, issuer, subject, version, created_at)
     values ($1, $2, $3, 'ACTIVE', $4, $5, 0, 0, $6, $7, 1, $8)
     on conflict do nothing returning id`,
    [
      id,
      email,
      name,
      passwordHash,
      passwordHash !== null,
      provider?.issuer ?? null,
      provider?.subject ?? null,
      createdAt,
    ],
  );
  return rows.length > 0;
}

/** The person that a provider knows by a subject. */
export async function personBySubject(
  sql: Sql,
  issuer: string,
  subject: string,
): Promise<PersonRow | null> {
  const [person] = await sql.rows<PersonRow>(
    `select ${PERSON_COLUMNS} from person p where p.issuer = $1 and p.subject = $2`,
    [issuer, subject],
  );
  return person ?? null;
}

/**
 * Takes one attempt to sign in, before the password is looked at, so that attempts that come
 * together count each. @param pausesMs how long the account is closed after so many failures
 * @returns whether there was one left
 */
export async function takeAttempt(
  sql: Sql,
  id: string,
  now: Date,
  pausesMs: readonly number[],
): Promise<boolean> {
  const rows = await sql.rows(
    `update person set failed_sign_ins = failed_sign_ins + 1,
       locked_until = $2::timestamptz
         + nullif(($3::bigint[])[least(failed_sign_ins + 1, cardinality($3::bigint[]))], 0)
         * interval '1 millisecond'
     where id = $1 and (locked_until is null or locked_until <= $2) returning id`,
    [id, now, pausesMs],
  );
  return rows.length > 0;
}

/** The last attempt counts neither way: it was right as far as it went. */
export async function giveAttemptBack(sql: Sql, id: string): Promise<void> {
  await sql.rows(
    `update person set failed_sign_ins = greatest(failed_sign_ins - 1, 0), locked_until = null
     where id = $1`,
    [id],
  );
}

/** The last attempt was good. */
export async function forgetFailures(sql: Sql, id: string): Promise<void> {
  await sql.rows("update person set failed_sign_ins = 0, locked_until = null where id = $1", [id]);
}

/** Uses a code's step up; it is good once. @returns whether it was not used before */
export async function useTotpStep(sql: Sql, id: string, step: number): Promise<boolean> {
  const rows = await sql.rows(
    `update person set totp_last_step = $2
     where id = $1 and (totp_last_step is null or totp_last_step < $2) returning id`,
    [id, step],
  );
  return rows.length > 0;
}

export async function setPassword(
  sql: Sql,
  id: string,
  passwordHash: string,
  isTemporary: boolean,
): Promise<void> {
  await sql.rows(
    `update person set password_hash = $2, must_change_password = $3, failed_sign_ins = 0,
       locked_until = null, version = version + 1 where id = $1`,
    [id, passwordHash, isTemporary],
  );
}

/** Gives a person a new secret for codes, not confirmed yet, or none in force. */
export async function renewTotp(sql: Sql, id: string): Promise<void> {
  await sql.rows(
    `update person set totp_number = totp_number + 1, totp_confirmed_at = null,
       totp_last_step = null, version = version + 1 where id = $1`,
    [id],
  );
}

export async function confirmTotp(sql: Sql, id: string, at: Date): Promise<void> {
  await sql.rows("update person set totp_confirmed_at = $2 where id = $1", [id, at]);
}

export async function setState(sql: Sql, id: string, state: PersonState): Promise<void> {
  await sql.rows("update person set state = $2, version = version + 1 where id = $1", [id, state]);
}

const ID: SortKey<PersonRow> = { column: "p.id", type: "uuid", value: (row) => row.id };

/** A page of the people, in the order in which they were added. */
export function pageOfPeople(
  ctx: RequestContext,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<PersonRow>> {
  const list = {
    name: "people",
    select: PERSON_COLUMNS,
    from: "person p",
    // People belong to no partner: who is limited to partners sees none of them.
    where: ctx.scope === null ? [] : [{ sql: "false", values: [] }],
    order: [ID],
    direction,
  };
  return queryPage(ctx.sql, ctx.cursors, list, page);
}
