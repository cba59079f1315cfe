import { expect, test } from "vitest";
import type { DomainError } from "../../../src/shared/errors.js";
import { validateTerms } from "../../../src/settlements/validate-terms.rules.js";
import { FRAME, share, type TermsJson } from "./terms.js";

export const GGR = { id: "ggr", kind: "GGR" };

/** Terms that are right, with one thing changed. */
export function changed(changes: TermsJson): TermsJson {
  return { ...FRAME, bases: [GGR], clauses: [share()], ...changes };
}

export function withTiers(tiers: unknown, changes: TermsJson = {}): TermsJson {
  return changed({ clauses: [share({ scheme: "GRADUATED", tiers, ...changes })] });
}

export function after(...clauses: readonly TermsJson[]): TermsJson {
  return changed({ clauses: [share(), ...clauses] });
}

export function free(...steps: readonly TermsJson[]): TermsJson {
  return changed({ bases: [{ id: "ggr", kind: "FREE", steps }] });
}

export const stakes = {
  name: "stakes",
  effect: "ADD",
  of: "INPUTS",
  inputs: [{ direction: "IN" }],
};
export const half = { name: "half", effect: "DEDUCT", of: "RATE", rate: "0.5" };
export const vat = { kind: "VAT", rate: "0.1", bornBy: "PLATFORM", remittedBy: "PARTNER" };
export const minimum = { kind: "MINIMUM_GUARANTEE", beneficiary: "PARTNER" };
export const item = { name: "calls", inputs: [{ types: ["call"] }], scheme: "FLAT" };
export const perItem = { id: "items", kind: "PER_ITEM_FEE", beneficiary: "PARTNER" };
export const price = { ...item, tiers: [{ from: "0", unitPriceMinor: "2.5" }] };
export const LINE = { mode: "DOWN", per: "LINE" };

/** What is refused, as which code, and where. */
export type Row = [what: string, terms: unknown, code: string, path: (string | number)[]];

/** Why terms are refused, or null when they are not. */
export function refusalOf(
  json: unknown,
): Pick<DomainError, "code" | "inputPath" | "message"> | null {
  try {
    validateTerms(json);
    return null;
  } catch (error) {
    const { code, inputPath, message } = error as DomainError;
    return { code, inputPath, message };
  }
}

/** Refuses every row with its code, at its path, and with a sentence. */
export function refusesAll(rows: readonly Row[]): void {
  test.each(rows)("%s", (_what, json, code, inputPath) => {
    const message = expect.stringMatching(/^.{10,}/);
    expect(refusalOf(json)).toEqual({ code, inputPath, message });
  });
}
