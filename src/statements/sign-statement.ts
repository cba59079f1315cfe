import type { StatementKey } from "./statement-key.js";
import { detachedSignature } from "./statement-key.js";
import type { SignedStatement, Statement } from "./statement.rules.js";
import { canonicalJson } from "./write-canonical.js";

/** A statement with its signature. */
export function signStatement(statement: Statement, key: StatementKey): SignedStatement {
  return { statement, signature: detachedSignature(canonicalJson(statement), key) };
}
