import { verifyLedger } from "../src/ledger/index.js";
import { loadTermsBook } from "../src/settlements/index.js";
import { systemClock } from "../src/shared/clock.js";
import { openDatabase } from "../src/shared/database/database.js";
import { defineBench } from "./harness/bench.js";
import { startBenchPostgres } from "./harness/postgres.js";
import { openLedger, type BenchLedger } from "./posting/ledger.js";
import { closeMs } from "./settlement/closing.js";
import { addPartners, recordFor } from "./settlement/contracts.js";

const PARTNERS = 20;

export default defineBench({
  summary: "what accruing costs the posting engine, closing a period, recomputing all positions",
  run: async (context) => {
    const { compare, quick, settings } = context;
    const postgres = await startBenchPostgres(context, { durable: true });
    const flatUrl = await postgres.freshDatabase();
    const plain = await openLedger(context, postgres.url);
    const flat = await openLedger(context, flatUrl);
    const nobodys = await addPartners(plain, { count: PARTNERS, from: null });
    const agreed = await addPartners(flat, { count: PARTNERS, from: "2020-01-01" });
    const seconds = Number(settings["seconds"] ?? (quick ? 3 : 6));
    const rate = async (ledger: BenchLedger, partnerIds: string[]) => {
      return { transactionsPerSecond: await recordFor(ledger, partnerIds, seconds) };
    };
    const result = await compare(
      "accrual",
      { without: () => rate(plain, nobodys), with: () => rate(flat, agreed) },
      quick ? { rounds: 1 } : {},
    );
    const recomputePerSecond = await recomputeRate(flat, flatUrl);
    const small = Number(settings["small"] ?? (quick ? 1_000 : 10_000));
    const large = Number(settings["large"] ?? (quick ? 5_000 : 1_000_000));
    const closeMsSmall = await closeMs(context, await postgres.freshDatabase(), small);
    const closeMsLarge = await closeMs(context, await postgres.freshDatabase(), large);
    return {
      transactionsPerSecond: result.median("with", "transactionsPerSecond"),
      accrualCost: result.ratio("without", "with", "transactionsPerSecond"),
      recomputePerSecond,
      closeMsSmall,
      closeMsLarge,
      closeRatio: closeMsLarge / closeMsSmall,
    };
  },
});

/** Transactions a second of which all positions are recomputed. */
async function recomputeRate({ accounts }: BenchLedger, url: string): Promise<number> {
  const database = await openDatabase({ url, entities: [], poolSize: 2 });
  const start = performance.now();
  const report = await verifyLedger({
    connect: () => database.connect(),
    loadTerms: (on) => loadTermsBook(on, (specs) => accounts.ensure(specs)),
    settlementsOnly: true,
    clock: systemClock,
  });
  const seconds = (performance.now() - start) / 1_000;
  await database.close();
  if (!report.clean) throw new Error(report.faults[0]?.sentence);
  return report.counts.transactions / seconds;
}
