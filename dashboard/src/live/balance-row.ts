import type { BalancesItem } from "@tutti/client";

type Snapshot = Extract<BalancesItem, { __typename: "BalancesSnapshot" }>;

/** An account as the hub tells of it. */
export type ToldBalance = Snapshot["balances"][number];

/** An account as the wall shows it: never changed, only replaced by another object. */
export interface BalanceRow {
  readonly id: string;
  /** Null for the platform's own. */
  readonly partnerId: string | null;
  readonly purpose: string;
  readonly currency: string;
  /** Decimals, as the hub wrote them. */
  readonly posted: string;
  readonly available: string;
  readonly pendingOut: string;
  readonly pendingIn: string;
  readonly postedMinor: bigint;
  readonly version: string;
  readonly lastPostedAt: string | null;
  /** When it was changed here last, milliseconds since 1970; 0 when it only came in a snapshot. */
  readonly changedAt: number;
  /** Which way it went then. */
  readonly direction: "up" | "down" | "level";
  /** How often it was changed here. */
  readonly changes: number;
}

/** A row of what the hub tells, as the one after `before`. */
export function rowOf(told: ToldBalance, before?: BalanceRow, at = 0): BalanceRow {
  const { balance } = told;
  const postedMinor = BigInt(balance.posted.amountMinor);
  return {
    id: told.id,
    partnerId: told.partnerId,
    purpose: told.purpose,
    currency: told.currency,
    posted: balance.posted.amount,
    available: balance.available.amount,
    pendingOut: balance.pendingOut.amount,
    pendingIn: balance.pendingIn.amount,
    postedMinor,
    version: balance.version,
    lastPostedAt: told.lastPostedAt,
    changedAt: at,
    direction: directionOf(postedMinor - (before?.postedMinor ?? 0n)),
    changes: (before?.changes ?? 0) + (at === 0 ? 0 : 1),
  };
}

function directionOf(step: bigint): BalanceRow["direction"] {
  if (step === 0n) return "level";
  return step > 0n ? "up" : "down";
}
