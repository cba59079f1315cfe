import type { ImportedDocument, ImportSummary, ImportTotal, SkippedFile } from "@tutti/client";
import { formatMinor } from "../shared/money.js";
import { table } from "./table.js";

/** So many refusals are printed; the hub keeps all of them. */
const MAX_PRINTED = 50;

/** What an import came to, over all files. */
export class ImportTally {
  documents = 0;
  transactions = 0;
  posted = 0;
  known = 0;
  refused = 0;
  unposted = 0;
  skipped = 0;
  /** Minor units by currency. */
  readonly sums = new Map<string, { in: bigint; out: bigint }>();
  readonly refusals: string[] = [];
  /** Files that were none of the adapter's. */
  readonly notes: string[] = [];

  add(summary: ImportSummary): void {
    this.documents += summary.documents;
    this.transactions += summary.transactions;
    this.posted += summary.posted;
    this.known += summary.known;
    this.refused += summary.refused;
    this.unposted += summary.unposted;
    for (const total of summary.totals) this.sum(total);
  }

  private sum({ currency, direction, amountMinor }: ImportTotal): void {
    const sums = this.sums.get(currency) ?? { in: 0n, out: 0n };
    sums[direction === "IN" ? "in" : "out"] += BigInt(amountMinor);
    this.sums.set(currency, sums);
  }

  skip({ file, note }: SkippedFile): void {
    this.skipped += 1;
    this.notes.push(`${file}: ${note}`);
  }

  note({ file, refusal, refusedTransactions, refused }: ImportedDocument): void {
    if (refusal) this.refusals.push(`${placeOf(file, refusal)}: ${refusal.reason}`);
    for (const { position, code, reason } of refusedTransactions) {
      this.refusals.push(`${file}, transaction ${position}: ${code}, ${reason}`);
    }
    const more = refused - refusedTransactions.length;
    if (more > 0) this.refusals.push(`${file}: ${more} more refused transactions`);
  }

  toJSON(): object {
    const { documents, transactions, posted, known, refused, unposted, skipped, refusals } = this;
    const sums = [...this.sums].map(([currency, { in: inward, out }]) => ({
      currency,
      in: formatMinor(inward, currency),
      out: formatMinor(out, currency),
    }));
    return { documents, transactions, posted, known, refused, unposted, skipped, sums, refusals };
  }
}

function placeOf(
  file: string,
  { line, element }: NonNullable<ImportedDocument["refusal"]>,
): string {
  const place = line === undefined ? "" : `, line ${line}`;
  return `${file}${place}${element ? `, ${element}` : ""}`;
}

/** The closing table of an import, with what was refused below it. */
export function tallyTable(tally: ImportTally): string {
  const rows: [string, string][] = [
    ["documents", count(tally.documents)],
    ["transactions", count(tally.transactions)],
    ["posted", count(tally.posted)],
    ["already known", count(tally.known)],
    ["refused", count(tally.refused)],
  ];
  if (tally.unposted > 0) rows.push(["not booked yet", count(tally.unposted)]);
  for (const [currency, sums] of tally.sums) {
    rows.push([`sum in ${currency}`, formatMinor(sums.in, currency)]);
    rows.push([`sum out ${currency}`, formatMinor(sums.out, currency)]);
  }
  const { refusals, notes } = tally;
  const lists = [...listed("Refused:", refusals), ...listed("Skipped:", notes)];
  return [table(rows), ...lists, ...conclusion(tally)].join("\n");
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const hidden = lines.length - MAX_PRINTED;
  const more = hidden > 0 ? [`  ... and ${hidden} more`] : [];
  return ["", title, ...lines.slice(0, MAX_PRINTED).map((line) => `  ${line}`), ...more];
}

function conclusion({ transactions, known }: ImportTally): string[] {
  if (transactions === 0 || known !== transactions) return [];
  return ["", "Everything was known already; nothing was posted."];
}
