import type { TransactionDetails } from "./transaction-details.js";

/** Free text comes in lines of 140; what is kept of them is cut, the document itself is not. */
const REMITTANCE_CHARACTERS = 1000;

/** Adds a line of free text to what a payment says it is for. */
export function appendRemittance(details: TransactionDetails, text: string): void {
  const before = details.unstructured;
  const joined = before === undefined ? text : `${before} ${text}`;
  // The cut may go through a pair of surrogates, and half of one is no text.
  const cut = joined.slice(0, REMITTANCE_CHARACTERS).replace(/[\ud800-\udbff]$/, "");
  details.unstructured = kept(cut);
}

/** ISO 20022 demands some references; a bank that has none writes NOTPROVIDED. */
export function given(text: string): string | undefined {
  return text === "NOTPROVIDED" ? undefined : kept(text);
}

/**
 * A copy that stands alone: a text cut out of the input keeps the whole piece of input alive, and
 * with rows all over it that is the document. Adding a character and cutting it off again copies.
 */
export function kept(text: string): string {
  return ` ${text}`.slice(1);
}

/** xs:boolean. */
export function isTrue(text: string): boolean {
  return text === "true" || text === "1";
}
