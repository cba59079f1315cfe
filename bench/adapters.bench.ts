import { adapterFor, declarativeAdapter, readDefinition } from "../src/ingestion/adapters/index.js";
import type { Adapter } from "../src/ingestion/adapters/index.js";
import {
  bareCsv,
  bareMt940,
  bareNdjson,
  bareXml,
  type BareParser,
} from "./adapters/bare-parsers.js";
import { csvSample, mt940Sample, ndjsonSample, pieces, type Sample } from "./adapters/samples.js";
import { defineBench, type BenchContext } from "./harness/bench.js";
import { camtNotification } from "./ingest/camt-archive.js";

const ISO_ROW = {
  externalId: { from: "id" },
  type: { from: "kind", map: { payment: "sale", refund: "refund" } },
  occurredAt: { value: { from: "created" } },
  counterparty: { from: "payer" },
};

const CSV = declarativeAdapter(
  "bench-csv",
  "1",
  readDefinition({
    format: { kind: "DELIMITED" },
    rows: [
      {
        ...ISO_ROW,
        amount: { value: { from: "gross" } },
        currency: { from: "currency" },
        reference: { from: "order" },
        remittance: { from: "description" },
      },
    ],
  }),
);

const NDJSON = declarativeAdapter(
  "bench-ndjson",
  "1",
  readDefinition({
    format: { kind: "NDJSON" },
    rows: [
      {
        ...ISO_ROW,
        amount: { value: { from: "amount.value" }, scale: "MINOR" },
        currency: { from: "amount.currency" },
        reference: { from: "order.id" },
        remittance: { from: "order.description" },
      },
    ],
  }),
);

/** Canonical transactions that an adapter makes of a document. */
async function transactionsOf(adapter: Adapter, sample: Sample): Promise<number> {
  let rows = 0;
  for await (const parsed of adapter.parse(pieces(sample), { name: "bench" })) {
    if (!parsed.ok) throw new Error(parsed.refusal.reason);
    rows += parsed.transactions.length;
  }
  return rows;
}

async function rate(
  sample: Sample,
  read: (sample: Sample) => Promise<number>,
): Promise<{ recordsPerSecond: number }> {
  const start = performance.now();
  const records = await read(sample);
  if (records !== sample.rows) throw new Error(`${records} records instead of ${sample.rows}`);
  return { recordsPerSecond: records / ((performance.now() - start) / 1_000) };
}

async function share(
  { compare }: BenchContext,
  title: string,
  sample: Sample,
  adapter: Adapter,
  bare: BareParser,
): Promise<{ transactionsPerSecond: number; share: number }> {
  const result = await compare(title, {
    ours: () => rate(sample, (document) => transactionsOf(adapter, document)),
    bare: () => rate(sample, bare),
  });
  return {
    transactionsPerSecond: result.median("ours", "recordsPerSecond"),
    share: result.ratio("ours", "bare", "recordsPerSecond"),
  };
}

export default defineBench({
  summary: "canonical transactions of each adapter beside its bare parser (saxes, csv-parse ...)",
  run: async (context) => {
    const rows = context.quick ? 2_000 : 50_000;
    const camt = { bytes: Buffer.from(camtNotification("BENCH", rows)), rows };
    return {
      camt054: await share(context, "camt.054", camt, adapterFor("camt.054"), bareXml),
      mt940: await share(context, "mt940", mt940Sample(rows), adapterFor("mt940"), bareMt940),
      csv: await share(context, "csv", csvSample(rows), CSV, bareCsv),
      ndjson: await share(context, "ndjson", ndjsonSample(rows), NDJSON, bareNdjson),
    };
  },
});
