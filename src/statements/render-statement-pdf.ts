import { amountText, grouped, momentText } from "./figure-text.rules.js";
import { PdfLayout, type Column, type TableRow } from "./pdf-layout.js";
import { WORDINGS, type Language, type Wording } from "./statement-wording.rules.js";
import type { SignedStatement, Statement } from "./statement.rules.js";
import { workingText } from "./working-text.rules.js";
import { canonicalJson } from "./write-canonical.js";

/** The signed statement rides along in the document under this name. */
export const ATTACHED_NAME = "statement.json";

/**
 * A statement as a PDF document: text that can be searched and copied, tables that go on over
 * pages, and the signed statement itself as an attachment. The same statement gives the same bytes.
 */
export async function statementPdf(signed: SignedStatement, language: Language): Promise<Buffer> {
  const { statement } = signed;
  const wording = WORDINGS[language];
  const issuedAt = new Date(statement.issuedAt);
  const title = `${wording.title} ${statement.number}`;
  const layout = new PdfLayout({ title, author: "Tutti", language, createdAt: issuedAt });
  layout.heading(wording.title, 18);
  layout.table(FACTS, factsOf(statement, wording));
  drawItems(layout, statement, wording);
  drawProof(layout, signed, wording);
  layout.doc.file(Buffer.from(canonicalJson(signed), "utf8"), {
    name: ATTACHED_NAME,
    type: "application/json",
    creationDate: issuedAt,
    modifiedDate: issuedAt,
  });
  return layout.end((page, pages) => `${statement.number} · ${wording.page(page, pages)}`);
}

const FACTS: readonly Column[] = [
  { title: "", part: 0.25 },
  { title: "", part: 0.75 },
];

function factsOf(statement: Statement, wording: Wording): TableRow[] {
  const { partner, contract, period, replaces, dueOn } = statement;
  const versions = contract.versions.map((each) => `${each.number} (${each.effectiveFrom})`);
  const facts: [string, string][] = [
    [wording.number, statement.number],
    ...(replaces === null ? [] : ([[wording.replaces, replaces]] as [string, string][])),
    [wording.partner, `${partner.name} (${partner.code})`],
    [wording.contract, contract.code],
    [wording.versions, versions.join(", ")],
    [wording.period, `${period.firstDay} – ${period.lastDay} (${period.timeZone})`],
    [wording.currency, statement.currency],
    [wording.issuedAt, momentText(statement.issuedAt, period.timeZone)],
    ...(dueOn === null ? [] : ([[wording.dueOn, dueOn]] as [string, string][])),
  ];
  return facts.map((cells) => ({ cells }));
}

function drawItems(layout: PdfLayout, statement: Statement, wording: Wording): void {
  const { lines, adjustments, currency, period } = statement;
  layout.heading(wording.lines, 11);
  layout.table(
    itemColumns(wording),
    lines.flatMap((line) => [
      {
        cells: [
          line.clause,
          wording.kinds[line.kind],
          String(line.version),
          amountText(line.amountMinor, line.currency),
          amountText(line.effectMinor, line.currency),
        ],
      },
      ...line.workings.map((working) => ({
        cells: [workingText(working, { wording, currency })],
        note: true,
      })),
    ]),
  );
  drawCorrections(layout, statement, wording);
  if (adjustments.length > 0) {
    layout.heading(wording.adjustments, 11);
    const rows = adjustments.map(({ reason, at, amountMinor }) => ({
      cells: [reason, momentText(at, period.timeZone), amountText(amountMinor, currency)],
    }));
    layout.table(adjustmentColumns(wording), rows);
  }
  layout.heading(`${wording.sums} (${currency})`, 11);
  layout.table(SUMS, sumRows(statement, wording));
}

function drawCorrections(
  layout: PdfLayout,
  { corrections, currency }: Statement,
  wording: Wording,
): void {
  if (corrections.length === 0) return;
  layout.heading(wording.corrections, 11);
  const columns: Column[] = [
    { title: wording.period, part: 0.7 },
    { title: wording.amount, part: 0.3, align: "right" },
  ];
  const rows = corrections.map(({ firstDay, lastDay, amountMinor }) => ({
    cells: [`${firstDay} – ${lastDay}`, amountText(amountMinor, currency)],
  }));
  layout.table(columns, rows);
}

function itemColumns(wording: Wording): Column[] {
  return [
    { title: wording.clause, part: 0.3 },
    { title: wording.kind, part: 0.2 },
    { title: wording.version, part: 0.1, align: "right" },
    { title: wording.amount, part: 0.2, align: "right" },
    { title: wording.effect, part: 0.2, align: "right" },
  ];
}

function adjustmentColumns(wording: Wording): Column[] {
  return [
    { title: wording.reason, part: 0.5 },
    { title: wording.at, part: 0.25 },
    { title: wording.amount, part: 0.25, align: "right" },
  ];
}

const SUMS: readonly Column[] = [
  { title: "", part: 0.7 },
  { title: "", part: 0.3, align: "right" },
];

function sumRows({ sums, currency }: Statement, wording: Wording): TableRow[] {
  const row = (name: string, amountMinor: string, bold = false): TableRow => ({
    cells: [name, amountText(amountMinor, currency)],
    bold,
  });
  return [
    row(wording.payable, sums.payableMinor),
    row(wording.corrected, sums.correctionsMinor),
    row(wording.adjusted, sums.adjustmentsMinor),
    row(wording.broughtForward, sums.broughtForwardMinor),
    row(wording.due, sums.dueMinor, true),
    row(wording.carriedForward, sums.carriedForwardMinor),
  ];
}

function drawProof(layout: PdfLayout, signed: SignedStatement, wording: Wording): void {
  const { transactions, ledger } = signed.statement;
  layout.heading(wording.proof, 11);
  layout.table(FACTS, [
    { cells: [wording.transactions, grouped(transactions.count)] },
    { cells: [wording.root, transactions.root] },
    ...ledger.heads.map(({ lane, sequence, hash }) => ({
      cells: [wording.head(lane, sequence), hash],
    })),
    { cells: [wording.keyId, keyIdOf(signed)] },
  ]);
  layout.doc.moveDown(0.5);
  layout.paragraph(wording.attached);
}

function keyIdOf({ signature }: SignedStatement): string {
  const [header = ""] = signature.split(".");
  const { kid } = JSON.parse(Buffer.from(header, "base64url").toString("utf8")) as { kid: string };
  return kid;
}
