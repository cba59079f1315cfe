export { assembleStatement, type StatementContent } from "./assemble-statement.js";
export { signStatement } from "./sign-statement.js";
export type { SignedStatement, Statement } from "./statement.rules.js";
