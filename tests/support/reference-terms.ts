import type { AccountId, PostingItem } from "../../src/ledger/posting-model.rules.js";

/**
 * A contract of the reference ledger: a flat share, `numerator / 10000`, in periods of one length.
 */
export interface ReferenceContract {
  id: string;
  partnerId: string;
  currency: string;
  basis: "TURNOVER" | "NET";
  /** Hundredths of a percent. */
  shareBasisPoints: bigint;
  rounding: "HALF_EVEN" | "HALF_UP" | "DOWN";
  periodMs: number;
  payable: AccountId;
  expense: AccountId;
}

/** The start of the period that a moment lies in. */
export function periodOf({ periodMs }: ReferenceContract, at: number): number {
  return Math.floor(at / periodMs) * periodMs;
}

/** What an item counts towards: a contract's period. */
export function positionName(contract: ReferenceContract, { occurredAt }: PostingItem): string {
  return `${contract.id}:${periodOf(contract, occurredAt)}`;
}

/** What the partner has earned in a period by what was counted in it. */
export function earned(
  contract: ReferenceContract,
  inputs: ReadonlyMap<string, { amountMinor: bigint }>,
): bigint {
  let basis = 0n;
  for (const [input, { amountMinor }] of inputs) {
    if (input.split(":").at(-1) === "IN") basis += amountMinor;
    if (input.split(":").at(-1) === "OUT" && contract.basis === "NET") basis -= amountMinor;
  }
  return rounded(basis * contract.shareBasisPoints, contract.rounding);
}

/** Ten-thousandths as whole ones. */
function rounded(tenThousandths: bigint, rounding: ReferenceContract["rounding"]): bigint {
  const towardsZero = tenThousandths / 10_000n;
  const rest = tenThousandths % 10_000n;
  const awayFromZero = towardsZero + (rest < 0n ? -1n : 1n);
  const size = rest < 0n ? -rest : rest;
  if (rounding === "DOWN" || size < 5_000n) return towardsZero;
  if (size > 5_000n || rounding === "HALF_UP") return awayFromZero;
  return towardsZero % 2n === 0n ? towardsZero : awayFromZero;
}
