import { DomainError } from "../../../shared/errors.js";
import { formatMinor, parseMinor } from "../../../shared/money.js";
import type { CanonicalTransaction, ControlTotal } from "../../canonical-transaction.js";
import { readMinorDigits } from "../read-decimal.js";
import { RefusedInput } from "../refuse-input.js";
import type { ControlTotalDefinition } from "./adapter-definition.js";

interface Declared {
  definition: ControlTotalDefinition;
  figure: string;
  currency: string | undefined;
  line: number;
}

/** The totals that marked lines of a document declare, held against its rows. */
export class DeclaredTotals {
  private readonly declared: Declared[] = [];

  constructor(private readonly definitions: readonly ControlTotalDefinition[]) {}

  take(cells: readonly string[], line: number): void {
    for (const definition of this.definitions) {
      if (cells[0] !== definition.mark) continue;
      const figure = (cells[definition.column - 1] ?? "").trim();
      const { currencyColumn } = definition;
      const currency = currencyColumn === undefined ? undefined : cells[currencyColumn - 1]?.trim();
      this.declared.push({ definition, figure, currency, line });
    }
  }

  /**
   * @param records how many records there were, with those that are no payments
   * @throws RefusedInput CONTROL_TOTAL, INVALID_AMOUNT
   */
  check(rows: readonly CanonicalTransaction[], records: number): ControlTotal[] {
    return this.declared.map((declared) => this.hold(declared, rows, records));
  }

  private hold(
    { definition, figure, currency, line }: Declared,
    rows: readonly CanonicalTransaction[],
    records: number,
  ): ControlTotal {
    const place = { line, column: 1 };
    if (definition.kind === "COUNT") {
      const total = { declared: readMinorDigits(figure), computed: BigInt(records) };
      return checked({ kind: "FILE_COUNT", ...total, line }, String, place);
    }
    const direction = definition.kind === "SUM_IN" ? "IN" : "OUT";
    const code = currency ?? rows[0]?.currency ?? "";
    const meant = rows.filter((row) => row.direction === direction && row.currency === code);
    const computed = meant.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
    const declared = sumOf(figure, code, definition.scale);
    const kind = direction === "IN" ? "FILE_CREDIT_SUM" : "FILE_DEBIT_SUM";
    const show = (amount: bigint): string => `${formatMinor(amount, code)} ${code}`;
    return checked({ kind, currency: code, declared, computed, line }, show, place);
  }
}

function sumOf(figure: string, currency: string, scale: "MAJOR" | "MINOR"): bigint {
  if (scale === "MINOR") return readMinorDigits(figure);
  try {
    return parseMinor(figure, currency);
  } catch (error) {
    if (error instanceof DomainError) throw new RefusedInput("INVALID_AMOUNT", error.message);
    throw error;
  }
}

function checked(
  total: ControlTotal,
  show: (figure: bigint) => string,
  place: { line: number; column: number },
): ControlTotal {
  if (total.declared === total.computed) return total;
  const figures = `${show(total.declared)}, but the body gives ${show(total.computed)}`;
  throw new RefusedInput("CONTROL_TOTAL", `a total is declared as ${figures}`, place);
}
