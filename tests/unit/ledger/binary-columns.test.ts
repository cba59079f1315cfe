import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bigintColumn,
  countColumn,
  textColumn,
  timeColumn,
  uuidColumn,
} from "../../../src/ledger/binary-columns.js";

/** Reads an array back as `array_recv` does: every element's bytes, or null. */
function elementsOf(column: Buffer): { type: number; elements: (Buffer | null)[] } {
  expect(column.readInt32BE(0)).toBe(1);
  expect(column.readInt32BE(16)).toBe(1);
  const elements: (Buffer | null)[] = [];
  let offset = 20;
  for (let i = column.readInt32BE(12); i > 0; i--) {
    const length = column.readInt32BE(offset);
    offset += 4;
    elements.push(length < 0 ? null : column.subarray(offset, offset + length));
    offset += Math.max(length, 0);
  }
  expect(offset).toBe(column.length);
  return { type: column.readInt32BE(8), elements };
}

const same = <T>(value: T): T => value;
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

describe("binary columns", () => {
  it("keep every bigint", () => {
    const keeps = fc.property(fc.array(int64), (values) => {
      const { type, elements } = elementsOf(bigintColumn(values, same));
      expect(type).toBe(20);
      expect(elements.map((element) => element?.readBigInt64BE())).toEqual(values);
    });
    fc.assert(keeps);
  });

  it("keep every count", () => {
    const keeps = fc.property(fc.array(fc.maxSafeNat()), (values) => {
      const { elements } = elementsOf(countColumn(values, same));
      expect(elements.map((element) => Number(element?.readBigInt64BE()))).toEqual(values);
    });
    fc.assert(keeps);
  });

  it("keep every UUID, in either case, and null", () => {
    const uuids = fc.array(fc.option(fc.uuid()));
    const keeps = fc.property(uuids, fc.boolean(), (values, upper) => {
      const cased = values.map((value) => (upper ? (value?.toUpperCase() ?? null) : value));
      const { type, elements } = elementsOf(uuidColumn(cased, same));
      expect(type).toBe(2950);
      const hex = values.map((value) => value?.replaceAll("-", "") ?? null);
      expect(elements.map((element) => element?.toString("hex") ?? null)).toEqual(hex);
    });
    fc.assert(keeps);
  });

  it.each(["", "poison", "0".repeat(36), "019a-", `${"0".repeat(8)}-0000-0000-0000-00000000000g`])(
    "refuse %j for a UUID",
    (value) => {
      expect(() => uuidColumn([value], same)).toThrow("is not a uuid");
    },
  );

  it("keep every text, and null", () => {
    const texts = fc.array(fc.option(fc.string({ unit: "grapheme" })));
    const keeps = fc.property(texts, (values) => {
      const { type, elements } = elementsOf(textColumn(values, same));
      expect(type).toBe(25);
      expect(elements.map((element) => element?.toString() ?? null)).toEqual(values);
    });
    fc.assert(keeps);
  });

  it("count time from the year 2000, in microseconds", () => {
    const times = [Date.UTC(2_000, 0), Date.UTC(1_999, 11, 31, 23, 59, 59, 999), 1];
    const { type, elements } = elementsOf(timeColumn(times, same));
    expect(type).toBe(1184);
    const micros = elements.map((element) => element?.readBigInt64BE());
    expect(micros).toEqual([0n, -1_000n, -946_684_799_999_000n]);
  });
});
