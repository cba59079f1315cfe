import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { linesOf, UnreadableLine, type Line } from "../../../src/ingestion/split-lines.js";
import { collected, inPieces } from "../../support/camt-documents.js";

const split = async (content: string | Uint8Array, piece = 5, max = 100): Promise<Line[]> =>
  (await collected(linesOf(inPieces(content, piece), max))).flat();

const reasonOf = (line: Line | undefined): string =>
  line instanceof UnreadableLine ? line.reason : "";

describe("lines of a stream", () => {
  it.each([
    ["", []],
    ["a", ["a"]],
    ["a\n", ["a"]],
    ["a\n\nb\n", ["a", "", "b"]],
    ["\n", [""]],
    ["a\r\nb", ["a\r", "b"]],
    ["\uFEFFa\nb", ["a", "b"]],
  ])("of %j are %j", async (content, lines) => {
    expect(await split(content)).toEqual(lines);
  });

  test("are the same however the stream is cut", async () => {
    const anyLine = fc
      .string({ unit: "grapheme", maxLength: 40 })
      .map((text) => text.replaceAll("\n", ""));
    const streams = fc
      .array(anyLine, { minLength: 1 })
      .filter((lines) => !lines[0]?.startsWith("\uFEFF"));
    await fc.assert(
      fc.asyncProperty(streams, fc.integer({ min: 1, max: 50 }), async (lines, piece) => {
        expect(await split(`${lines.join("\n")}\n`, piece, 1_000)).toEqual(lines);
      }),
    );
  });

  test.each([1, 30, 64, 1_000])(
    "that are too long are passed over, in pieces of %i",
    async (piece) => {
      const lines = await split(
        `a\n${"x".repeat(101)}\nb\n${"é".repeat(51)}\nc\n${"y".repeat(500)}`,
        piece,
      );
      expect(lines.filter((line) => typeof line === "string")).toEqual(["a", "b", "c"]);
      expect([1, 3, 5].map((index) => reasonOf(lines[index]))).toEqual(
        Array.from({ length: 3 }, () => "The line is longer than 100 bytes"),
      );
    },
  );

  test.each([1, 3, 1_000])("that are not UTF-8 spoil no others, in pieces of %i", async (piece) => {
    const bytes = Buffer.concat([
      Buffer.from("é\n"),
      Buffer.from([0xff, 0x0a]),
      Buffer.from("ü\nz"),
    ]);
    const lines = await split(bytes, piece);
    expect([lines[0], reasonOf(lines[1]), lines[2], lines[3]]).toEqual([
      "é",
      "The line is not UTF-8",
      "ü",
      "z",
    ]);
  });
});
