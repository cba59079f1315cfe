import { defineBench } from "./harness/bench.js";
import { startBenchPostgres } from "./harness/postgres.js";
import { plantedAt, referenceOf, statedDays } from "./reconciliation/planted.js";
import { BenchReconciliation, type FoundBreak } from "./reconciliation/world.js";

const MIB = 1024 * 1024;
const SAMPLE_MS = 50;

export default defineBench({
  summary: "a million statement lines held against a million transactions, one percent damaged",
  run: async (context) => {
    const { quick, settings, progress, fact } = context;
    const count = Number(settings["rows"] ?? (quick ? 50_000 : 1_000_000));
    const postgres = await startBenchPostgres(context, { durable: true });
    const world = await BenchReconciliation.open(context, postgres);
    progress("filling the ledger");
    await world.fill(count);
    progress("keeping the statements");
    const keeping = performance.now();
    for (const [day, lines] of statedDays(count)) await world.state(day, lines);
    const kept = (performance.now() - keeping) / 1_000;
    fact("lines", `kept in ${kept.toFixed(1)} s`);
    progress("reconciling");
    const peak = peakOfProcess();
    const start = performance.now();
    await world.reconcile();
    const seconds = (performance.now() - start) / 1_000;
    const peakMb = peak.end() / MIB;
    const quality = qualityOf(await world.breaks(), count);
    fact("matched", String(await world.matched()));
    return {
      linesPerSecond: count / seconds,
      secondsPerMillion: (seconds * 1_000_000) / count,
      keptPerSecond: count / kept,
      peakMb,
      ...quality,
    };
  },
});

/** Of the breaks found how many were planted, and of those planted how many were found. */
function qualityOf(found: readonly FoundBreak[], count: number) {
  const planted = new Set<string>();
  for (let n = 1; n <= count; n++) {
    const kind = plantedAt(n);
    if (kind !== null) planted.add(`${kind} ${referenceOf(n)}`);
  }
  const keys = new Set(found.map(({ kind, reference }) => `${kind} ${reference}`));
  const right = [...keys].filter((key) => planted.has(key)).length;
  return { precision: right / Math.max(1, found.length), recall: right / planted.size };
}

/** The most resident memory of this process. */
function peakOfProcess(): { end(): number } {
  let most = 0;
  const look = (): void => void (most = Math.max(most, process.memoryUsage.rss()));
  const timer = setInterval(look, SAMPLE_MS);
  return {
    end() {
      clearInterval(timer);
      look();
      return most;
    },
  };
}
