import type { CanonicalDocument } from "../../canonical-document.js";
import { DraftDocument } from "../draft-document.js";
import { RefusedInput } from "../refuse-input.js";
import { lineAdapter, type LineReading, type LineSettings } from "../text/line-adapter.js";
import { TEXT_LIMITS } from "../text/read-lines.js";
import { OfxStatement, type OfxTransaction } from "./ofx-statement.js";
import { givenDate, readOfxTime } from "./ofx-time.js";
import { TagScanner, type TagSink } from "./scan-tags.js";

/**
 * OFX 1.x (SGML) and 2.x (XML): statements of bank, credit card and investment accounts, of the
 * last the cash movements only. Identity: bank, account and FITID. There is no opening balance, so
 * nothing can be held against LEDGERBAL.
 */
export const ofxAdapter = lineAdapter({
  name: "ofx",
  version: "1",
  files: /\.(ofx|qfx|qbo|xml)$/i,
  // Declared encodings are not what is sent: UTF-8 where it is that, else Windows-1252.
  fallback: "windows-1252",
  // Some banks write a whole file in one line.
  limits: { ...TEXT_LIMITS, lineBytes: 16 * 1024 ** 2 },
  open: (settings) => new OfxReading(settings),
});

const STATEMENTS = new Set(["STMTRS", "CCSTMTRS", "INVSTMTRS"]);
/** Elements within which a name means something of its own. */
const SCOPES = new Set([
  ...STATEMENTS,
  "STMTTRN",
  "BANKACCTFROM",
  "CCACCTFROM",
  "INVACCTFROM",
  "LEDGERBAL",
  "BANKTRANLIST",
  "INVTRANLIST",
  "SONRS",
  "AVAILBAL",
  "BANKACCTTO",
  "CCACCTTO",
  "ORIGCURRENCY",
  "INVBAL",
  "INVBUY",
  "INVSELL",
  "INVTRAN",
  "SECID",
]);
const MAX_DEPTH = 64;
/** Lines that a file may have before its first element. */
const MAX_HEADER_LINES = 10_000;

class OfxReading implements LineReading, TagSink {
  private readonly scanner = new TagScanner(this);
  private readonly scopes: string[] = [];
  private readonly statements: OfxStatement[] = [];
  private transaction: OfxTransaction | undefined;
  private madeAt: string | undefined;
  private hasRoot = false;
  private isClosed = false;
  private lineNumber = 0;
  private rows = 0;

  constructor(private readonly settings: LineSettings) {}

  line(text: string, number: number): void {
    this.lineNumber = number;
    if (!this.hasRoot && number > MAX_HEADER_LINES) {
      throw new RefusedInput("FOREIGN_DOCUMENT", `no <OFX> in ${MAX_HEADER_LINES} lines`);
    }
    this.scanner.push(`${text}\n`);
  }

  open(name: string): void {
    if (name === "OFX") this.hasRoot = true;
    if (!SCOPES.has(name)) return;
    if (this.scopes.length >= MAX_DEPTH) {
      throw new RefusedInput("LIMIT_EXCEEDED", `deeper than ${MAX_DEPTH} elements`);
    }
    this.scopes.push(name);
    if (STATEMENTS.has(name)) this.statements.push(new OfxStatement());
    if (name === "STMTTRN") this.openTransaction();
  }

  private openTransaction(): void {
    this.rows += 1;
    if (this.rows > this.settings.maxTransactions) {
      const reason = `the document has more than ${this.settings.maxTransactions} transactions`;
      throw new RefusedInput("LIMIT_EXCEEDED", reason);
    }
    this.transaction = { fields: new Map(), line: this.lineNumber };
    this.statements.at(-1)?.transactions.push(this.transaction);
  }

  close(name: string): void {
    if (name === "OFX") this.isClosed = true;
    const at = this.scopes.lastIndexOf(name);
    // The end of what was never opened, or of a leaf.
    if (at < 0) return;
    this.scopes.length = at;
    if (name === "STMTTRN") this.transaction = undefined;
  }

  leaf(name: string, text: string): void {
    const scope = this.scopes.at(-1) ?? "";
    const statement = this.statements.at(-1);
    if (name === "DTSERVER") this.madeAt ??= text;
    if (statement === undefined) return;
    if (scope === "STMTTRN") this.transaction?.fields.set(name, text);
    else if (scope === "LEDGERBAL") keepBalance(statement, name, text);
    else if (scope.endsWith("ACCTFROM")) keepAccount(statement, name, text);
    else if (scope !== "AVAILBAL" && !scope.startsWith("INVB")) keepHead(statement, name, text);
  }

  end(): CanonicalDocument[] {
    this.scanner.end();
    if (!this.hasRoot) throw new RefusedInput("FOREIGN_DOCUMENT", "there is no <OFX> in this file");
    if (!this.isClosed) throw new RefusedInput("TRUNCATED", "the document ends before </OFX>");
    const [first] = this.statements;
    if (first === undefined) {
      throw new RefusedInput("MISSING_ELEMENT", "the document holds no statement");
    }
    const { times, maxTransactions } = this.settings;
    const dates = [this.madeAt, first.asOf, first.balance.asOf, first.to];
    const made = dates.find((text) => givenDate(text));
    const documentId = [first.bank, first.account, made ?? first.from]
      .filter((part) => part !== undefined)
      .join("/");
    const createdAt = made === undefined ? times.instant("1970-01-01") : readOfxTime(made, times);
    const draft = new DraftDocument({ documentId, format: "OFX", createdAt }, maxTransactions);
    for (const statement of this.statements) statement.finish(draft, times, made);
    return [draft.document];
  }
}

function keepBalance({ balance }: OfxStatement, name: string, text: string): void {
  if (name === "BALAMT") balance.amount = text;
  if (name === "DTASOF") balance.asOf = text;
}

function keepAccount(statement: OfxStatement, name: string, text: string): void {
  if (name === "ACCTID") statement.account = text;
  if (name === "BANKID") statement.bank = text;
}

function keepHead(statement: OfxStatement, name: string, text: string): void {
  if (name === "CURDEF") statement.currency = text;
  if (name === "DTSTART") statement.from = text;
  if (name === "DTEND") statement.to = text;
  if (name === "DTASOF") statement.asOf = text;
}
