import type { Terms } from "./terms.rules.js";

/** What a closed settlement adds up from, in minor units of its currency. */
export interface SettlementSums {
  /** What the period itself brought. */
  payableMinor: bigint;
  /** What the partner still owed from before; negative or zero. */
  broughtForwardMinor: bigint;
  /** What late transactions changed in earlier periods that were settled already. */
  correctionsMinor: bigint;
  /** What people corrected. */
  adjustmentsMinor: bigint;
  whenNegative: Terms["whenNegative"];
}

/** What is to be paid, and what the partner owes still and the next settlement takes over. */
export interface SettlementDues {
  /** Negative is to be collected from the partner. */
  dueMinor: bigint;
  /** Negative or zero. */
  carriedForwardMinor: bigint;
}

/** What a settlement comes to in the end. */
export function duesOf(sums: SettlementSums): SettlementDues {
  const { payableMinor, broughtForwardMinor, correctionsMinor, adjustmentsMinor } = sums;
  const balance = payableMinor + broughtForwardMinor + correctionsMinor + adjustmentsMinor;
  const kept = balance < 0n && sums.whenNegative === "CARRY_FORWARD";
  return { dueMinor: kept ? 0n : balance, carriedForwardMinor: kept ? balance : 0n };
}

/** A settlement that may be paid together with others, and what it comes to: due or still owed. */
export interface NettedSettlement {
  id: string;
  contractId: string;
  amountMinor: bigint;
}

/** An amount that one settlement gives to another of the same payout, or to the bank (null). */
export interface NettingLeg {
  from: NettedSettlement;
  to: NettedSettlement | null;
  amountMinor: bigint;
}

/**
 * How settlements are paid as one: those above zero cover those below, in the order given, and what
 * is left of each goes to the bank. The sum must not be negative.
 */
export function nettingLegs(settlements: readonly NettedSettlement[]): NettingLeg[] {
  const owing = settlements.filter(({ amountMinor }) => amountMinor < 0n);
  const open = owing.map((to) => ({ to, missing: -to.amountMinor }));
  const legs: NettingLeg[] = [];
  for (const from of settlements.filter(({ amountMinor }) => amountMinor > 0n)) {
    let left = from.amountMinor;
    for (const place of open) {
      const amountMinor = left < place.missing ? left : place.missing;
      if (amountMinor === 0n) continue;
      legs.push({ from, to: place.to, amountMinor });
      place.missing -= amountMinor;
      left -= amountMinor;
    }
    if (left > 0n) legs.push({ from, to: null, amountMinor: left });
  }
  return legs;
}
