import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inShort, outcomesOf, refusalOf, tarGzOf, tarOf } from "../../support/camt-archives.js";
import { openInput } from "../../../src/ingestion/archive-members.js";
import { camt054, inPieces } from "../../support/camt-documents.js";

const CREATED = "2024-05-01T08:00:00Z";
const shortOutcomes = async (...input: Parameters<typeof outcomesOf>): Promise<string[]> =>
  (await outcomesOf(...input)).map(inShort);
const notification = (messageId: string): string => camt054({ messageId });
const identity = (messageId: string): string => `${messageId}/N-1/${CREATED}`;

describe("an input", () => {
  it.each([
    ["a document", "a.xml", Buffer.from(notification("A")), "a.xml"],
    ["a gzipped document", "a.xml.gz", gzipSync(notification("A")), "a.xml"],
    ["gzip that is not called so", "a.xml", gzipSync(notification("A")), "a.xml"],
    ["gzip that was unpacked on the way", "a.xml.gz", Buffer.from(notification("A")), "a.xml"],
  ])("may be %s", async (_, name, content, file) => {
    expect(await shortOutcomes(name, content)).toEqual([`${file}: ${identity("A")}`]);
  });

  it.each(["b.tar.gz", "b.tgz", "b.tar", "b"])("may be an archive called %s", async (name) => {
    const members = ["A", "B"].map((id) => ({ name: `${id}.xml`, content: notification(id) }));
    const content = name.endsWith(".tar") ? await tarOf(members) : await tarGzOf(members);
    expect(await shortOutcomes(name, content)).toEqual([
      `${name}/A.xml: ${identity("A")}`,
      `${name}/B.xml: ${identity("B")}`,
    ]);
  });

  it.each([
    ["a.xml", "EMPTY_DOCUMENT"],
    ["a.xml.gz", "EMPTY_DOCUMENT"],
    ["a.tar.gz", "EMPTY_ARCHIVE"],
    ["a.tar", "EMPTY_ARCHIVE"],
  ])("that is empty, %s, is refused", async (name, code) => {
    const [outcome] = await outcomesOf(name, "");
    expect(refusalOf(outcome)).toMatchObject({ code });
  });

  it("that holds an empty archive is refused", async () => {
    expect(await shortOutcomes("a.tgz", await tarGzOf([]))).toEqual(["a.tgz: EMPTY_ARCHIVE"]);
  });

  it("of another kind is skipped with a note", async () => {
    expect(await shortOutcomes("ORIGIN.md", "# Origin")).toEqual([
      "ORIGIN.md: skipped, not a file that this adapter reads",
    ]);
  });
});

describe("the source of an input", () => {
  it.each([
    ["a skipped file", "notes.txt", Buffer.from("hello".repeat(1000))],
    ["a document that nobody reads", "a.xml", Buffer.from(notification("A").padEnd(9000))],
    ["a gzipped document that nobody reads", "a.xml.gz", gzipSync(randomBytes(90_000))],
  ])("is closed after %s", async (_, name, content) => {
    const closed = Promise.withResolvers<string>();
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        yield* inPieces(content, 300);
      } finally {
        closed.resolve("closed");
      }
    }
    const members = openInput({ name, bytes: source() }, (file) => file.endsWith(".xml"));
    for await (const member of members) expect(member.kind).not.toBe("refused");
    await expect(closed.promise).resolves.toBe("closed");
  });
});

describe("a member of an archive", () => {
  it("that is no document is skipped with a note, a folder without", async () => {
    const content = await tarGzOf([
      { name: "day/", type: "directory" },
      { name: "day/README.txt", content: "hello" },
      { name: "day/._A.xml", content: "attributes" },
      { name: "day/link.xml", type: "symlink", linkname: "/etc/passwd" },
      { name: "day/inner.tar.gz", content: "PK" },
      { name: "day/A.xml", content: notification("A") },
    ]);
    expect(await shortOutcomes("x.tgz", content)).toEqual([
      "x.tgz/day/README.txt: skipped, not a file that this adapter reads",
      "x.tgz/day/._A.xml: skipped, attributes of another file",
      "x.tgz/day/link.xml: skipped, a symlink, not a file",
      "x.tgz/day/inner.tar.gz: skipped, not a file that this adapter reads",
      `x.tgz/day/A.xml: ${identity("A")}`,
    ]);
  });

  it("that is refused stops none of the others, however early its reading ends", async () => {
    const long = `<html>${"<p>long</p>".repeat(10_000)}</html>`;
    const content = await tarGzOf([
      { name: "A.xml", content: notification("A") },
      { name: "B.xml", content: notification("B").replace("camt.054", "camt.053") },
      { name: "C.xml", content: `not XML ${long}` },
      { name: "D.xml", content: notification("D") },
    ]);
    expect(await shortOutcomes("x.tgz", content)).toEqual([
      `x.tgz/A.xml: ${identity("A")}`,
      "x.tgz/B.xml: FOREIGN_DOCUMENT",
      "x.tgz/C.xml: NOT_WELL_FORMED",
      `x.tgz/D.xml: ${identity("D")}`,
    ]);
  });

  it.each(["../../../etc/cron.d/a.xml", "/etc/a.xml", "C:\\a.xml"])(
    "called %s is only a name",
    async (name) => {
      const content = await tarGzOf([{ name, content: notification("A") }]);
      expect(await shortOutcomes("x.tgz", content)).toEqual([`x.tgz/${name}: ${identity("A")}`]);
    },
  );

  it("cannot write on a terminal with its name", async () => {
    const content = await tarGzOf([{ name: "\u001b[2J\u202ea.xml", content: notification("A") }]);
    expect(await shortOutcomes("x.tgz", content)).toEqual([`x.tgz/?[2J?a.xml: ${identity("A")}`]);
  });

  it("has its whole name, however long", async () => {
    const name = `${"folder/".repeat(30)}a.xml`;
    const content = await tarGzOf([{ name, content: notification("A") }]);
    expect(await shortOutcomes("x.tgz", content)).toEqual([expect.stringContaining(`/${name}: `)]);
  });
});

describe("an archive that is broken", () => {
  const members = ["A", "B", "C"].map((id) => ({
    name: `${id}.xml`,
    content: notification(id) + " ".repeat(2000),
  }));

  it("inside a member refuses that member, and those before it count", async () => {
    const tar = await tarOf(members);
    const inB = tar.indexOf("B.xml") + 512 + 300;
    const outcomes = await shortOutcomes("x.tar", tar.subarray(0, inB));
    expect(outcomes).toEqual([`x.tar/A.xml: ${identity("A")}`, "x.tar/B.xml: BROKEN_ARCHIVE"]);
  });

  it("between members is refused itself, and those before it count", async () => {
    const tar = await tarOf(members);
    const outcomes = await shortOutcomes("x.tar", tar.subarray(0, tar.indexOf("B.xml") + 100));
    expect(outcomes).toEqual([`x.tar/A.xml: ${identity("A")}`, "x.tar: BROKEN_ARCHIVE"]);
  });

  it("cut off anywhere loses nothing in silence", async () => {
    const random = members.map((member) => ({
      ...member,
      content: `${member.content}<!--${randomBytes(2000).toString("hex")}-->`,
    }));
    const whole = await tarGzOf(random);
    for (let bytes = 3; bytes < whole.length; bytes += 173) {
      const outcomes = await outcomesOf("x.tgz", whole.subarray(0, bytes));
      expect(refusalOf(outcomes.at(-1))).toMatchObject({ code: "BROKEN_ARCHIVE" });
      expect(
        outcomes
          .slice(0, -1)
          .map(refusalOf)
          .every((one) => one === undefined),
      ).toBe(true);
    }
  });

  it.each([
    ["x.tgz", Buffer.from("not gzip, not tar".repeat(100)), /tar archive is broken/],
    ["x.tgz", gzipSync("not tar".repeat(100)), /tar archive is broken/],
    ["x.xml.gz", gzipSync(notification("A")).fill(7, 40, 60), /gzip stream is damaged/],
  ])("as %s is refused with a reason", async (name, content, reason) => {
    const [outcome] = await outcomesOf(name, content);
    expect(refusalOf(outcome)).toMatchObject({
      code: "BROKEN_ARCHIVE",
      reason: expect.stringMatching(reason),
    });
  });
});

describe("an archive that expands without end is refused by a named limit", () => {
  const bomb = gzipSync(`${" ".repeat(500_000)}\n<c/>`.repeat(10));

  it.each([
    [{ ratioFreeBytes: 1_000_000 }, "the archive expands to more than 200 times its size"],
    [{ expandedBytes: 1_000_000 }, "the archive expands to more than 1000000 bytes"],
  ])("%o", async (limits, reason) => {
    const [outcome] = await outcomesOf("a.xml.gz", bomb, limits);
    expect(refusalOf(outcome)).toMatchObject({ code: "LIMIT_EXCEEDED", reason });
  });

  it("by its number of members", async () => {
    const content = await tarGzOf(["1", "2", "3"].map((name) => ({ name })));
    const outcomes = await shortOutcomes("x.tgz", content, { members: 2 });
    expect(outcomes.at(-1)).toBe("x.tgz: LIMIT_EXCEEDED");
  });

  it("by the size of a member, and the others go on", async () => {
    const content = await tarGzOf([
      { name: "A.xml", content: notification("A").padEnd(5000) },
      { name: "B.xml", content: notification("B") },
    ]);
    expect(await shortOutcomes("x.tgz", content, { memberBytes: 4000 })).toEqual([
      "x.tgz/A.xml: LIMIT_EXCEEDED",
      `x.tgz/B.xml: ${identity("B")}`,
    ]);
  });
});
