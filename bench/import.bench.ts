import { Readable } from "node:stream";
import { adapterFor } from "../src/ingestion/adapters/index.js";
import { openInput } from "../src/ingestion/archive-members.js";
import { defineBench } from "./harness/bench.js";
import { startBenchPostgres } from "./harness/postgres.js";
import { camtArchive } from "./ingest/camt-archive.js";
import { addPartner, startHub, type BenchHub } from "./ingest/hub.js";

const CODE = "bench";
const NAME = "month.tar.gz";

export default defineBench({
  summary: "a month of camt.054 through HTTP into the ledger, beside reading it and nothing else",
  run: async (context) => {
    const { quick, settings } = context;
    const documents = Number(settings["documents"] ?? (quick ? 4 : 30));
    const payments = Number(settings["payments"] ?? (quick ? 500 : 2_000));
    const transactions = documents * payments;
    const postgres = await startBenchPostgres(context, { durable: true });
    const hub = await startHub(context, postgres.url);
    await addPartner(hub, CODE);
    const archiveOf = (round: number) => camtArchive(`MONTH-${round}`, documents, payments);
    const rate = async (work: () => Promise<number>) => {
      const start = performance.now();
      const count = await work();
      if (count !== transactions) throw new Error(`${count} of ${transactions} transactions`);
      return { transactionsPerSecond: (count * 1_000) / (performance.now() - start) };
    };
    const result = await context.compare("import", {
      import: async ({ index }) => {
        const archive = await archiveOf(index);
        return rate(() => importArchive(hub, archive));
      },
      parse: async ({ index }) => {
        const archive = await archiveOf(index);
        return rate(() => parseArchive(archive));
      },
    });
    return {
      transactionsPerSecond: result.median("import", "transactionsPerSecond"),
      parseShare: result.ratio("import", "parse", "transactionsPerSecond"),
      parsedPerSecond: result.median("parse", "transactionsPerSecond"),
    };
  },
});

/** Sends an archive; answers how many transactions were posted. */
async function importArchive({ url, key }: BenchHub, archive: Buffer): Promise<number> {
  const response = await fetch(`${url}/ingest/${CODE}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "tutti-adapter": "camt.054",
      "tutti-file-name": NAME,
    },
    body: new Uint8Array(archive),
  });
  const lines = (await response.text()).trimEnd().split("\n");
  const summary = JSON.parse(lines.at(-1) ?? "{}") as { posted?: number };
  return summary.posted ?? 0;
}

/** Reads an archive as the hub does; answers how many transactions it has. */
async function parseArchive(archive: Buffer): Promise<number> {
  const adapter = adapterFor("camt.054");
  const accepts = (name: string): boolean => adapter.accepts(name);
  let count = 0;
  for await (const member of openInput({ name: NAME, bytes: Readable.from([archive]) }, accepts)) {
    if (member.kind !== "document") continue;
    for await (const parsed of adapter.parse(member.bytes, member)) {
      count += parsed.ok ? parsed.transactions.length : 0;
    }
  }
  return count;
}
