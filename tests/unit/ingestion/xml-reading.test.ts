import { describe, expect, it } from "vitest";
import { RefusedInput } from "../../../src/ingestion/adapters/index.js";
import { elementRules } from "../../../src/ingestion/adapters/xml/element-rules.js";
import {
  readXml,
  XML_LIMITS,
  type XmlFormat,
  type XmlLimits,
} from "../../../src/ingestion/adapters/xml/read-xml.js";
import { accepted, camt054, fixture, inPieces, refused } from "../../support/camt-documents.js";

interface Seen {
  namespace: string;
  texts: string[];
}

const FORMAT: XmlFormat<Seen> = {
  rootName: "doc",
  rules: elementRules<Seen>({
    a: { text: (seen, text) => seen.texts.push(`a=${text}`) },
    "a/b": { text: (seen, text) => seen.texts.push(`b=${text}`) },
  }),
  begin: (seen, namespace) => {
    seen.namespace = namespace;
  },
};

async function read(text: string, limits: Partial<XmlLimits> = {}): Promise<Seen> {
  const seen: Seen = { namespace: "", texts: [] };
  await readXml(inPieces(text, 7), FORMAT, seen, { ...XML_LIMITS, ...limits });
  return seen;
}

async function refusalOf(text: string, limits?: Partial<XmlLimits>): Promise<RefusedInput> {
  try {
    await read(text, limits);
  } catch (error) {
    if (error instanceof RefusedInput) return error;
    throw error;
  }
  throw new Error("not refused");
}

describe("the text of an element", () => {
  it("is what stands in it directly, trimmed, whatever is skipped in between", async () => {
    const { texts } = await read("<doc><a> x<skip>no<a>no</a></skip>y\n</a><c>no</c></doc>");
    expect(texts).toEqual(["a=xy"]);
  });

  it("has character data and XML's own entities resolved", async () => {
    const { texts } = await read("<doc><a><![CDATA[1 < 2]]> &amp; &#51;</a></doc>");
    expect(texts).toEqual(["a=1 < 2 & 3"]);
  });

  it("is not told when it is empty", async () => {
    expect((await read("<doc><a/><a>  </a><a><b>in</b></a></doc>")).texts).toEqual(["b=in"]);
  });

  it.each(["<doc>&boom;</doc>", "<doc><a>&#0;</a></doc>", "<doc><a>a & b; c</a></doc>"])(
    "has no other entities: %s",
    async (text) => {
      expect(await refusalOf(text)).toMatchObject({ code: "NOT_WELL_FORMED" });
    },
  );

  it.each(["</a></doc>", "</a>\n".repeat(50_000)])(
    "may not hold a bare & before %.9j",
    async (rest) => {
      expect(await refusalOf(`<doc>\n<a>Smith & Sons${rest}`)).toMatchObject({
        code: "NOT_WELL_FORMED",
        reason: 'an "&" here begins no reference',
        place: { line: 2, element: "doc/a" },
      });
    },
  );
});

describe("a namespace", () => {
  it("may be declared anew below a prefix, and ends with its element", async () => {
    const text =
      '<p:doc xmlns:p="urn:x"><a>no</a><p:a>1</p:a><q:a xmlns:q="urn:x">2</q:a>' +
      '<p:a xmlns:p="urn:y">no</p:a><p:a>3</p:a></p:doc>';
    const { namespace, texts } = await read(text);
    expect(namespace).toBe("urn:x");
    expect(texts).toEqual(["a=1", "a=2", "a=3"]);
  });

  it("must be declared", async () => {
    expect(await refusalOf("<doc><p:a>1</p:a></doc>")).toMatchObject({
      code: "NOT_WELL_FORMED",
      reason: 'the prefix "p" is not declared',
    });
  });

  it("of a skipped part changes nothing for the rest", async () => {
    const text = '<doc xmlns="urn:x"><c xmlns="urn:y"><a>no</a></c><a>1</a></doc>';
    expect((await read(text)).texts).toEqual(["a=1"]);
  });
});

describe("input made to exhaust the hub is refused by a named limit", () => {
  it("as a document type, so that no entity can be declared", async () => {
    const bomb =
      '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    expect(await refused(bomb + fixture("v10"))).toMatchObject({
      line: 1,
      code: "DOCTYPE_NOT_ALLOWED",
    });
  });

  it.each([
    ["depth", "<doc>".repeat(5), { depth: 4 }, /deeper than 4 elements/],
    ["elements", `<doc>${"<c/>".repeat(20)}</doc>`, { elements: 10 }, /more than 10 elements/],
    ["text", `<doc><a>${"x".repeat(40)}</a>`, { textCharacters: 30 }, /text of more than 30 char/],
    ["endless tag", `<doc ${'a="b" '.repeat(99)}`, { tokenCharacters: 100 }, /without a tag/],
    ["endless comment", `<!--${"x".repeat(500)}`, { tokenCharacters: 100 }, /without a tag/],
    ["endless type", `<!DOCTYPE ${"x".repeat(500)}`, { tokenCharacters: 100 }, /without a tag/],
    ["bytes", `<doc>${"<c/>".repeat(200)}`, { documentBytes: 500 }, /larger than 500 bytes/],
  ])("for its %s", async (_, text, limits, reason) => {
    const refusal = await refusalOf(text, limits);
    expect(refusal.code).toBe("LIMIT_EXCEEDED");
    expect(refusal.reason).toMatch(reason);
  });
});

describe("an encoding", () => {
  const named = camt054({ messageId: "MÜNZE-1" });
  const declared = (encoding: string): string =>
    `<?xml version="1.0" encoding="${encoding}"?>\n${named}`;

  it.each([
    ["UTF-8", Buffer.from(declared("UTF-8"))],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${declared("utf-8")}`)],
    ["ISO-8859-1", Buffer.from(declared("ISO-8859-1"), "latin1")],
    ["UTF-16 with a mark", Buffer.from(`\ufeff${declared("UTF-16")}`, "utf16le")],
    ["UTF-16 without one", Buffer.from(declared("UTF-16LE"), "utf16le")],
    ["UTF-16, high byte first", Buffer.from(`\ufeff${named}`, "utf16le").swap16()],
  ])("%s is read, in pieces of any size", async (_, bytes) => {
    for (const pieceBytes of [1, 3, 64 * 1024]) {
      const document = await accepted(bytes, { pieceBytes });
      expect(document.documentId).toContain("MÜNZE-1");
    }
  });

  it("that nobody reads is refused", async () => {
    expect(await refused(declared("EBCDIC-CP-BE"))).toMatchObject({
      line: 1,
      code: "UNSUPPORTED_ENCODING",
      reason: 'the encoding "ebcdic-cp-be" is not read',
    });
  });

  it("that its bytes belie is refused at their line", async () => {
    const bytes = Buffer.from(declared("UTF-8"), "latin1");
    expect(await refused(bytes)).toMatchObject({
      line: 3,
      code: "INVALID_ENCODING",
      reason: "a byte here is not utf-8",
    });
  });
});
