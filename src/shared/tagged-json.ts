import { createHash } from "node:crypto";

/** Plain JSON, as it is stored. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * A value as plain JSON with its dates and bigints tagged, keys in alphabetical order, so that
 * equal values have equal text. Objects with a `toJSON` (entities) say themselves what they are.
 * @throws TypeError for functions, symbols and NaN, which JSON cannot say
 */
export function toTaggedJson(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return { $date: value.toISOString() };
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "bigint":
      return { $int: value.toString() };
    case "number":
      return finite(value);
    case "object":
      return composite(value);
    default:
      throw new TypeError(`A ${typeof value} cannot be stored as JSON`);
  }
}

/** The value that `toTaggedJson` was given, entities as plain objects. */
export function fromTaggedJson(json: Json): unknown {
  if (json === null || typeof json !== "object") return json;
  if (isList(json)) return json.map(fromTaggedJson);
  if (typeof json["$date"] === "string") return new Date(json["$date"]);
  if (typeof json["$int"] === "string") return BigInt(json["$int"]);
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, fromTaggedJson(item)]));
}

/** The one text of a value: equal values have equal texts. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(toTaggedJson(value));
}

/** SHA-256 of a value's one text. */
export function digestOf(value: unknown): Buffer {
  return createHash("sha256").update(canonicalText(value)).digest();
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new TypeError(`${value} cannot be stored as JSON`);
}

function composite(value: object): Json {
  if (Array.isArray(value)) return value.map(toTaggedJson);
  if ("toJSON" in value && typeof value.toJSON === "function") return toTaggedJson(value.toJSON());
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, item]) => [key, toTaggedJson(item)] as const);
  return Object.fromEntries(entries);
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
