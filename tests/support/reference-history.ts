import fc from "fast-check";
import type { Direction } from "../../src/ledger/posting-model.rules.js";
import { printBatches } from "./reference-print.js";
import type {
  AccountChange,
  AccountName,
  Batch,
  PartnerName,
  Step,
  StepLeg,
  StepOperation,
} from "./reference-step.js";

/** Transactions cut into batches, each of which is posted at once. */
export class History {
  constructor(readonly batches: readonly Batch[]) {}

  /** As fast-check prints it when the ledgers disagree. */
  toString(): string {
    return printBatches(this.batches);
  }
}

const LARGEST = 2n ** 63n - 1n;
const PERIOD_MS = 1_000;

const ids = fc.integer({ min: 0, max: 39 }).map((n) => `t${n}`);
const partner = fc.constantFrom<PartnerName>("acme", "acme", "acme", "bolt", "carl");
const account = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom<AccountName>("cash", "anna", "anna", "ben", "vault") },
  { weight: 3, arbitrary: fc.constantFrom<AccountName>("dollars", "carla", "owed to acme") },
  { weight: 1, arbitrary: fc.constant<AccountName>("nowhere") },
);
const small = fc.bigInt(1n, 6n);
const amount = fc.oneof(
  { weight: 50, arbitrary: small },
  { weight: 1, arbitrary: fc.constantFrom(0n, -1n, LARGEST + 1n) },
  { weight: 1, arbitrary: fc.constantFrom(LARGEST, LARGEST - 2n, 2n ** 62n - 1n) },
);
const currency = fc.oneof(
  { weight: 50, arbitrary: fc.constant("EUR") },
  { weight: 1, arbitrary: fc.constantFrom("USD", "KRW", "XXX") },
);

/** Mostly what one side of a platform does all day: money comes into wallets and leaves them. */
const route = fc.oneof(
  { weight: 5, arbitrary: fc.constant<[AccountName, AccountName]>(["cash", "anna"]) },
  { weight: 3, arbitrary: fc.constant<[AccountName, AccountName]>(["anna", "cash"]) },
  { weight: 4, arbitrary: fc.tuple(account, account) },
);

const leg: fc.Arbitrary<StepLeg> = fc
  .tuple(
    route,
    amount,
    currency,
    fc.constantFrom(..."BET ".repeat(20).trim().split(" "), "FEE", "ACCRUAL"),
  )
  .map(([[debit, credit], amountMinor, money, code]) => {
    return { debit, credit, amountMinor, currency: money, code };
  });

/** A conversion moves one currency between two accounts, and another between two others. */
const conversion: fc.Arbitrary<StepLeg[]> = fc.tuple(small, small).map(([euros, dollars]) => [
  { debit: "anna", credit: "cash", amountMinor: euros, currency: "EUR", code: "SELL" },
  { debit: "dollars", credit: "carla", amountMinor: dollars, currency: "USD", code: "BUY" },
]);

const legs = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(leg) },
  { weight: 2, arbitrary: conversion },
  { weight: 1, arbitrary: fc.array(leg, { maxLength: 3 }) },
);

const kind = <K extends StepOperation["kind"]>(name: K) => fc.constant(name);
const operation: fc.Arbitrary<StepOperation> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: kind("TRANSFER"), legs }) },
  { weight: 6, arbitrary: fc.tuple(route, fc.option(fc.integer({ min: 1, max: 20 }))).map(holdOf) },
  { weight: 3, arbitrary: fc.record({ kind: kind("CAPTURE"), of: ids, final: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: kind("VOID"),
      of: ids,
      because: fc.constantFrom("VOIDED" as const, "EXPIRED" as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: kind("REVERSAL"), of: ids }) },
  { weight: 2, arbitrary: fc.record({ kind: kind("ROLLBACK"), of: ids }) },
);

function holdOf([[debit, credit], expiresInMs]: [[AccountName, AccountName], number | null]) {
  return { kind: "HOLD" as const, debit, credit, expiresInMs };
}

const badText = fc.constantFrom(
  "",
  "x".repeat(201),
  "nul\0",
  "half \uD83D",
  "\uDE00",
  "tutti:mine",
);

const step: fc.Arbitrary<Step> = fc
  .record({
    partner,
    externalId: fc.oneof({ weight: 150, arbitrary: ids }, { weight: 1, arbitrary: badText }),
    type: fc.oneof(
      { weight: 150, arbitrary: fc.constantFrom("bet", "win") },
      { weight: 1, arbitrary: badText },
    ),
    direction: fc.constantFrom<Direction>("IN", "OUT", "NONE"),
    amountMinor: amount,
    currency,
    occurredAfterMs: fc.oneof(
      { weight: 40, arbitrary: fc.constantFrom(0, 1, PERIOD_MS - 1, PERIOD_MS, 2 * PERIOD_MS) },
      { weight: 1, arbitrary: fc.constantFrom(Number.NaN, 0.5, 8.64e15, -8.64e15) },
    ),
    reference: fc.constantFrom(null, null, 'a "quoted" \\ text, {with} NULL', "NULL"),
    accrues: fc.constantFrom(true, true, false),
    operation,
  })
  .map(amongstItself);

/** A transfer of one leg moves what the transaction says; undoing may ask for all there is left. */
function amongstItself(made: Step): Step {
  const { operation: op, amountMinor, currency: money } = made;
  if (op.kind === "TRANSFER" && op.legs.length === 1) {
    const [only] = op.legs;
    const moved = only?.debit === "cash" && amountMinor <= 6n ? 4n * amountMinor : amountMinor;
    const same = only ? [{ ...only, amountMinor: moved, currency: money }] : [];
    return { ...made, amountMinor: moved, operation: { ...op, legs: same } };
  }
  if (op.kind === "HOLD" && amountMinor <= 6n) return { ...made, amountMinor: 3n * amountMinor };
  const asksForAll = op.kind === "REVERSAL" && amountMinor % 2n === 0n;
  return asksForAll ? { ...made, amountMinor: 0n } : made;
}

const change: fc.Arbitrary<AccountChange> = fc.record({
  account: fc.constantFrom("anna", "ben", "cash", "vault"),
  closed: fc.constantFrom(false, false, false, false, true),
  floorMinor: fc.constantFrom(null, 0n, -3n, 2n),
});

/** The beginning of a batch. */
type Cut = Omit<Batch, "groups">;

const cut: fc.Arbitrary<Cut> = fc.record({
  changes: fc.oneof(
    { weight: 5, arbitrary: fc.constant<AccountChange[]>([]) },
    { weight: 1, arbitrary: fc.array(change, { minLength: 1, maxLength: 2 }) },
  ),
  clockMs: fc.integer({ min: -2, max: 4 }),
});

/** Which kinds an operation is about. */
const ABOUT: Partial<Record<StepOperation["kind"], StepOperation["kind"][]>> = {
  CAPTURE: ["HOLD"],
  VOID: ["HOLD"],
  REVERSAL: ["TRANSFER", "CAPTURE"],
  ROLLBACK: ["TRANSFER"],
};

/** Makes a step about one whose id is known, where there is one of a fitting kind. */
function aimed(one: Step, sent: readonly Step[], back: number): Step {
  const { operation: op } = one;
  if (!("of" in op)) return one;
  const fitting = sent.filter(({ operation: { kind: which } }) => ABOUT[op.kind]?.includes(which));
  const target = fitting.at(-1 - (back % fitting.length));
  if (!target) return one;
  const { partner: owner, externalId, currency: money } = target;
  return { ...one, partner: owner, currency: money, operation: { ...op, of: externalId } };
}

/** One transaction with its place: a flat list of these shrinks well, batches of groups do not. */
interface Sending {
  /** Opens a new batch. */
  cut: Cut | null;
  /** Stands and falls with the one before it. */
  linked: boolean;
  /** Sends the one so many places before it once more, in place of the step. */
  again: number | null;
  /** Which of the transactions before it this one is about; any, or none, where absent. */
  about: number | null;
  step: Step;
}

/** Once in `freq` times, and never if it can be done without. */
function sometimes<T>(arbitrary: fc.Arbitrary<T>, freq: number): fc.Arbitrary<T | null> {
  const never = { weight: freq - 1, arbitrary: fc.constant(null) };
  return fc.oneof({ withCrossShrink: true }, never, { weight: 1, arbitrary });
}

const sending: fc.Arbitrary<Sending> = fc.record({
  cut: sometimes(cut, 4),
  linked: fc.integer({ min: 0, max: 7 }).map((n) => n === 7),
  again: sometimes(fc.integer({ min: 1, max: 12 }), 9),
  about: fc.option(fc.nat(5), { freq: 12 }),
  step,
});

function historyOf(sendings: readonly Sending[]): History {
  const batches: Batch[] = [];
  const sent: Step[] = [];
  let sentBefore = 0;
  for (const { cut: opened, linked, again, about, step: made } of sendings) {
    if (opened || batches.length === 0) {
      batches.push({ changes: [], clockMs: 0, ...opened, groups: [] });
      sentBefore = sent.length;
    }
    const known = made.operation.kind === "ROLLBACK" ? sent : sent.slice(0, sentBefore);
    const fresh = about === null ? made : aimed(made, known, about);
    const one = (again === null ? undefined : sent.at(-again)) ?? fresh;
    sent.push(one);
    const groups = batches.at(-1)?.groups;
    const group = linked ? groups?.at(-1) : undefined;
    if (group) group.push(one);
    else groups?.push([one]);
  }
  return new History(batches);
}

/** Random histories, cut into random batches, in which transactions often meet. */
export const histories: fc.Arbitrary<History> = fc
  .array(sending, { minLength: 1, maxLength: 60, size: "max" })
  .map(historyOf);
