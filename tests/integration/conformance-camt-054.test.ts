import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { CanonicalDocument } from "../../src/ingestion/canonical-document.js";
import { parseMinor } from "../../src/shared/money.js";
import {
  CONFORMANCE_FOLDER,
  conformanceBytes,
  conformanceFiles,
  entryAmount,
  expectedFiles,
  firstDocument,
  hasConformanceFiles,
  netTurnover,
  readConformanceFile,
  sayLeftOut,
  sums,
  type ExpectedFile,
} from "../support/camt-conformance.js";
import { acceptedOf, refusalOf, type Outcome } from "../support/camt-archives.js";
import { parseCamt054 } from "../support/camt-documents.js";

const INSTANT = "iso20022/subite-instant-settlement/camt054-instant-transactions";
const POSITION = "iso20022/subite-instant-settlement/camt052-instant-position";
const minor = (amount: string): bigint => parseMinor(amount, "EUR");

describe.runIf(!hasConformanceFiles)("the conformance of camt.054", () => {
  it("is not tested where the published files are not", () => {
    expect(sayLeftOut("the conformance of camt.054")).toContain(CONFORMANCE_FOLDER);
  });
});

describe.runIf(hasConformanceFiles)("a bank's instant payments, day by day", () => {
  const days = new Map<string, CanonicalDocument>();

  beforeAll(async () => {
    for (const file of conformanceFiles(INSTANT)) {
      for (const outcome of await readConformanceFile(file)) {
        days.set(basename(nameOf(outcome)), acceptedOf(outcome));
      }
    }
  });

  it("are 28,791 payments in 178 documents, each with an identity of its own", () => {
    const rows = [...days.values()].flatMap((day) => day.transactions);
    expect(days.size).toBe(178);
    expect(rows).toHaveLength(28_791);
    expect(new Set(rows.map((row) => row.externalId)).size).toBe(28_791);
    expect(new Set([...days.values()].map((day) => day.documentId)).size).toBe(178);
  });

  it("are in number and sums what an independent count found", () => {
    const expected = expectedFiles().flatMap((file) => Object.entries(file.days ?? {}));
    expect(expected).toHaveLength(178);
    for (const [day, { transactions, credits, debits }] of expected) {
      const rows = days.get(day)?.transactions ?? [];
      expect([day, rows.length]).toEqual([day, transactions]);
      expect(sums(rows)).toEqual({ credits: minor(credits), debits: minor(debits) });
    }
  });

  it("add up to their entry on every day", () => {
    for (const [name, { transactions, controlTotals }] of days) {
      const { credits, debits } = sums(transactions);
      const net = credits - debits;
      expect([name, controlTotals]).toEqual([
        name,
        [expect.objectContaining({ kind: "ENTRY_SUM", declared: net, computed: net })],
      ]);
    }
  });

  it("net to the turnover of the position on the 174 days that have one", () => {
    const common = [...days.keys()].filter((name) =>
      existsSync(resolve(CONFORMANCE_FOLDER, POSITION, name)),
    );
    expect(common).toHaveLength(174);
    for (const name of common) {
      const { credits, debits } = sums(days.get(name)?.transactions ?? []);
      const turnover = netTurnover(conformanceBytes(`${POSITION}/${name}`).toString("utf8"));
      expect([name, credits - debits]).toEqual([name, turnover]);
    }
  });

  it("lie between the midnights of Frankfurt when their times are UTC", () => {
    const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" });
    const rows = [...days.values()].flatMap((one) => one.transactions);
    const strays = rows.filter((row) => day.format(row.occurredAt) !== row.valueDate);
    // Accepted a moment before midnight, settled after it: 15 of 28,791.
    expect(strays.length).toBeLessThan(rows.length / 1000);
  });

  it("are instant credits, with a counterparty, a reference and an account", () => {
    for (const row of [...days.values()].flatMap((one) => one.transactions)) {
      expect(row.type).toBe(row.direction === "IN" ? "instant_credit_in" : "instant_credit_out");
      expect([row.counterparty, row.reference, row.account]).not.toContain(undefined);
    }
  });
});

describe.runIf(hasConformanceFiles)("published notifications of other banks", () => {
  const others = expectedFiles().filter((file) => file.statements !== undefined);
  const contradict = (file: ExpectedFile): boolean =>
    (file.statements ?? []).some((one) => one.detail_sum_mismatch !== undefined);

  it.each(others.filter((file) => !contradict(file)))(
    "$file is read as an independent script reads it",
    async ({ file, format, statements = [] }) => {
      const [outcome] = await readConformanceFile(file);
      const document = acceptedOf(outcome);
      expect(document.format).toBe(format);
      expect(document.entryCount).toBe(statements.reduce((sum, { entries }) => sum + entries, 0));
      const currency = statements[0]?.ccys[0] ?? "";
      const total = (side: "cr" | "db"): bigint =>
        statements.reduce((sum, one) => sum + parseMinor(one[side], currency), 0n);
      expect(sums(document.transactions)).toEqual({ credits: total("cr"), debits: total("db") });
    },
  );

  it.each(others.filter(contradict))(
    "$file, whose details do not add up, is refused with both figures",
    async ({ file }) => {
      const outcomes = await readConformanceFile(file);
      expect(outcomes.map(refusalOf)).toMatchObject([
        { code: "CONTROL_TOTAL", reason: expect.stringMatching(/declared as .*, but .* gives/) },
      ]);
    },
  );

  it("and every other message of the folder is refused as foreign", async () => {
    const files = [
      "iso20022/genkgo-camt/camt053.v4.xml",
      "iso20022/viafintech-camt_parser/052/valid_example.xml",
      "iso20022/salesking-sepa_king/pain.008.003.02.xml",
      "iso20022/prowide-iso20022/pacs.008.001.07.xml",
    ];
    for (const file of files) {
      const outcomes = await readConformanceFile(file);
      expect(outcomes.map(refusalOf)).toMatchObject([{ code: "FOREIGN_DOCUMENT" }]);
    }
  });
});

describe.runIf(hasConformanceFiles)("a real day that is damaged", () => {
  let text = "";

  beforeAll(async () => {
    const [archive] = conformanceFiles(INSTANT);
    text = await firstDocument(archive ?? "");
  });

  it("breaks when a payment is dropped or doubled", async () => {
    const payments = text.match(/<TxDtls>[^]*?<\/TxDtls>/g) ?? [];
    for (const payment of payments.slice(0, 10)) {
      for (const damaged of [text.replace(payment, ""), text.replace(payment, payment + payment)]) {
        expect((await parseCamt054(damaged)).map((one) => one.ok)).toEqual([false]);
      }
    }
  });

  it("is refused when cut off anywhere, and refused or whole with any byte changed", async () => {
    const bytes = Buffer.from(text);
    const damage = fc.record({
      at: fc.nat({ max: bytes.length - 20 }),
      byte: fc.nat({ max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, byte }) => {
        const cut = await parseCamt054(bytes.subarray(0, at));
        expect(cut.map((one) => one.ok)).toEqual([false]);
        const changed = Buffer.from(bytes);
        changed[at] = byte;
        const [parsed] = await parseCamt054(changed);
        const net = parsed?.ok ? sums(parsed.transactions) : undefined;
        if (net === undefined) return;
        expect(net.credits - net.debits).toBe(entryAmount(changed.toString("utf8")));
      }),
      { numRuns: 60 },
    );
  });
});

function nameOf(outcome: Outcome): string {
  return outcome.kind === "refused" ? outcome.refusal.file : outcome.name;
}
