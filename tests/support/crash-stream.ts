import type { PostingGroup } from "../../src/ledger/posting-model.rules.js";
import type { World } from "./reference-pages.js";
import { itemOf } from "./reference-run.js";
import type { AccountName, PartnerName, Step } from "./reference-step.js";

function step(externalId: string, amountMinor: bigint, changes: Partial<Step>): Step {
  return {
    partner: "acme",
    externalId,
    type: "bet",
    direction: "IN",
    amountMinor,
    currency: "EUR",
    occurredAfterMs: 0,
    reference: null,
    accrues: true,
    operation: { kind: "TRANSFER", legs: [] },
    ...changes,
  };
}

function pay(
  externalId: string,
  amountMinor: bigint,
  [debit, credit]: [AccountName, AccountName],
  partner: PartnerName = "acme",
): Step {
  const leg = { debit, credit, amountMinor, currency: "EUR", code: "BET" };
  return step(externalId, amountMinor, { partner, operation: { kind: "TRANSFER", legs: [leg] } });
}

const hold = { kind: "HOLD", debit: "cash", credit: "ben", expiresInMs: null } as const;

/**
 * The n-th submission of a stream, the same whoever makes it: money in and out of a wallet, two
 * that are linked, now and then a hold, a repetition, and one that is refused. Whatever of it is
 * not refused by its nature can be posted at any time.
 */
export function submission(n: number): Step[][] {
  const size = BigInt(n % 9) + 1n;
  return [
    [pay(`in${n}`, size, ["cash", "anna"])],
    [pay(`out${n}`, 1n, ["anna", "cash"], "bolt")],
    [pay(`one${n}`, 2n, ["cash", "anna"]), pay(`two${n}`, 1n, ["cash", "ben"], "bolt")],
    ...(n % 3 === 2 ? [[step(`hold${n}`, size, { operation: hold })]] : []),
    ...(n % 4 === 3 ? [[pay(`in${n - 1}`, BigInt((n - 1) % 9) + 1n, ["cash", "anna"])]] : []),
    ...(n % 5 === 4 ? [[pay(`lost${n}`, 1n, ["cash", "nowhere"])]] : []),
  ];
}

export function itemsOf(world: World, n: number): PostingGroup[] {
  return submission(n).map((group) => group.map((each) => itemOf(world, new Map(), each)));
}
