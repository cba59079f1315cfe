import { ROW_TEXT_LIMITS, type CanonicalTransaction } from "../canonical-transaction.js";
import { RefusedInput } from "./refuse-input.js";

const LIMITS = Object.entries(ROW_TEXT_LIMITS) as [keyof typeof ROW_TEXT_LIMITS, number][];

/** Lets a row pass that the ledger can keep. @throws RefusedInput LIMIT_EXCEEDED */
export function checkRow(row: CanonicalTransaction): CanonicalTransaction {
  for (const [field, limit] of LIMITS) {
    if ((row[field]?.length ?? 0) > limit) {
      throw new RefusedInput("LIMIT_EXCEEDED", `the ${field} has more than ${limit} characters`);
    }
  }
  return row;
}
