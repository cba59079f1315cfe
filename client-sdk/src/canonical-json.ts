/**
 * The canonical form of a JSON value (RFC 8785): keys in the order of their UTF-16 units, no white
 * space, numbers as JavaScript writes them. @throws TypeError for what JSON cannot say
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== "object") return primitive(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, member]) => `${primitive(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

function primitive(value: unknown): string {
  if (typeof value === "string" && LONE_SURROGATE.test(value)) {
    throw new TypeError("A text holds half a character");
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new TypeError(`${value} is no JSON number`);
  }
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError(`A ${typeof value} is no JSON value`);
  return text;
}
