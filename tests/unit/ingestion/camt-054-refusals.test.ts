import { describe, expect, it } from "vitest";
import { adapterFor, adapterNames } from "../../../src/ingestion/adapters/index.js";
import { ROW_TEXT_LIMITS } from "../../../src/ingestion/canonical-transaction.js";
import { TEXT_LIMITS } from "../../../src/ledger/posting-input.rules.js";
import {
  accepted,
  camt054,
  detail,
  entry,
  fixture,
  inPieces,
  refused,
} from "../../support/camt-documents.js";

const BODY = "Document/BkToCstmrDbtCdtNtfctn";
const ENTRY = `${BODY}/Ntfctn/Ntry`;
const DETAIL = `${ENTRY}/NtryDtls/TxDtls`;

describe("a document that is none of ours is refused", () => {
  it.each([
    ["another message", "camt.053.001.08", /"camt\.053\.001\.08" is not a camt\.054 message/],
    ["a payment order", "pain.001.001.09", /"pain\.001\.001\.09" is not/],
    ["a version before the second", "camt.054.001.01", /version 001\.02 to 001\.10/],
    ["a version that did not exist yet", "camt.054.001.13", /version 001\.02 to 001\.10/],
  ])("as %s", async (_, message, reason) => {
    const text = fixture("v10").replace("camt.054.001.10", message);
    expect(await refused(text)).toMatchObject({
      file: "notification.xml",
      line: 2,
      element: "Document",
      code: "FOREIGN_DOCUMENT",
      reason: expect.stringMatching(reason),
    });
  });

  it("as one of a foreign namespace", async () => {
    const text = fixture("v10").replace("urn:iso:std:iso:20022:tech:xsd:", "urn:example:");
    expect(await refused(text)).toMatchObject({ code: "FOREIGN_DOCUMENT" });
  });

  it("as one without a namespace", async () => {
    const text = fixture("v10").replace(/ xmlns="[^"]*"/, "");
    const refusal = await refused(text);
    expect(refusal.code).toBe("FOREIGN_DOCUMENT");
    expect(refusal.reason).toContain("without a namespace");
  });

  it("as some other XML", async () => {
    expect(await refused("<html><body/></html>")).toMatchObject({
      line: 1,
      element: "html",
      code: "FOREIGN_DOCUMENT",
      reason: 'the root element is "html" and holds no Document',
    });
  });
});

describe("a document that is not whole is refused", () => {
  it.each(["", " \n\t\n", "\ufeff"])("when it is empty (%j)", async (text) => {
    expect(await refused(text)).toMatchObject({ code: "EMPTY_DOCUMENT" });
  });

  it("when it is cut off, with the line and the element it ends in", async () => {
    const text = fixture("v10");
    const cut = text.slice(0, text.indexOf("<BICFI>BETA"));
    expect(await refused(cut)).toEqual({
      file: "notification.xml",
      line: cut.split("\n").length,
      column: expect.any(Number),
      element: `${DETAIL}/RltdAgts/CdtrAgt/FinInstnId`,
      code: "TRUNCATED",
      reason: "the document ends too early: unclosed tag: FinInstnId",
    });
  });

  it("when its tags do not match", async () => {
    const text = fixture("v10").replace("</BICFI>", "</BICF>");
    expect(await refused(text)).toMatchObject({
      line: 31,
      code: "NOT_WELL_FORMED",
      reason: expect.stringContaining("unexpected close tag"),
    });
  });

  it("when something follows it", async () => {
    expect(await refused(`${fixture("v10")}<more/>`)).toMatchObject({ code: "NOT_WELL_FORMED" });
  });

  it("when it holds no notification", async () => {
    const text = fixture("v10").replace(/<Ntfctn>[^]*<\/Ntfctn>/, "");
    expect(await refused(text)).toMatchObject({
      element: "Document",
      code: "MISSING_ELEMENT",
      reason: "the message has no Ntfctn",
    });
  });
});

describe("a document without an identity is refused", () => {
  it.each([
    ["MsgId", "<CreDtTm>2024-05-01T08:00:00Z</CreDtTm>"],
    ["MsgId", "<MsgId>NOTPROVIDED</MsgId><CreDtTm>2024-05-01T08:00:00Z</CreDtTm>"],
    ["CreDtTm", "<MsgId>M</MsgId>"],
  ])("for want of its %s", async (name, header) => {
    expect(await refused(camt054({ header }))).toMatchObject({
      code: "MISSING_ELEMENT",
      reason: `the message has no GrpHdr/${name}`,
    });
  });
});

describe("money that is not exact is refused", () => {
  it.each([
    ["10.005", "EUR", "INVALID_AMOUNT", /EUR has 2 decimals/],
    ["100.5", "KRW", "INVALID_AMOUNT", /KRW has 0 decimals/],
    ["1.2345", "BHD", "INVALID_AMOUNT", /BHD has 3 decimals/],
    ["-10", "EUR", "INVALID_AMOUNT", /CdtDbtInd carries the sign/],
    ["10,00", "EUR", "INVALID_AMOUNT", /not an amount/],
    ["1e3", "EUR", "INVALID_AMOUNT", /not an amount/],
    ["99999999999999999999", "EUR", "INVALID_AMOUNT", /larger than/],
    ["10.00", "XQZ", "UNKNOWN_CURRENCY", /"XQZ" is not a currency/],
    ["10.00", "", "UNKNOWN_CURRENCY", /names no currency/],
  ])("as %s %s", async (amount, currency, code, reason) => {
    const entries = entry({ details: detail({ amount, currency }) });
    expect(await refused(camt054({ entries }))).toEqual({
      file: "notification.xml",
      line: 7,
      column: expect.any(Number),
      element: `${DETAIL}/Amt`,
      code,
      reason: expect.stringMatching(reason),
    });
  });

  it("when an amount names no currency at all", async () => {
    const text = camt054().replace(' Ccy="EUR"', "");
    expect(await refused(text)).toMatchObject({
      element: `${ENTRY}/Amt`,
      code: "UNKNOWN_CURRENCY",
    });
  });

  it("when an entry has no amount", async () => {
    const text = camt054().replace(/<Amt.*<\/Amt>/, "");
    expect(await refused(text)).toMatchObject({
      line: 4,
      element: `${ENTRY}/Amt`,
      code: "MISSING_ELEMENT",
    });
  });

  it("when an amount stands twice", async () => {
    const text = camt054().replace(/<Amt.*<\/Amt>/, "$&$&");
    expect(await refused(text)).toMatchObject({ code: "REPEATED_ELEMENT" });
  });

  it("when only some payments of an entry have an amount", async () => {
    const details = detail() + detail().replace(/<Amt.*<\/Amt>/, "");
    expect(await refused(camt054({ entries: entry({ details }) }))).toMatchObject({
      element: DETAIL,
      code: "MISSING_ELEMENT",
      reason: expect.stringContaining("some transactions of this entry have an amount"),
    });
  });
});

describe("a direction, a date or a status that cannot be understood is refused", () => {
  it("when the direction is missing", async () => {
    const text = camt054().replace("<CdtDbtInd>CRDT</CdtDbtInd>", "");
    expect(await refused(text)).toMatchObject({
      line: 4,
      element: `${ENTRY}/CdtDbtInd`,
      code: "MISSING_DIRECTION",
      reason: "the entry has no CdtDbtInd",
    });
  });

  it.each(["CREDIT", "crdt", "D"])("when the direction is %s", async (direction) => {
    expect(await refused(camt054({ entries: entry({ direction }) }))).toMatchObject({
      line: 5,
      element: `${ENTRY}/CdtDbtInd`,
      code: "INVALID_DIRECTION",
      reason: `"${direction}" is neither CRDT nor DBIT`,
    });
  });

  it.each(["2024-02-30", "yesterday", "2024-05-01T25:00:00", "2024-5-1"])(
    "when a payment is dated %s",
    async (date) => {
      const rest = `<RltdDts><AccptncDtTm>${date}</AccptncDtTm></RltdDts>`;
      expect(
        await refused(camt054({ entries: entry({ details: detail({ rest }) }) })),
      ).toMatchObject({
        element: `${DETAIL}/RltdDts/AccptncDtTm`,
        code: "INVALID_DATE",
        reason: `"${date}" is not a date or time`,
      });
    },
  );

  it.each(["<Sts>DONE</Sts>", "<Sts><Cd>DONE</Cd></Sts>", "<Sts><Prtry>DONE</Prtry></Sts>"])(
    "when the status is %s",
    async (middle) => {
      expect(await refused(camt054({ entries: entry({ middle }) }))).toMatchObject({
        element: `${ENTRY}/Sts`,
        code: "UNKNOWN_STATUS",
        reason: 'the status "DONE" is none of BOOK, INFO, PDNG, FUTR',
      });
    },
  );
});

describe("an element that the message does not know is refused where money hangs on it", () => {
  it.each([
    ["a misspelt entry", "Ntry", "Ntrx", `${BODY}/Ntfctn`],
    ["misspelt details", "NtryDtls", "NtryDetails", ENTRY],
    ["a misspelt payment", "TxDtls", "TxDetails", `${ENTRY}/NtryDtls`],
  ])("as %s", async (_, right, wrong, parent) => {
    const text = camt054({ entries: entry({ details: detail() }) });
    const misspelt = text.replaceAll(new RegExp(`(</?)${right}>`, "g"), `$1${wrong}>`);
    expect(await refused(misspelt)).toMatchObject({
      element: `${parent}/${wrong}`,
      code: "UNKNOWN_ELEMENT",
    });
  });

  it("as an entry of a foreign namespace", async () => {
    const text = camt054().replace("<Ntry>", '<Ntry xmlns="urn:example:other">');
    expect(await refused(text)).toMatchObject({ code: "UNKNOWN_ELEMENT" });
  });
});

describe("a text that the ledger could not keep is refused, so that nothing is half-posted", () => {
  it("and the limits are the ledger's own", () => {
    expect(ROW_TEXT_LIMITS).toEqual(TEXT_LIMITS);
  });

  it.each([
    ["externalId", camt054({ messageId: "M".repeat(200) }), "the externalId has more than 200"],
    [
      "type",
      camt054({
        entries: entry({ middle: `<BkTxCd><Prtry><Cd>${"T".repeat(65)}</Cd></Prtry></BkTxCd>` }),
      }),
      "the type has more than 64",
    ],
    [
      "counterparty",
      camt054({
        entries: entry({
          details: detail({
            rest: `<RltdPties><Dbtr><Nm>${"N".repeat(501)}</Nm></Dbtr></RltdPties>`,
          }),
        }),
      }),
      "the counterparty has more than 500",
    ],
  ])("as %s", async (_, text, reason) => {
    expect(await refused(text)).toMatchObject({
      line: expect.any(Number),
      code: "LIMIT_EXCEEDED",
      reason: expect.stringContaining(reason),
    });
  });

  it("while free text is cut, between characters", async () => {
    const line = `<Ustrd>x${"💶".repeat(250)}</Ustrd>`;
    const rest = `<RmtInf>${line.repeat(4)}</RmtInf>`;
    const document = await accepted(camt054({ entries: entry({ details: detail({ rest }) }) }));
    const text = document.transactions[0]?.remittance ?? "";
    expect(text.length).toBeGreaterThan(990);
    expect(text.length).toBeLessThanOrEqual(1000);
    expect(text.isWellFormed()).toBe(true);
  });
});

describe("the door", () => {
  it("names the adapters that exist to who asks for another", () => {
    expect(() => adapterFor("pdf")).toThrow('there is no adapter "pdf"; there are: camt.052');
  });

  it("finds each adapter under its own name", () => {
    expect(adapterNames().map((name) => adapterFor(name).name)).toEqual(adapterNames());
  });

  it("is shut to a zone that does not exist", async () => {
    await expect(refused(fixture("v10"), { zone: "Mars/Base" })).rejects.toThrow(
      '"Mars/Base" is not an IANA time zone',
    );
  });

  it("refuses more payments than were allowed", async () => {
    expect(await refused(fixture("v10"), { maxTransactions: 1 })).toMatchObject({
      code: "LIMIT_EXCEEDED",
      reason: "the document has more than 1 transactions",
    });
  });

  it("lets a failure of the source through: it is no fault of the document", async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield* inPieces(fixture("v10").slice(0, 500));
      throw new Error("the disk is gone");
    }
    const reading = adapterFor("camt.054").parse(failing(), { name: "a.xml" });
    await expect(reading[Symbol.asyncIterator]().next()).rejects.toThrow("the disk is gone");
  });
});
