import { readMinorDigits } from "../read-decimal.js";
import { RefusedInput } from "../refuse-input.js";

/** An amount of a record with its type code. */
export interface CodedAmount {
  /** Three digits: a balance (0xx), a summary, or a detail's kind. */
  code: string;
  amountMinor: bigint;
  /** YYMMDD, where the funds are value-dated. */
  valueDate: string | undefined;
}

/** Reads the fields of a record one after the other. */
export class FieldCursor {
  private at: number;

  constructor(
    private readonly fields: readonly string[],
    start: number,
  ) {
    this.at = start;
  }

  get isAtEnd(): boolean {
    return this.at >= this.fields.length;
  }

  next(): string {
    const field = this.fields[this.at] ?? "";
    this.at += 1;
    return field.trim();
  }

  /** All that is left: free text may hold commas. */
  rest(): string {
    return this.fields.slice(this.at).join(",").trim();
  }
}

/** An amount, 0 where it is left out. @throws RefusedInput INVALID_AMOUNT */
export function amountOf(field: string): bigint {
  return field === "" ? 0n : readMinorDigits(field);
}

const MAX_DISTRIBUTIONS = 100;

/** Passes over the funds type with what belongs to it; returns the value date of type V. */
export function passFunds(cursor: FieldCursor): string | undefined {
  const type = cursor.next();
  if (type === "S") for (let field = 0; field < 3; field += 1) cursor.next();
  else if (type === "V") {
    const date = cursor.next();
    cursor.next();
    return date === "" ? undefined : date;
  } else if (type === "D") {
    const pairs = Number(cursor.next());
    if (!(pairs >= 0 && pairs <= MAX_DISTRIBUTIONS)) {
      throw new RefusedInput("LIMIT_EXCEEDED", `more than ${MAX_DISTRIBUTIONS} distributions`);
    }
    for (let field = 0; field < pairs * 2; field += 1) cursor.next();
  }
  return undefined;
}

/** The balances and summaries of a record 03. @throws RefusedInput INVALID_AMOUNT */
export function readSummaries(fields: readonly string[], start: number): CodedAmount[] {
  const cursor = new FieldCursor(fields, start);
  const summaries: CodedAmount[] = [];
  while (!cursor.isAtEnd) {
    const code = cursor.next();
    const amountMinor = amountOf(cursor.next());
    // the number of items
    cursor.next();
    const valueDate = passFunds(cursor);
    if (code !== "") summaries.push({ code, amountMinor, valueDate });
  }
  return summaries;
}
