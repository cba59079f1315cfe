import { formatMinor, type Money } from "../../../shared/money.js";
import type { ControlTotal, ControlTotalKind, Direction } from "../../canonical-transaction.js";
import { RefusedInput, type Place } from "../refuse-input.js";
import { readMinor } from "./read-amount.js";

/** A figure as the document declares it, read when its currency is known. */
interface Declared {
  kind: ControlTotalKind;
  text: string;
  place: Place;
}

/** Credits positive, debits negative. */
export function signed(amountMinor: bigint, direction: Direction): bigint {
  return direction === "IN" ? amountMinor : -amountMinor;
}

/** Both figures of a total that its document contradicts, for a person. */
export function contradiction(total: ControlTotal, what: string, place: Place): RefusedInput {
  const show = (figure: bigint): string =>
    total.currency === undefined
      ? String(figure)
      : `${formatMinor(figure, total.currency)} ${total.currency}`;
  const figures = `${show(total.declared)}, but the body gives ${show(total.computed)}`;
  return new RefusedInput("CONTROL_TOTAL", `${what} is declared as ${figures}`, place);
}

const WHAT: Partial<Record<ControlTotalKind, string>> = {
  SUMMARY_COUNT: "the number of entries (TtlNtries/NbOfNtries)",
  SUMMARY_SUM: "the sum of the entries (TtlNtries/Sum)",
  SUMMARY_NET: "the net of the entries (TtlNtries/TtlNetNtry)",
  SUMMARY_CREDIT_COUNT: "the number of credits (TtlCdtNtries/NbOfNtries)",
  SUMMARY_CREDIT_SUM: "the sum of the credits (TtlCdtNtries/Sum)",
  SUMMARY_DEBIT_COUNT: "the number of debits (TtlDbtNtries/NbOfNtries)",
  SUMMARY_DEBIT_SUM: "the sum of the debits (TtlDbtNtries/Sum)",
};

/** `TxsSummry` of one notification beside the entries that really follow it. */
export class NotificationTotals {
  private readonly declared: Declared[] = [];
  private netDirection: Direction = "IN";
  private readonly count = { IN: 0n, OUT: 0n };
  private readonly sum = { IN: 0n, OUT: 0n };
  private currency: string | undefined;
  private isMixed = false;

  declare(kind: ControlTotalKind, text: string, place: Place): void {
    this.declared.push({ kind, text, place });
  }

  declareNetDirection(direction: Direction): void {
    this.netDirection = direction;
  }

  add(amount: Money, direction: Direction): void {
    this.count[direction] += 1n;
    this.sum[direction] += amount.amountMinor;
    this.isMixed ||= this.currency !== undefined && this.currency !== amount.currency;
    this.currency ??= amount.currency;
  }

  /**
   * The totals found good; the others too where they are only reported.
   * @throws RefusedInput CONTROL_TOTAL, INVALID_AMOUNT
   */
  check(isReported: boolean): ControlTotal[] {
    return this.declared.flatMap((declared) => {
      const total = this.compare(declared);
      if (total === undefined) return [];
      if (isReported || this.agrees(total)) return [total];
      throw contradiction(total, WHAT[total.kind] ?? total.kind, declared.place);
    });
  }

  private compare({ kind, text, place }: Declared): ControlTotal | undefined {
    const { line } = place;
    if (kind.endsWith("_COUNT")) {
      const declared = readCount(text, place);
      return { kind, declared, computed: this.computed(kind), line };
    }
    // Sums name no currency: over several, or over none, they cannot be compared.
    if (this.isMixed || this.currency === undefined) return undefined;
    const { currency } = this;
    const figure = readMinor(text, currency);
    // Some banks write the sum of the debits, and the net, with a sign of their own.
    const size = figure < 0n ? -figure : figure;
    const declared = kind === "SUMMARY_NET" ? signed(size, this.netDirection) : size;
    return { kind, currency, declared, computed: this.computed(kind), line };
  }

  private computed(kind: ControlTotalKind): bigint {
    const { count, sum } = this;
    if (kind === "SUMMARY_COUNT") return count.IN + count.OUT;
    if (kind === "SUMMARY_CREDIT_COUNT") return count.IN;
    if (kind === "SUMMARY_DEBIT_COUNT") return count.OUT;
    if (kind === "SUMMARY_CREDIT_SUM") return sum.IN;
    if (kind === "SUMMARY_DEBIT_SUM") return sum.OUT;
    return kind === "SUMMARY_NET" ? sum.IN - sum.OUT : sum.IN + sum.OUT;
  }

  /** `TtlNtries/Sum` is the sum of all amounts by the standard; some banks put the net there. */
  private agrees({ kind, declared, computed }: ControlTotal): boolean {
    if (declared === computed) return true;
    const net = this.sum.IN - this.sum.OUT;
    return kind === "SUMMARY_SUM" && declared === (net < 0n ? -net : net);
  }
}

/** @throws RefusedInput INVALID_AMOUNT */
export function readCount(text: string, place: Place): bigint {
  if (/^\d{1,15}$/.test(text)) return BigInt(text);
  throw new RefusedInput("INVALID_AMOUNT", `"${text.slice(0, 40)}" is not a count`, place);
}
