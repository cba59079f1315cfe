import type { ErrorCode } from "../../src/shared/errors.js";

/** The largest amount and balance: 2^63-1. */
export const LARGEST = 9_223_372_036_854_775_807n;

/** The reference ledger's way of saying no. */
export class Refusal extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

export function refuse(code: ErrorCode): never {
  throw new Refusal(code);
}

export function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
