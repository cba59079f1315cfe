import { GraphQLError, Kind } from "graphql";
import { describe, expect, test } from "vitest";
import {
  CalendarDateScalar,
  CurrencyScalar,
  DateTimeScalar,
  DecimalScalar,
  Int64Scalar,
} from "../../../src/shared/graphql/scalars.js";

describe("a moment", () => {
  test.each([
    ["2026-01-31T15:00:00Z", "2026-01-31T15:00:00.000Z"],
    ["2026-01-31T15:00:00.123456Z", "2026-01-31T15:00:00.123Z"],
    ["2026-02-01T00:00:00+09:00", "2026-01-31T15:00:00.000Z"],
    ["2024-02-29T00:00:00-05:30", "2024-02-29T05:30:00.000Z"],
  ])("%s is %s", (text, utc) => {
    expect(DateTimeScalar.serialize(DateTimeScalar.parseValue(text))).toBe(utc);
  });

  test.each([
    "2026-01-31T15:00:00",
    "2026-01-31",
    "2026-02-30T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-01-31T24:00:00Z",
    "2026-01-31 15:00:00Z",
    "yesterday",
    1_700_000_000,
    null,
  ])("%s is refused", (text) => {
    expect(() => DateTimeScalar.parseValue(text)).toThrow(GraphQLError);
  });
});

describe("a day", () => {
  test("is what it was given as", () => {
    expect(CalendarDateScalar.parseValue("2024-02-29")).toBe("2024-02-29");
  });

  test.each(["2026-02-29", "2026-1-1", "2026-01-32", "20260101", "2026-01-01T00:00:00Z"])(
    "%s is refused",
    (text) => {
      expect(() => CalendarDateScalar.parseValue(text)).toThrow(GraphQLError);
    },
  );
});

describe("a whole number of 64 bits", () => {
  test.each([
    ["0", 0n],
    ["-1250", -1250n],
    ["9223372036854775807", 2n ** 63n - 1n],
    ["-9223372036854775808", -(2n ** 63n)],
    [9_007_199_254_740_991, 9_007_199_254_740_991n],
  ])("%s is read exactly", (given, value) => {
    expect(Int64Scalar.parseValue(given)).toBe(value);
  });

  test("is answered as a string, whatever its size", () => {
    expect(Int64Scalar.serialize(2n ** 63n - 1n)).toBe("9223372036854775807");
  });

  test("can be a number in a document, which has no limit of digits", () => {
    const literal = { kind: Kind.INT, value: "9223372036854775807" } as const;
    expect(Int64Scalar.parseLiteral(literal)).toBe(2n ** 63n - 1n);
  });

  test.each([
    "9223372036854775808",
    "1.5",
    "1e3",
    "+1",
    "01",
    "",
    " 1",
    9_007_199_254_740_992,
    1.5,
    true,
  ])("%s is refused", (given) => {
    expect(() => Int64Scalar.parseValue(given)).toThrow(GraphQLError);
  });
});

describe("a decimal", () => {
  test.each(["0", "0.1250", "-12.50", "123456789012345678901234567890.123456789012345678"])(
    "%s keeps every digit",
    (text) => {
      expect(DecimalScalar.serialize(DecimalScalar.parseValue(text))).toBe(text);
    },
  );

  test.each([0.1, 1, "1e-3", ".5", "1.", "1,5", "NaN", ""])("%s is refused", (given) => {
    expect(() => DecimalScalar.parseValue(given)).toThrow(GraphQLError);
  });
});

describe("a currency", () => {
  test("is one that the hub knows", () => {
    expect(CurrencyScalar.parseValue("KRW")).toBe("KRW");
    expect(() => CurrencyScalar.parseValue("krw")).toThrow(GraphQLError);
    expect(() => CurrencyScalar.parseValue("XYZ")).toThrow(GraphQLError);
  });
});
