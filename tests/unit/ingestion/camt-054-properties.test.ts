import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ParsedDocument } from "../../../src/ingestion/adapters/index.js";
import { notification } from "../../support/camt-arbitraries.js";
import { accepted, parseCamt054 } from "../../support/camt-documents.js";

const pieceBytes = fc.integer({ min: 1, max: 5000 });

describe("any good notification", () => {
  it("gives exactly its payments, however it is cut into pieces", async () => {
    await fc.assert(
      fc.asyncProperty(notification, pieceBytes, async ({ text, rows }, size) => {
        const { transactions } = await accepted(text, { pieceBytes: size });
        expect(transactions).toMatchObject(rows);
        expect(transactions).toHaveLength(rows.length);
      }),
    );
  });

  it("gives each payment an identity of its own, and the same one every time", async () => {
    await fc.assert(
      fc.asyncProperty(notification, async ({ text, rows }) => {
        const [first, second] = [await accepted(text), await accepted(text)];
        const ids = first.transactions.map((row) => row.externalId);
        expect(new Set(ids).size).toBe(rows.length);
        expect(second.transactions.map((row) => row.externalId)).toEqual(ids);
      }),
    );
  });
});

describe("any notification that is damaged", () => {
  it("is refused when it is cut off anywhere before its end", async () => {
    await fc.assert(
      fc.asyncProperty(notification, fc.nat(), pieceBytes, async ({ text }, at, size) => {
        const bytes = Buffer.from(text);
        const parsed = await parseCamt054(bytes.subarray(0, at % bytes.length), {
          pieceBytes: size,
        });
        expect(parsed).toMatchObject([{ ok: false, refusal: { reason: expect.any(String) } }]);
      }),
    );
  });

  it("is refused, or whole by its own totals, when bytes of it are overwritten", async () => {
    const damage = fc.array(fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }) }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(notification, damage, async ({ text }, changes) => {
        const bytes = Buffer.from(text);
        for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
        expect((await parseCamt054(bytes)).filter(isHalf)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("loses no payment in silence when a piece of it is taken out or doubled", async () => {
    const piece = fc.record({ at: fc.nat(), length: fc.integer({ min: 1, max: 400 }) });
    const damage = fc.tuple(piece, fc.boolean());
    await fc.assert(
      fc.asyncProperty(notification, damage, async ({ text }, [{ at, length }, doubles]) => {
        const from = at % text.length;
        const [end, start] = doubles ? [from + length, from] : [from, from + length];
        const parsed = await parseCamt054(text.slice(0, end) + text.slice(start));
        expect(parsed.filter(isHalf)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** Neither refused with a reason nor whole by the totals that the reading itself reports. */
function isHalf(parsed: ParsedDocument): boolean {
  if (!parsed.ok) return parsed.refusal.reason === "";
  return (
    parsed.controlTotals.some((total) => total.computed !== total.declared) ||
    parsed.transactions.some((row) => row.amountMinor <= 0n)
  );
}
