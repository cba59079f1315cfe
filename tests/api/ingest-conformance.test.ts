import { basename } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openInput } from "../../src/ingestion/archive-members.js";
import { collected, inPieces } from "../support/camt-documents.js";
import {
  CONFORMANCE_FOLDER,
  conformanceBytes,
  conformanceFiles,
  entryAmount,
  hasConformanceFiles,
  sayLeftOut,
} from "../support/camt-conformance.js";
import { startTestHub, type TestHub } from "../support/hub.js";
import { documentHeaders, ingest, type AnswerLine } from "../support/ingest.js";

const FOLDER = "iso20022/subite-instant-settlement/camt054-instant-transactions";
const PAYMENTS = 28_791;
const DAYS = 178;

describe.runIf(!hasConformanceFiles)("a bank's payments through the hub", () => {
  it("are not imported where the published files are not", () => {
    expect(sayLeftOut("the import of a bank's payments")).toContain(CONFORMANCE_FOLDER);
  });
});

describe.runIf(hasConformanceFiles)("a bank's payments through the hub", () => {
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.close());

  async function importFolder(): Promise<AnswerLine[]> {
    const lines: AnswerLine[] = [];
    for (const file of conformanceFiles(FOLDER)) {
      const headers = documentHeaders(basename(file));
      const query = "?createPartner=PAYMENT_VENDOR";
      const options = { source: "subite", headers, query };
      lines.push(...(await ingest(hub, conformanceBytes(file), options)).lines);
    }
    return lines;
  }

  it("are posted day by day, each day with the sum that its document states", async () => {
    const days = (await importFolder()).filter(({ kind }) => kind === "document");
    expect(days).toHaveLength(DAYS);
    expect(new Set(days.map(({ state }) => state))).toEqual(new Set(["POSTED"]));
    expect(days.reduce((sum, { posted }) => sum + Number(posted), 0)).toBe(PAYMENTS);
    const sums = days.map((day) => [day["file"], signedSum(day)]);
    expect(Object.fromEntries(sums)).toEqual(Object.fromEntries(await statedSums()));
  }, 120_000);

  it("are in the partner's account, balanced by ours", async () => {
    const { rows } = await hub.database.pool.query<{ purpose: string; balance: bigint }>(
      "select purpose, balance from account order by purpose",
    );
    const net = (await statedSums()).reduce((sum, [, amount]) => sum + amount, 0n);
    expect(rows).toMatchObject([
      { purpose: "PARTNER_CURRENT", balance: net },
      { purpose: "PLATFORM_CLEARING", balance: -net },
    ]);
  });

  it("are all known a second time, and nothing is posted", async () => {
    const again = await importFolder();
    const summaries = again.filter(({ kind }) => kind === "summary");
    const sum = (count: string): number =>
      summaries.reduce((total, summary) => total + Number(summary[count]), 0);
    expect(["documents", "posted", "known", "refused"].map(sum)).toEqual([DAYS, 0, PAYMENTS, 0]);
  }, 120_000);
});

/** What came in less what went out, in minor units. */
function signedSum(line: AnswerLine): bigint {
  const totals = line["totals"] as { direction: string; amountMinor: string }[];
  return totals.reduce(
    (sum, { direction, amountMinor }) =>
      direction === "IN" ? sum + BigInt(amountMinor) : sum - BigInt(amountMinor),
    0n,
  );
}

/** The sum that each document states of itself, read without our adapter. */
async function statedSums(): Promise<[file: string, amount: bigint][]> {
  const sums: [string, bigint][] = [];
  for (const file of conformanceFiles(FOLDER)) {
    const source = { name: basename(file), bytes: inPieces(conformanceBytes(file)) };
    for await (const member of openInput(source, (name) => name.endsWith(".xml"))) {
      if (member.kind !== "document") continue;
      const text = Buffer.concat(await collected(member.bytes)).toString("utf8");
      sums.push([member.name, entryAmount(text)]);
    }
  }
  return sums;
}
