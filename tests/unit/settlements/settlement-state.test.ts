import { describe, expect, test } from "vitest";
import {
  assertTransition,
  SETTLEMENT_STATES,
} from "../../../src/settlements/settlement-state.rules.js";
import { statesAfter, TRANSITIONS } from "../../../src/settlements/settlement-state.rules.js";
import type {
  SettlementState,
  TransitionAttempt,
} from "../../../src/settlements/settlement-state.rules.js";
import { ALL_PERMISSIONS } from "../../../src/shared/permission.rules.js";

/** Somebody who may do anything, has everything, and had no hand in it. */
function attempt(changes: Partial<TransitionAttempt>): TransitionAttempt {
  return {
    from: "OPEN",
    to: "CLOSING",
    actor: "second",
    permissions: new Set(ALL_PERMISSIONS),
    reason: "agreed with the partner",
    preparedBy: new Set(["first"]),
    // the one step for settlements of which nothing is due
    dueMinor: changes.from === "APPROVED" && changes.to === "PAID_OUT" ? 0n : 1n,
    owedMinor: 0n,
    hasPayoutAccount: true,
    isPayoutConfirmed: true,
    ...changes,
  };
}

const PAIRS = SETTLEMENT_STATES.flatMap((from) => SETTLEMENT_STATES.map((to) => ({ from, to })));
const inTable = ({ from, to }: { from: SettlementState; to: SettlementState }): boolean =>
  TRANSITIONS.some((each) => each.from === from && each.to === to);

describe("a settlement", () => {
  test.each(PAIRS.filter(inTable))("goes from $from to $to", (pair) => {
    expect(assertTransition(attempt(pair))).toMatchObject(pair);
  });

  test.each(PAIRS.filter((pair) => !inTable(pair)))("never goes from $from to $to", (pair) => {
    const refusal = expect.objectContaining({ code: "TRANSITION_NOT_ALLOWED" });
    expect(() => assertTransition(attempt(pair))).toThrow(refusal);
  });

  test.each(TRANSITIONS)(
    "goes from $from to $to only by $permission",
    ({ from, to, permission }) => {
      const permissions = new Set(ALL_PERMISSIONS.filter((each) => each !== permission));
      const refusal = expect.objectContaining({ code: "FORBIDDEN" });
      expect(() => assertTransition(attempt({ from, to, permissions }))).toThrow(refusal);
    },
  );

  test.each(TRANSITIONS.filter(({ needsReason }) => needsReason))(
    "goes from $from to $to only with a reason",
    ({ from, to }) => {
      const refusal = expect.objectContaining({ code: "REASON_REQUIRED", inputPath: ["reason"] });
      for (const reason of [null, "", "  "]) {
        expect(() => assertTransition(attempt({ from, to, reason }))).toThrow(refusal);
      }
    },
  );

  test.each(TRANSITIONS.filter(({ fourEyes }) => fourEyes))(
    "goes from $from to $to only by another than those who prepared it",
    ({ from, to }) => {
      const refusal = expect.objectContaining({ code: "SECOND_PERSON_REQUIRED" });
      expect(() => assertTransition(attempt({ from, to, actor: "first" }))).toThrow(refusal);
    },
  );

  test("is approved by a second person, whichever way it comes to be paid", () => {
    const withoutApproval = TRANSITIONS.filter(({ fourEyes }) => !fourEyes);
    const reached = reachable("OPEN", withoutApproval);
    expect([...reached].toSorted()).toEqual([
      "CLOSED",
      "CLOSING",
      "DISPUTED",
      "OPEN",
      "RECONCILED",
    ]);
  });

  test("is paid out for good", () => {
    expect(statesAfter("PAID_OUT")).toEqual([]);
  });
});

function reachable(start: SettlementState, rows: typeof TRANSITIONS): Set<SettlementState> {
  const reached = new Set([start]);
  for (const state of reached) {
    for (const { from, to } of rows) if (from === state) reached.add(to);
  }
  return reached;
}

describe("a payout", () => {
  const schedule = { from: "APPROVED", to: "PAYOUT_SCHEDULED" } as const;
  const finish = { from: "APPROVED", to: "PAID_OUT" } as const;
  const confirm = { from: "IN_PAYOUT", to: "PAID_OUT" } as const;

  test.each([
    ["without an account", { ...schedule, hasPayoutAccount: false }, "PAYOUT_ACCOUNT_REQUIRED"],
    ["of nothing", { ...schedule, dueMinor: 0n }, "NOTHING_TO_PAY"],
    ["of what the partner owes", { ...schedule, dueMinor: -5n }, "NOTHING_TO_PAY"],
    ["that is needed", { ...finish, dueMinor: 1n }, "PAYOUT_REQUIRED"],
    ["that the partner owes", { ...finish, dueMinor: -1n }, "PAYOUT_REQUIRED"],
    ["to set off what is still owed", { ...finish, owedMinor: -1n }, "PAYOUT_REQUIRED"],
    ["that no bank confirmed", { ...confirm, isPayoutConfirmed: false }, "PAYOUT_NOT_CONFIRMED"],
  ])("%s is refused", (_what, changes, code) => {
    expect(() => assertTransition(attempt(changes))).toThrow(expect.objectContaining({ code }));
  });

  test("that fails goes back to a person, with the reason", () => {
    expect(statesAfter("IN_PAYOUT")).toEqual(["PAID_OUT", "APPROVED"]);
  });
});
