import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StatusReportRefused } from "../../../src/payouts/payment-file.errors.js";
import {
  transferStatuses,
  type TransferStatus,
} from "../../../src/payouts/payment-status.rules.js";
import { readPaymentStatus } from "../../../src/payouts/read-payment-status.js";
import { run } from "./sample-run.js";

const RUN = run();
const [FIRST, SECOND, THIRD] = RUN.transfers.map(({ endToEndId }) => endToEndId);

interface Report {
  version?: string;
  original?: string;
  group?: string;
  payments?: string;
}

function report({ version = "10", original = RUN.id, group = "", payments = "" }: Report): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}">
  <CstmrPmtStsRpt>
    <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-08-10T09:00:00+09:00</CreDtTm></GrpHdr>
    <OrgnlGrpInfAndSts>
      <OrgnlMsgId>${original}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${group}
    </OrgnlGrpInfAndSts>${payments}
  </CstmrPmtStsRpt>
</Document>`;
}

function payment(id: string, content: string): string {
  return `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${id}</OrgnlPmtInfId>${content}</OrgnlPmtInfAndSts>`;
}

function transaction(id: string | undefined, status: string, rest = ""): string {
  const sts = `<TxSts>${status}</TxSts>`;
  return `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId>${sts}${rest}</TxInfAndSts>`;
}

const REASON = "<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Account closed</AddtlInf></StsRsnInf>";

async function statuses(text: string | Uint8Array): Promise<TransferStatus[]> {
  const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : text;
  return transferStatuses(await readPaymentStatus(once(bytes)), RUN);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const outcomes = async (text: string) =>
  (await statuses(text)).map(({ outcome, status }) => `${outcome} ${status ?? "-"}`);

describe("a bank's status report", () => {
  it.each(["03", "10"])(
    "of version %s tells of each transfer, with its reason",
    async (version) => {
      const text = report({
        version,
        group: "<GrpSts>PART</GrpSts>",
        payments:
          payment(
            "RUN-20260810-1-1",
            transaction(FIRST, "ACSC", "<AcctSvcrRef>B-77</AcctSvcrRef>") +
              transaction(SECOND, "RJCT", REASON),
          ) + payment("RUN-20260810-1-2", "<PmtInfSts>PDNG</PmtInfSts>"),
      });
      expect(await statuses(text)).toEqual([
        { endToEndId: FIRST, outcome: "PAID", status: "ACSC", reasons: [], bankReference: "B-77" },
        {
          endToEndId: SECOND,
          outcome: "FAILED",
          status: "RJCT",
          reasons: [{ code: "AC04", texts: ["Account closed"] }],
          bankReference: null,
        },
        { endToEndId: THIRD, outcome: "OPEN", status: "PDNG", reasons: [], bankReference: null },
      ]);
    },
  );

  it("of the whole file is of each transfer", async () => {
    const group = `<OrgnlNbOfTxs>3</OrgnlNbOfTxs><OrgnlCtrlSum>64469.560</OrgnlCtrlSum>`;
    for (const [status, outcome] of [
      ["RJCT", "FAILED"],
      ["ACSC", "PAID"],
      ["ACCP", "OPEN"],
    ]) {
      const text = report({ group: `${group}<GrpSts>${status}</GrpSts>` });
      expect(await outcomes(text)).toEqual(Array.from({ length: 3 }, () => `${outcome} ${status}`));
    }
  });

  it.each(["ACCP", "ACSP", "ACTC", "ACWC", "PDNG", "RCVD", "PART", "BLCK", "ZZZZ"])(
    "that says %s is no confirmation",
    async (status) => {
      const payments = payment("RUN-20260810-1-1", transaction(FIRST, status));
      expect(await outcomes(report({ payments }))).toEqual([`OPEN ${status}`, "OPEN -", "OPEN -"]);
    },
  );

  it("needs no id of the group where the file has but one", async () => {
    const single = run({ transfers: RUN.transfers.slice(0, 2) });
    const text = report({ payments: payment("NOTPROVIDED", "<PmtInfSts>ACCC</PmtInfSts>") });
    const read = await readPaymentStatus(once(Buffer.from(text)));
    expect(transferStatuses(read, single).map(({ outcome }) => outcome)).toEqual(["PAID", "PAID"]);
  });

  const paid = (rest = "") => transaction(FIRST, "ACSC", rest);
  const amount = (text: string, currency = "KRW") =>
    `<OrgnlTxRef><Amt><InstdAmt Ccy="${currency}">${text}</InstdAmt></Amt></OrgnlTxRef>`;

  it.each<[string, Report]>([
    ["another file", { original: "RUN-20260810-2" }],
    ["a group that is not in the run", { payments: payment("RUN-20260810-1-3", paid()) }],
    ["a group twice", { payments: payment("RUN-20260810-1-1", paid()).repeat(2) }],
    ["a transfer of another group", { payments: payment("RUN-20260810-1-2", paid()) }],
    ["a transfer twice", { payments: payment("RUN-20260810-1-1", paid() + paid()) }],
    ["another amount", { payments: payment("RUN-20260810-1-1", paid(amount("63235"))) }],
    ["another currency", { payments: payment("RUN-20260810-1-1", paid(amount("63234", "JPY"))) }],
    ["no amount", { payments: payment("RUN-20260810-1-1", paid(amount("much"))) }],
    ["another count", { group: "<OrgnlNbOfTxs>4</OrgnlNbOfTxs><GrpSts>ACSC</GrpSts>" }],
    ["another sum", { group: "<OrgnlCtrlSum>64469.57</OrgnlCtrlSum><GrpSts>ACSC</GrpSts>" }],
    [
      "a file settled with a transfer refused",
      {
        group: "<GrpSts>ACSC</GrpSts>",
        payments: payment("RUN-20260810-1-1", transaction(FIRST, "RJCT")),
      },
    ],
    [
      "a group refused with a transfer settled",
      { payments: payment("RUN-20260810-1-1", `<PmtInfSts>RJCT</PmtInfSts>${paid()}`) },
    ],
    ["two statuses", { payments: payment("RUN-20260810-1-1", paid("<TxSts>RJCT</TxSts>")) }],
    ["a status that is none", { payments: payment("RUN-20260810-1-1", transaction(FIRST, "ok")) }],
    ["a misspelt element", { payments: payment("RUN-20260810-1-1", paid("<TxStz>RJCT</TxStz>")) }],
    ["another message", { version: "99" }],
  ])("is not taken about %s", async (_, parts) => {
    await expect(statuses(report(parts))).rejects.toThrow(StatusReportRefused);
  });

  it("is not taken with a document type, nor without an end", async () => {
    const text = report({ payments: payment("RUN-20260810-1-1", paid()) });
    const withType = text.replace("<Document", '<!DOCTYPE x [<!ENTITY e "ACSC">]><Document');
    for (const each of [withType, text.slice(0, -30), "", "{}", "<Document/>", text + text]) {
      await expect(statuses(each)).rejects.toThrow(StatusReportRefused);
    }
  });

  it("that is broken in any way fails in order, and never says that more was paid", async () => {
    const open = report({
      group: "<GrpSts>PART</GrpSts>",
      payments: payment(
        "RUN-20260810-1-1",
        transaction(FIRST, "PDNG", amount("63234")) + transaction(SECOND, "RJCT", REASON),
      ),
    });
    const property = fc.asyncProperty(
      fc.array(mutation, { minLength: 1, maxLength: 6 }),
      async (all) => {
        const broken = all.reduce<Buffer>(
          (bytes, change) => change(bytes),
          Buffer.from(open, "utf8"),
        );
        const told = await statuses(broken).catch((error: unknown) => {
          expect(error).toBeInstanceOf(StatusReportRefused);
          return [];
        });
        expect(told.filter(({ outcome }) => outcome === "PAID")).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: 2_000 });
  });
});

type Change = (bytes: Buffer) => Buffer;

/** A byte changed, a part taken out, doubled or moved. */
const mutation: fc.Arbitrary<Change> = fc
  .record({ from: fc.nat(2_000), length: fc.nat(60), to: fc.nat(2_000), byte: fc.nat(255) })
  .chain(({ from, length, to, byte }) =>
    fc.constantFrom<Change[]>(
      (bytes) => Buffer.from(bytes.with(from % Math.max(bytes.length, 1), byte)),
      (bytes) => Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]),
      (bytes) => Buffer.concat([bytes.subarray(0, from + length), bytes.subarray(from)]),
      (bytes) => {
        const part = bytes.subarray(from, from + length);
        return Buffer.concat([bytes.subarray(0, to), part, bytes.subarray(to)]);
      },
    ),
  );
