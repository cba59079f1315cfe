import canonicalize from "canonicalize";

/**
 * The canonical form of a JSON value (RFC 8785), the one text that is signed and kept.
 * @throws Error for what JSON cannot say, and for text that is no Unicode
 */
export function canonicalJson(value: object): string {
  return canonicalize(value) as string;
}
