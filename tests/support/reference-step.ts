import type { Direction, Side } from "../../src/ledger/posting-model.rules.js";

/** The accounts of a history: few, so that its transactions meet on them. */
export const ACCOUNTS = {
  cash: { currency: "EUR", normalSide: "DEBIT", floorMinor: null },
  anna: { currency: "EUR", normalSide: "CREDIT", floorMinor: 0n },
  ben: { currency: "EUR", normalSide: "CREDIT", floorMinor: -3n },
  vault: { currency: "EUR", normalSide: "DEBIT", floorMinor: 0n },
  dollars: { currency: "USD", normalSide: "DEBIT", floorMinor: null },
  carla: { currency: "USD", normalSide: "CREDIT", floorMinor: 0n },
  "owed to acme": { currency: "EUR", normalSide: "CREDIT", floorMinor: null },
  "owed to bolt": { currency: "EUR", normalSide: "CREDIT", floorMinor: null },
  shares: { currency: "EUR", normalSide: "DEBIT", floorMinor: null },
} satisfies Record<string, { currency: string; normalSide: Side; floorMinor: bigint | null }>;

export type AccountName = keyof typeof ACCOUNTS | "nowhere";
export type PartnerName = "acme" | "bolt" | "carl";

export interface StepLeg {
  debit: AccountName;
  credit: AccountName;
  amountMinor: bigint;
  currency: string;
  code: string;
}

/** What a step does; other transactions are named by their external ids. */
export type StepOperation =
  | { kind: "TRANSFER"; legs: StepLeg[] }
  | { kind: "HOLD"; debit: AccountName; credit: AccountName; expiresInMs: number | null }
  | { kind: "CAPTURE"; of: string; final: boolean }
  | { kind: "VOID"; of: string; because: "VOIDED" | "EXPIRED" }
  | { kind: "REVERSAL"; of: string }
  | { kind: "ROLLBACK"; of: string };

/** One transaction of a history; times in milliseconds after the history's beginning. */
export interface Step {
  partner: PartnerName;
  externalId: string;
  type: string;
  direction: Direction;
  amountMinor: bigint;
  currency: string;
  occurredAfterMs: number;
  reference: string | null;
  accrues: boolean;
  operation: StepOperation;
}

export interface AccountChange {
  account: keyof typeof ACCOUNTS;
  closed: boolean;
  floorMinor: bigint | null;
}

export interface Batch {
  /** What a person changes before the batch. */
  changes: AccountChange[];
  /** How far the clock moves before the batch; a clock can be set back. */
  clockMs: number;
  groups: Step[][];
}
