import type { ControlTotal, ControlTotalKind } from "../../canonical-transaction.js";
import { RefusedInput } from "../refuse-input.js";

/** What one level of a file (account, group, file) has summed and counted so far. */
export class Bai2Level {
  sum = 0n;
  parts = 0;
  records = 0;
}

/** A total that a trailer declares, with what it is for a person. */
export interface Declared {
  kind: ControlTotalKind;
  what: string;
  declared: string;
  computed: bigint | number;
  line: number;
}

/**
 * Holds a trailer against its level: a file whose totals are wrong is cut or altered.
 * @throws RefusedInput CONTROL_TOTAL, INVALID_AMOUNT
 */
export function hold({ kind, what, declared, computed, line }: Declared): ControlTotal {
  if (!/^[+-]?\d{1,18}$/.test(declared)) {
    throw new RefusedInput("INVALID_AMOUNT", `"${declared.slice(0, 40)}" is not ${what}`);
  }
  const total = { kind, declared: BigInt(declared.replace("+", "")), computed: BigInt(computed) };
  if (total.declared === total.computed) return { ...total, line };
  const figures = `${total.declared}, but the body gives ${total.computed}`;
  throw new RefusedInput("CONTROL_TOTAL", `${what} is declared as ${figures}`);
}
