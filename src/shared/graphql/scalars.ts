import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { isCurrency } from "../money.js";

const DAY = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const MINUTE = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;
const DATE_TIME = new RegExp(
  String.raw`^${DAY}T${MINUTE}:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-]${MINUTE})$`,
);
const CALENDAR_DATE = new RegExp(`^${DAY}$`);
const INTEGER = /^-?(?:0|[1-9]\d{0,18})$/;
const DECIMAL = /^-?(?:0|[1-9]\d{0,29})(?:\.\d{1,30})?$/;

const INT64_MAX = 2n ** 63n - 1n;
const INT64_MIN = -(2n ** 63n);

/** A moment: ISO 8601 with its offset in, UTC with milliseconds out. */
export const DateTimeScalar = textScalar<Date>({
  name: "DateTime",
  description:
    "A moment as ISO 8601, with an offset from UTC when it is given and always in UTC when it is " +
    "answered, such as `2026-01-31T15:00:00.000Z`.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
  parse: parseDateTime,
  print: (value) => toDate(value).toISOString(),
});

/** A day of the calendar, without a time or a zone of its own. */
export const CalendarDateScalar = textScalar<string>({
  name: "Date",
  description: "A day of the calendar as `YYYY-MM-DD`, such as `2026-01-31`.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  parse: parseCalendarDate,
  print: String,
});

/** A whole number of up to 64 bits. A string, because JSON numbers are exact only to 2^53. */
export const Int64Scalar = textScalar<bigint>({
  name: "Int64",
  description:
    'A whole number of 64 bits, as a string of decimal digits, such as `"-1250"`: a JSON number ' +
    "would lose digits beyond 2^53.",
  parse: parseInt64,
  print: String,
});

/** An exact decimal number as text. */
export const DecimalScalar = textScalar<string>({
  name: "Decimal",
  description: 'An exact decimal number as a string, such as `"0.1250"`. Never a JSON number.',
  parse: (text) => {
    if (DECIMAL.test(text)) return text;
    throw refusal("Decimal", text, "digits with an optional decimal point are expected");
  },
  print: String,
});

/** A currency's code. */
export const CurrencyScalar = textScalar<string>({
  name: "Currency",
  description: "A currency that this hub knows: its ISO 4217 code, such as `KRW`.",
  specifiedByURL: "https://www.iso.org/iso-4217-currency-codes.html",
  parse: (text) => {
    if (isCurrency(text)) return text;
    throw refusal("Currency", text, "this hub does not know it");
  },
  print: String,
});

interface TextScalar<T> {
  name: string;
  description: string;
  specifiedByURL?: string;
  parse(text: string): T;
  print(value: unknown): string;
}

function textScalar<T>({ name, description, specifiedByURL, parse, print }: TextScalar<T>) {
  return new GraphQLScalarType<T, string>({
    name,
    description,
    specifiedByURL,
    serialize: print,
    parseValue: (value) => parse(textOf(name, value)),
    parseLiteral: (node) => parse(literalText(name, node)),
  });
}

function textOf(name: string, value: unknown): string {
  if (typeof value === "string") return value;
  if (name === "Int64" && typeof value === "number" && Number.isSafeInteger(value)) {
    return String(value);
  }
  throw refusal(name, String(value), "a string is expected");
}

function literalText(name: string, node: ValueNode): string {
  if (node.kind === Kind.STRING) return node.value;
  if (name === "Int64" && node.kind === Kind.INT) return node.value;
  throw refusal(name, node.kind, "a string is expected");
}

function parseDateTime(text: string): Date {
  const date = new Date(text);
  if (!DATE_TIME.test(text) || Number.isNaN(date.getTime()) || !isDay(text.slice(0, 10))) {
    throw refusal("DateTime", text, "ISO 8601 with an offset is expected");
  }
  return date;
}

function parseCalendarDate(text: string): string {
  if (CALENDAR_DATE.test(text) && isDay(text)) return text;
  throw refusal("Date", text, "a day as YYYY-MM-DD is expected");
}

/** JavaScript rolls February 30 over into March; such a day is refused instead. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function parseInt64(text: string): bigint {
  const value = INTEGER.test(text) ? BigInt(text) : null;
  if (value !== null && value >= INT64_MIN && value <= INT64_MAX) return value;
  throw refusal("Int64", text, "a whole number of 64 bits is expected");
}

function toDate(value: unknown): Date {
  return value instanceof Date ? value : new Date(String(value));
}

function refusal(name: string, value: string, why: string): GraphQLError {
  return new GraphQLError(`"${value.slice(0, 64)}" is not a ${name}: ${why}`, {
    extensions: { code: "BAD_USER_INPUT" },
  });
}
