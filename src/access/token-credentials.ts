import type { Ids } from "../shared/ids.js";
import type { Sql } from "../shared/database/sql.js";
import type { Found, LookUp } from "./believed-credentials.js";
import { grantsOf } from "./grant.queries.js";
import { AddressRanges } from "./ip-ranges.js";
import { hashSecret } from "./mint-secret.js";
import type { Claims, OidcProvider } from "./oidc-provider.js";
import { insertPerson, personBySubject, type PersonRow } from "./person.queries.js";
import { personActor } from "./session-credentials.js";

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;
const ANYWHERE = new AddressRanges([]);

/** Access tokens of an OpenID provider as credentials. */
export class TokenCredentials {
  constructor(private readonly options: { sql: Sql; ids: Ids; provider: OidcProvider }) {}

  /** Whether a credential looks like a token. */
  static isToken(text: string): boolean {
    return TOKEN.test(text);
  }

  ofText(text: string): { id: string; lookUp: LookUp } {
    const id = hashSecret(text).toString("base64");
    return { id, lookUp: (now) => this.#found(text, now) };
  }

  async #found(text: string, now: Date): Promise<Found | null> {
    const { sql, ids, provider } = this.options;
    const claims = await provider.verify(text, now);
    if (!claims) return null;
    const person = await personOfClaims(sql, ids, claims, now);
    if (person?.state !== "ACTIVE") return null;
    const actor = personActor(person, claims.roles, await grantsOf(sql, person.id, now));
    return { actor, endsAt: claims.expiresAt, ranges: ANYWHERE };
  }
}

/**
 * Whom the claims are of; somebody new is added. Never an account of the hub with the same address:
 * whoever could choose an address at the provider would have that account.
 */
export async function personOfClaims(
  sql: Sql,
  ids: Ids,
  claims: Claims,
  now: Date,
): Promise<PersonRow | null> {
  const { issuer, subject } = claims;
  const known = await personBySubject(sql, issuer, subject);
  if (known) return known;
  const own = `${subject.slice(0, 64)}@${new URL(issuer).host}`;
  const name = (claims.name ?? claims.email ?? subject).trim().slice(0, 100) || subject;
  const provider = { issuer, subject };
  for (const email of [claims.email ?? own, own]) {
    const added = { id: ids.next(), email, name, passwordHash: null, provider, createdAt: now };
    if (await insertPerson(sql, added)) break;
  }
  return personBySubject(sql, issuer, subject);
}
