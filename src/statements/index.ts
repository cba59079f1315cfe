export { assembleStatement, type StatementContent } from "./assemble-statement.js";
export { statementPdf } from "./render-statement-pdf.js";
export { signStatement } from "./sign-statement.js";
export { statementCsv } from "./statement-csv.rules.js";
export type { Language } from "./statement-wording.rules.js";
export type { SignedStatement, Statement } from "./statement.rules.js";
