import type { Clock } from "../shared/clock.js";
import type { Database } from "../shared/database/database.js";
import { poolSql, transactionSql } from "../shared/database/sql.js";
import type { Ids } from "../shared/ids.js";
import {
  lockRoles,
  rolesOfPartner,
  setRole,
  type DocumentRoleRow,
} from "./document-role.queries.js";
import { defaultRole, mayRepeat, type DocumentRole } from "./policy.rules.js";

/** What the decision about a document's role needs. */
export interface RoleBook {
  database: Database;
  clock: Clock;
  ids: Ids;
}

/** What a partner's documents of a kind are for, by account. */
export type RolesByAccount = ReadonlyMap<string, DocumentRole>;

/**
 * The roles of a kind of document for accounts. Where nobody said one yet, the hub decides and
 * keeps its decision, so that what comes later is not posted a second time.
 */
export async function assignRoles(
  book: RoleBook,
  partnerId: string,
  adapter: string,
  accounts: ReadonlySet<string>,
): Promise<RolesByAccount> {
  const known = await rolesOfPartner(poolSql(book.database.pool), partnerId);
  const roles = rolesFrom(known, adapter, accounts);
  const isDecided = [...accounts].every((account) => roles.has(account));
  if (isDecided) return roles;
  if (!mayRepeat(adapter)) return withDefault(roles, accounts, "POST");
  return book.database.orm.em.fork().transactional(async (em) => {
    const sql = transactionSql(em);
    await lockRoles(sql, partnerId);
    const rows = await rolesOfPartner(sql, partnerId);
    const undecided = [...accounts].filter((one) => !rolesFrom(rows, adapter, accounts).has(one));
    for (const account of undecided) {
      rows.push(await setRole(sql, decision(book, partnerId, adapter, account, rows)));
    }
    return rolesFrom(rows, adapter, accounts);
  });
}

function rolesFrom(
  rows: readonly DocumentRoleRow[],
  adapter: string,
  accounts: ReadonlySet<string>,
): Map<string, DocumentRole> {
  const own = new Map(
    rows.filter((row) => row.adapter === adapter).map(({ account, role }) => [account, role]),
  );
  const found = new Map<string, DocumentRole>();
  for (const account of accounts) {
    const role = own.get(account) ?? own.get("");
    if (role !== undefined) found.set(account, role);
  }
  return found;
}

function withDefault(
  roles: ReadonlyMap<string, DocumentRole>,
  accounts: ReadonlySet<string>,
  role: DocumentRole,
): RolesByAccount {
  return new Map([...accounts].map((account) => [account, roles.get(account) ?? role]));
}

function decision(
  { ids, clock }: RoleBook,
  partnerId: string,
  adapter: string,
  account: string,
  rows: readonly DocumentRoleRow[],
): Omit<DocumentRoleRow, "version"> {
  const posting = rows
    .filter((row) => row.role === "POST" && (row.account === account || row.account === ""))
    .map((row) => row.adapter);
  return {
    id: ids.next(),
    partnerId,
    adapter,
    account,
    role: defaultRole(adapter, posting),
    origin: "DEFAULT",
    reason: posting.length > 0 ? `${posting.join(", ")} posts this account` : "the first to come",
    setBy: "the hub",
    setAt: clock.now(),
  };
}
