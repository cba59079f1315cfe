import type {
  ArrivedDocuments,
  CanonicalDocument,
  CanonicalStatement,
  CanonicalTransaction,
  EvidenceDesk,
  SortedRows,
} from "../ingestion/index.js";
import { poolSql, transactionSql, type Sql } from "../shared/database/sql.js";
import { assignRoles, type RoleBook, type RolesByAccount } from "./assign-roles.js";
import { beginPolicy } from "./begin-policy.js";
import { accountKey, mayRepeat, type DocumentRole } from "./policy.rules.js";
import { asStatement, factsOf, isMatched } from "./statement-facts.rules.js";
import {
  insertLines,
  insertStatement,
  keepAccount,
  keepRowDays,
  statementIds,
  type RowDay,
} from "./statement.queries.js";

/** Sorts what arrives by the roles of its documents, and keeps what is evidence. */
export function evidenceDesk(book: RoleBook): EvidenceDesk {
  return { sort: (arrived) => sortRows(book, arrived) };
}

async function sortRows(book: RoleBook, arrived: ArrivedDocuments): Promise<SortedRows> {
  const { partnerId, adapter, documents } = arrived;
  const roles = await assignRoles(book, partnerId, adapter, accountsOf(documents));
  const roleOf = (account: string | undefined): DocumentRole =>
    roles.get(accountKey(account)) ?? "POST";
  const rows = documents.flatMap(({ transactions }) => transactions);
  const posted = rows.filter((row) => roleOf(row.account) === "POST");
  return {
    posted,
    evidence: rows.length - posted.length,
    keep: (documentId) => new Keeping(book, arrived, documentId, roles).keep(posted),
  };
}

function accountsOf(documents: readonly CanonicalDocument[]): Set<string> {
  const accounts = documents.flatMap(({ transactions, statements }) => [
    ...transactions.map(({ account }) => accountKey(account)),
    ...statements.map(({ account }) => accountKey(account)),
  ]);
  return new Set(accounts.length === 0 ? [""] : accounts);
}

/** Keeps one document's statements, and what the ledger does not keep of its rows. */
class Keeping {
  private readonly sql: Sql;

  constructor(
    private readonly book: RoleBook,
    private readonly arrived: ArrivedDocuments,
    private readonly documentId: string,
    private readonly roles: RolesByAccount,
  ) {
    this.sql = poolSql(book.database.pool);
  }

  async keep(posted: readonly CanonicalTransaction[]): Promise<void> {
    const { partnerId, adapter } = this.arrived;
    if (mayRepeat(adapter) && posted.length > 0) await this.keepPosted(posted);
    const statements = this.arrived.documents.flatMap((document) => this.statementsOf(document));
    if (statements.length === 0) return;
    const isEvidence = statements.some(
      ({ account, turnover }) => this.roleOf(account) === "MATCH" || turnover.length > 0,
    );
    const hasBalances = statements.some(({ balances }) => balances.length > 0);
    if (isEvidence || hasBalances) await beginPolicy(this.book, partnerId, isEvidence);
    const known = await statementIds(this.sql, this.documentId);
    for (const [ordinal, statement] of statements.entries()) {
      if (!known.has(ordinal)) await this.keepStatement(ordinal, statement);
    }
  }

  private roleOf(account: string | undefined): DocumentRole {
    return this.roles.get(accountKey(account)) ?? "POST";
  }

  /** A format without statements is evidence all the same when its rows are not posted. */
  private statementsOf({ statements, transactions, documentId }: CanonicalDocument) {
    if (statements.length > 0) return statements;
    const evidence = transactions.filter(({ account }) => this.roleOf(account) === "MATCH");
    const byAccount = Map.groupBy(evidence, ({ account }) => accountKey(account));
    return [...byAccount].map(([account, rows]) => asStatement(documentId, account, rows));
  }

  private async keepStatement(ordinal: number, statement: CanonicalStatement): Promise<void> {
    const { ids, clock } = this.book;
    const { partnerId, adapter } = this.arrived;
    const { documentId } = this;
    const role = this.roleOf(statement.account);
    const id = ids.next();
    const matches = isMatched(role, adapter, statement);
    const at = clock.now();
    const place = { id, partnerId, documentId, ordinal, adapter, role, matches, at };
    await this.book.database.orm.em.fork().transactional(async (em) => {
      const sql = transactionSql(em);
      const lines = statement.lines.map((line) => ({ ...line, id: ids.next() }));
      if (matches) await insertLines(sql, partnerId, id, lines);
      await insertStatement(sql, place, factsOf(statement));
    });
  }

  private async keepPosted(posted: readonly CanonicalTransaction[]): Promise<void> {
    const main = accountKey(posted[0]?.account);
    await keepAccount(this.sql, this.documentId, main);
    const rows = posted.map((row) => rowDay(row)).filter((row) => row !== null);
    const strays = rows.filter(({ isStray, account }) => isStray || account !== main);
    await keepRowDays(this.sql, this.arrived.partnerId, strays);
  }
}

/** The day from which a row's money counts, and whether its time would not tell. */
function rowDay(row: CanonicalTransaction): (RowDay & { isStray: boolean }) | null {
  const { externalId, valueDate, occurredAt } = row;
  const account = accountKey(row.account);
  const ofTime = occurredAt.toISOString().slice(0, 10);
  const isStray = valueDate !== undefined && valueDate !== ofTime;
  return { externalId, account, day: valueDate ?? ofTime, isStray };
}
