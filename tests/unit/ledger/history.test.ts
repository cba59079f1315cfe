import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CoreInMemory } from "../../support/reference-core.js";
import { histories } from "../../support/reference-history.js";
import { runBeside } from "../../support/reference-run.js";
import { soakRuns, soakTimeout } from "../../support/soak.js";

describe("a random history", () => {
  test(
    "ends alike in the posting core and in the reference ledger",
    { timeout: soakTimeout(60_000) },
    async () => {
      const agree = fc.asyncProperty(histories, async ({ batches }) => {
        const { actual, expected } = await runBeside(new CoreInMemory(), batches);
        expect(actual).toEqual(expected);
      });
      await fc.assert(agree, { numRuns: soakRuns(120, 1_000) });
    },
  );

  test("meets every refusal that a single history can, and every kind of success", async () => {
    const met = new Set<string>();
    for (const { batches } of fc.sample(histories, { seed: 1, numRuns: 150 })) {
      const { actual } = await runBeside(new CoreInMemory(), batches);
      for (const answer of actual.answers.flat()) met.add(answer.replace(/ [0-9a-f-]{36}.*/, ""));
      for (const line of Object.values(actual.page.transactions))
        met.add(line.split(" ", 1)[0] ?? "");
      for (const line of Object.values(actual.page.holds)) met.add(line.split(",", 1)[0] ?? "");
    }
    expect([...met].sort()).toEqual([...EVERYTHING].sort());
  });
});

const SUCCESSES =
  "POSTED REPLAYED TRANSFER HOLD CAPTURE VOID REVERSAL ROLLBACK PENDING CAPTURED VOIDED EXPIRED";
const REFUSALS =
  "INVALID_INPUT EMPTY_BATCH INVALID_AMOUNT UNKNOWN_CURRENCY EXTERNAL_ID_REUSED " +
  "ROLLED_BACK_BEFORE LINKED_TRANSACTION_FAILED ACCOUNT_NOT_FOUND ACCOUNT_CLOSED SAME_ACCOUNT " +
  "CURRENCY_MISMATCH TRANSACTION_NOT_FOUND ALREADY_REVERSED REVERSAL_EXCEEDS_ORIGINAL " +
  "NOT_REVERSIBLE HOLD_NOT_FOUND HOLD_NOT_PENDING HOLD_EXPIRED CAPTURE_EXCEEDS_HOLD " +
  "BALANCE_BELOW_FLOOR BALANCE_OUT_OF_RANGE";
const EVERYTHING = [
  ...SUCCESSES.split(" "),
  ...REFUSALS.split(" ").map((code) => `REFUSED ${code}`),
];
