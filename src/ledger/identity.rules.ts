import { hash } from "node:crypto";

/** External ids that begin so are the hub's own; the core refuses them from anyone else. */
export const OWN_PREFIX = "tutti:";

/**
 * The identity of a transaction for ever: the first 128 bits of SHA-256 over the partner and the
 * partner's external id, as a UUID's text. At ten billion transactions the chance of two that
 * share one is below 10^-18.
 */
export function identityKeyOf(partnerId: string | null, externalId: string): string {
  return digest(`${partnerId ?? ""}\n${externalId}`);
}

/** A digest of a transaction's content: the same id with another digest is another transaction. */
export function contentHashOf(content: readonly (string | number | bigint | null)[]): string {
  return digest(JSON.stringify(content, (_, value: unknown) => textOf(value)));
}

function textOf(value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}

function digest(text: string): string {
  const hex = hash("sha256", text, "hex");
  return (
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-` +
    `${hex.slice(16, 20)}-${hex.slice(20, 32)}`
  );
}
