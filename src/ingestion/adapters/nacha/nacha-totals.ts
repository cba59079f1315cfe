import type { ControlTotal, ControlTotalKind } from "../../canonical-transaction.js";
import { RefusedInput } from "../refuse-input.js";
import type { NachaControl, NachaEntry } from "./nacha-record.js";

const HASH_MODULUS = 10n ** 10n;
/** Senders that do not sum routing numbers fill the field up. */
const NO_HASH = /^9+$/;

/** What a batch or file has summed and counted so far. */
export class NachaTotals {
  batches = 0n;
  /** Entries and addenda. */
  entries = 0n;
  private hash = 0n;
  private debit = 0n;
  private credit = 0n;

  add({ bank, direction, amountMinor }: NachaEntry): void {
    this.entries += 1n;
    this.hash += BigInt(bank);
    if (direction === "IN") this.credit += amountMinor;
    else this.debit += amountMinor;
  }

  addBatch(batch: NachaTotals): void {
    this.batches += 1n;
    this.entries += batch.entries;
    this.hash += batch.hash;
    this.debit += batch.debit;
    this.credit += batch.credit;
  }

  /** A control record that the body contradicts was cut or altered. @throws RefusedInput */
  check(level: "batch" | "file", control: NachaControl, line: number): ControlTotal[] {
    const kind = (file: ControlTotalKind, batch: ControlTotalKind) =>
      level === "file" ? file : batch;
    const hash = this.hash % HASH_MODULUS;
    const count = kind("FILE_COUNT", "BATCH_COUNT");
    const sum = (file: ControlTotalKind) => kind(file, "BATCH_SUM");
    const totals = [
      hold(count, `number of entries and addenda of the ${level}`, control.entries, this.entries),
      ...(NO_HASH.test(control.hash)
        ? []
        : [hold("FILE_HASH", `entry hash of the ${level}`, control.hash, hash)]),
      hold(sum("FILE_DEBIT_SUM"), `sum of the debits of the ${level}`, control.debit, this.debit),
      hold(
        sum("FILE_CREDIT_SUM"),
        `sum of the credits of the ${level}`,
        control.credit,
        this.credit,
      ),
    ];
    if (level === "file") {
      totals.push(hold("GROUP_COUNT", "number of batches", control.batches, this.batches));
    }
    return totals.map((total) => ({ ...total, line }));
  }
}

function hold(
  kind: ControlTotalKind,
  what: string,
  text: string,
  computed: bigint,
): Omit<ControlTotal, "line"> {
  if (!/^\d+$/.test(text)) {
    throw new RefusedInput("CONTROL_TOTAL", `the ${what} is not declared as a number`);
  }
  const declared = BigInt(text);
  if (declared === computed) return { kind, declared, computed };
  const figures = `${declared}, but the body gives ${computed}`;
  throw new RefusedInput("CONTROL_TOTAL", `the ${what} is declared as ${figures}`);
}
