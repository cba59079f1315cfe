import { describe, expect, test } from "vitest";
import type { Leg, Operation, PostingItem } from "../../../src/ledger/posting-model.rules.js";
import { ERROR_CODES } from "../../../src/shared/errors.js";
import type { ErrorCode } from "../../../src/shared/errors.js";
import {
  LARGEST,
  NOW,
  account,
  answer,
  hold,
  item,
  leg,
  prepared,
  transfer,
} from "../../support/reference-scene.js";
import type { Scene } from "../../support/reference-scene.js";

type Of<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;

/** What is wrong with an item, or with what it meets. */
interface Flaw {
  code: ErrorCode;
  why: string;
  make(it: PostingItem, scene: Scene): PostingItem;
}

function flaw(code: ErrorCode, why: string, make: Flaw["make"]): Flaw {
  return { code, why, make };
}

function field(code: ErrorCode, why: string, changes: Partial<PostingItem>): Flaw {
  return flaw(code, why, (it) => ({ ...it, ...changes }));
}

const TEXTS: Flaw[] = [
  field("INVALID_INPUT", "no external id", { externalId: "" }),
  field("INVALID_INPUT", "an external id that is too long", { externalId: "x".repeat(201) }),
  field("INVALID_INPUT", "an external id of the ledger's own", { externalId: "tutti:1" }),
  field("INVALID_INPUT", "no type", { type: "" }),
  field("INVALID_INPUT", "a type that is too long", { type: "x".repeat(65) }),
  field("INVALID_INPUT", "a counterparty that is too long", { counterparty: "x".repeat(501) }),
  field("INVALID_INPUT", "a reference that is too long", { reference: "x".repeat(1_001) }),
  field("INVALID_INPUT", "U+0000 in a text", { reference: "a\0b" }),
  field("INVALID_INPUT", "half a surrogate pair in a text", { counterparty: "\uD83D" }),
  field("INVALID_INPUT", "half a surrogate pair in the details", { details: '"\uDE00"' }),
  field("INVALID_INPUT", "a time that is none", { occurredAt: Number.NaN }),
  field("INVALID_INPUT", "a time after the year 9999", { occurredAt: Date.UTC(10_000, 0) }),
  field("INVALID_INPUT", "a time before the year 1", { occurredAt: -62_135_596_800_001 }),
];

const TOO_LARGE = field("INVALID_AMOUNT", "more than 2^63-1", { amountMinor: LARGEST + 1n });
const NEGATIVE = field("INVALID_AMOUNT", "an amount below zero", { amountMinor: -1n });
const ZERO = field("INVALID_AMOUNT", "nothing", { amountMinor: 0n });

const IDENTITY: Flaw[] = [
  field("UNKNOWN_CURRENCY", "a currency that is none", { currency: "XXX" }),
  field("ROLLED_BACK_BEFORE", "an id whose rollback came first", { identityKey: "never" }),
  field("EXTERNAL_ID_REUSED", "an id with other content", {
    identityKey: "funds",
    contentHash: "",
  }),
];

/** One more leg, before the others. */
function withLeg(code: ErrorCode, why: string, changes: (scene: Scene) => Partial<Leg>): Flaw {
  return flaw(code, why, (it, scene) => {
    const legs = it.operation.kind === "TRANSFER" ? it.operation.legs : [];
    return { ...it, operation: transfer(leg(scene, changes(scene)), ...legs) };
  });
}

function ofKind<K extends Operation["kind"]>(kind: K) {
  return (code: ErrorCode, why: string, changes: (scene: Scene) => Partial<Of<K>>): Flaw =>
    flaw(code, why, (it, scene) => {
      if (it.operation.kind !== kind) return it;
      return { ...it, operation: { ...it.operation, ...changes(scene) } };
    });
}

function meets(code: ErrorCode, why: string, change: (scene: Scene) => void): Flaw {
  return flaw(code, why, (it, scene) => {
    change(scene);
    return it;
  });
}

const closed = (scene: Scene) => account(scene, "ben", { closed: true });
const shut = meets("ACCOUNT_CLOSED", "an account that was closed since", (scene) =>
  account(scene, "anna", { closed: true }),
);
const full = meets("BALANCE_OUT_OF_RANGE", "an account that is full", (scene) =>
  account(scene, "anna", { balance: LARGEST }),
);
const empty = meets("BALANCE_BELOW_FLOOR", "an account that is empty", (scene) =>
  account(scene, "anna", { balance: 0n }),
);

function crowd(scene: Scene, amountMinor: bigint, types: number): void {
  const [contract] = scene.core.world.contracts;
  const inputs = Array.from({ length: types }, (_, index) => {
    return [types === 1 ? "bet:IN" : `t${index}:IN`, { amountMinor, count: 1n }] as const;
  });
  const position = { contractId: contract?.id ?? "", periodStart: NOW, version: 1, isNew: false };
  scene.core.state.positions.set(`${contract?.id}:${NOW}`, {
    ...position,
    segments: new Map([[1, new Map(inputs)]]),
    accrued: new Map(),
    accruedMinor: 0n,
    recoupable: new Map(),
    releases: [],
    conditions: null,
  });
}

const held = ofKind("HOLD");
const captured = ofKind("CAPTURE");
const ended = ofKind("VOID");
const reversed = ofKind("REVERSAL");
const rolledBack = ofKind("ROLLBACK");
const idOf = (externalId: string) => (scene: Scene) => scene.posted.get(externalId) ?? "";
const NOWHERE = "00000000-0000-7000-8000-00000000dead";

/** For each kind of operation one that is in order, and all that can be wrong with it, in order. */
const OPERATIONS: Record<string, { sound(scene: Scene): Partial<PostingItem>; flaws: Flaw[] }> = {
  TRANSFER: {
    sound: (scene) => ({ operation: transfer(leg(scene)) }),
    flaws: [
      ...TEXTS,
      withLeg("INVALID_INPUT", "a code of the ledger's own", () => ({ code: "ACCRUAL" })),
      flaw("EMPTY_BATCH", "no legs", (it) => ({ ...it, operation: transfer() })),
      TOO_LARGE,
      NEGATIVE,
      ZERO,
      withLeg("INVALID_AMOUNT", "a leg of nothing", () => ({ amountMinor: 0n })),
      withLeg("INVALID_AMOUNT", "a leg that is too large", () => ({ amountMinor: LARGEST + 1n })),
      withLeg("UNKNOWN_CURRENCY", "a leg in none", () => ({ currency: "XXX" })),
      ...IDENTITY,
      withLeg("ACCOUNT_NOT_FOUND", "no such debit", ({ ids }) => ({ debit: ids.nowhere })),
      withLeg("ACCOUNT_NOT_FOUND", "no such credit", ({ ids }) => ({ credit: ids.nowhere })),
      withLeg(
        "ACCOUNT_CLOSED",
        "a closed debit",
        (scene) => (closed(scene), { debit: scene.ids.ben }),
      ),
      withLeg(
        "ACCOUNT_CLOSED",
        "a closed credit",
        (scene) => (closed(scene), { credit: scene.ids.ben }),
      ),
      withLeg("SAME_ACCOUNT", "one account", ({ ids }) => ({ debit: ids.anna, credit: ids.anna })),
      withLeg("CURRENCY_MISMATCH", "a dollar account", ({ ids }) => ({ credit: ids.carla })),
      withLeg("CURRENCY_MISMATCH", "dollars", () => ({ currency: "USD" })),
      withLeg("BALANCE_BELOW_FLOOR", "too little there", ({ ids }) => {
        return { debit: ids.anna, credit: ids.cash, amountMinor: 1_000n };
      }),
      withLeg("BALANCE_OUT_OF_RANGE", "too much there", () => ({ amountMinor: LARGEST })),
      meets("BALANCE_OUT_OF_RANGE", "a full position", (scene) => crowd(scene, 2n ** 126n, 1)),
      meets("TOO_MANY_TYPES", "a crowded position", (scene) => crowd(scene, 1n, 500)),
    ],
  },
  HOLD: {
    sound: (scene) => ({ operation: hold(scene, null) }),
    flaws: [
      ...TEXTS,
      TOO_LARGE,
      NEGATIVE,
      ZERO,
      ...IDENTITY,
      held("ACCOUNT_NOT_FOUND", "no such debit", ({ ids }) => ({ debit: ids.nowhere })),
      held(
        "ACCOUNT_CLOSED",
        "a closed credit",
        (scene) => (closed(scene), { credit: scene.ids.ben }),
      ),
      held("SAME_ACCOUNT", "one account", ({ ids }) => ({ debit: ids.anna, credit: ids.anna })),
      field("CURRENCY_MISMATCH", "dollars", { currency: "USD" }),
      flaw("BALANCE_BELOW_FLOOR", "too little there", (it, { ids }) => {
        const op = { debit: ids.anna, credit: ids.cash, expiresAt: null };
        return { ...it, amountMinor: 1_000n, operation: { kind: "HOLD", ...op } };
      }),
      meets("BALANCE_OUT_OF_RANGE", "as much on hold as there can be", (scene) =>
        account(scene, "cash", { pendingDebit: LARGEST }),
      ),
    ],
  },
  CAPTURE: {
    sound: (scene) => ({
      operation: { kind: "CAPTURE", holdId: idOf("pending")(scene), final: true },
    }),
    flaws: [
      ...TEXTS,
      TOO_LARGE,
      NEGATIVE,
      ZERO,
      ...IDENTITY,
      captured("HOLD_NOT_FOUND", "no such hold", () => ({ holdId: NOWHERE })),
      captured("HOLD_NOT_FOUND", "no hold at all", (scene) => ({ holdId: idOf("funds")(scene) })),
      captured("HOLD_NOT_PENDING", "a voided hold", (scene) => ({ holdId: idOf("ended")(scene) })),
      captured("HOLD_EXPIRED", "an expired hold", (scene) => ({ holdId: idOf("late")(scene) })),
      field("CAPTURE_EXCEEDS_HOLD", "more than was held", { amountMinor: 11n }),
      shut,
      field("CURRENCY_MISMATCH", "dollars", { currency: "USD" }),
      full,
    ],
  },
  VOID: {
    sound: (scene) => ({
      amountMinor: 0n,
      operation: { kind: "VOID", holdId: idOf("pending")(scene), because: "VOIDED" },
    }),
    flaws: [
      ...TEXTS,
      TOO_LARGE,
      NEGATIVE,
      ...IDENTITY,
      ended("HOLD_NOT_FOUND", "no such hold", () => ({ holdId: NOWHERE })),
      flaw("HOLD_NOT_FOUND", "another's hold", (it, scene) => {
        return { ...it, partnerId: scene.core.world.partners.bolt };
      }),
      ended("HOLD_NOT_PENDING", "a voided hold", (scene) => ({ holdId: idOf("ended")(scene) })),
    ],
  },
  REVERSAL: {
    sound: (scene) => ({
      operation: { kind: "REVERSAL", originalId: idOf("whole")(scene) },
    }),
    flaws: [
      ...TEXTS,
      TOO_LARGE,
      NEGATIVE,
      ...IDENTITY,
      reversed("TRANSACTION_NOT_FOUND", "no such", () => ({ originalId: NOWHERE })),
      reversed("TRANSACTION_NOT_FOUND", "another's", (s) => ({ originalId: idOf("foreign")(s) })),
      reversed("NOT_REVERSIBLE", "a hold", (scene) => ({ originalId: idOf("pending")(scene) })),
      reversed("NOT_REVERSIBLE", "a reversal", (scene) => ({ originalId: idOf("undo")(scene) })),
      field("NOT_REVERSIBLE", "dollars", { currency: "USD" }),
      flaw("NOT_REVERSIBLE", "a part of two", (it, scene) => {
        const operation = { kind: "REVERSAL", originalId: idOf("double")(scene) } as const;
        return { ...it, amountMinor: 5n, operation };
      }),
      reversed("ALREADY_REVERSED", "undone", (scene) => ({ originalId: idOf("undone")(scene) })),
      field("REVERSAL_EXCEEDS_ORIGINAL", "more than it was", { amountMinor: 11n }),
      shut,
      empty,
      meets("BALANCE_OUT_OF_RANGE", "too far below zero", (scene) =>
        account(scene, "cash", { balance: LARGEST }),
      ),
    ],
  },
  ROLLBACK: {
    sound: () => ({ operation: { kind: "ROLLBACK", originalKey: "whole" } }),
    flaws: [
      ...TEXTS,
      TOO_LARGE,
      NEGATIVE,
      ...IDENTITY,
      rolledBack("NOT_REVERSIBLE", "itself", () => ({ originalKey: "new" })),
      rolledBack("NOT_REVERSIBLE", "a hold", () => ({ originalKey: "pending" })),
      field("NOT_REVERSIBLE", "dollars", { currency: "USD" }),
      rolledBack("ALREADY_REVERSED", "undone", () => ({ originalKey: "undone" })),
      rolledBack("ALREADY_REVERSED", "rolled back", () => ({ originalKey: "never" })),
      shut,
      empty,
    ],
  },
};

describe.each(Object.entries(OPERATIONS))("a %s", (_, { sound, flaws }) => {
  test("is posted where nothing is wrong with it", () => {
    const scene = prepared();
    expect(answer(scene, item(scene, sound(scene)))).toEqual(["POSTED"]);
  });

  test.each(flaws.map(({ code, why }, index) => [code, why, index] as const))(
    "is refused %s for %s, whatever else of the later kinds is wrong",
    (code, _why, index) => {
      const alone = prepared();
      const made = item(alone, sound(alone));
      expect(answer(alone, flaws[index]?.make(made, alone) ?? made)).toEqual([code]);
      const scene = prepared();
      const all = flaws.slice(index).toReversed();
      const worst = all.reduce((it, { make }) => make(it, scene), item(scene, sound(scene)));
      expect(answer(scene, worst)).toEqual([code]);
    },
  );

  test("is checked in the order of the list of codes", () => {
    const places = flaws.map(({ code }) => ERROR_CODES.indexOf(code));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe("an expiry", () => {
  const expire = (scene: Scene, externalId: string): PostingItem => {
    const operation = {
      kind: "VOID",
      holdId: idOf(externalId)(scene),
      because: "EXPIRED",
    } as const;
    return item(scene, { externalId: "tutti:expiry", amountMinor: 0n, operation });
  };

  test("ends a hold whose time has come, and no other", () => {
    const scene = prepared();
    expect(answer(scene, expire(scene, "pending"))).toEqual(["HOLD_NOT_PENDING"]);
    expect(answer(scene, expire(scene, "late"))).toEqual(["POSTED"]);
  });

  test("is the ledger's own: nobody else's id may be on it", () => {
    const scene = prepared();
    const mine = { ...expire(scene, "late"), externalId: "mine" };
    expect(answer(scene, mine)).toEqual(["INVALID_INPUT"]);
  });
});

describe("linked transactions", () => {
  const good = (scene: Scene, externalId: string) => item(scene, { externalId });
  const bad = (scene: Scene) => item(scene, { externalId: "bad", currency: "XXX" });
  const known = (scene: Scene) =>
    item(scene, { externalId: "funds", identityKey: "funds", contentHash: "content" });

  test.each<[string, (scene: Scene) => PostingItem[], string[]]>([
    ["all are posted", (s) => [good(s, "a"), good(s, "b")], ["POSTED", "POSTED"]],
    [
      "one is refused, and so is the one before it",
      (s) => [good(s, "a"), bad(s)],
      ["LINKED_TRANSACTION_FAILED", "UNKNOWN_CURRENCY"],
    ],
    [
      "one is refused, and so is the one after it",
      (s) => [bad(s), good(s, "a")],
      ["UNKNOWN_CURRENCY", "LINKED_TRANSACTION_FAILED"],
    ],
    [
      "what was known before stays known, wherever it stands",
      (s) => [known(s), bad(s), known(s)],
      ["REPLAYED", "UNKNOWN_CURRENCY", "REPLAYED"],
    ],
    [
      "a repetition of what is taken back is no replay",
      (s) => [good(s, "a"), good(s, "a"), bad(s)],
      ["LINKED_TRANSACTION_FAILED", "LINKED_TRANSACTION_FAILED", "UNKNOWN_CURRENCY"],
    ],
  ])("%s", (_, group, answers) => {
    const scene = prepared();
    const before = structuredClone(scene.core.state.accounts);
    expect(answer(scene, ...group(scene))).toEqual(answers);
    const untouched = !answers.includes("POSTED");
    expect(untouched).toBe(
      scene.core.state.accounts.get(scene.ids.anna)?.version ===
        before.get(scene.ids.anna)?.version,
    );
  });
});
