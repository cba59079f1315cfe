import { defineBench } from "./harness/bench.js";
import { startBenchPostgres } from "./harness/postgres.js";
import { copyRows, newestId } from "./posting/copy-peer.js";
import { openAccounts, openLedger } from "./posting/ledger.js";
import { prepareRowLoop, rowLoopRate } from "./posting/row-loop-peer.js";
import { hotPick, postLoad, zipfPick } from "./posting/workload.js";

export default defineBench({
  summary: "the posting engine beside COPY of the same rows and a row-at-a-time ledger",
  run: async (context) => {
    const { compare, quick, settings } = context;
    const postgres = await startBenchPostgres(context, { durable: true });
    const copyUrl = await postgres.freshDatabase();
    const hotUrl = await postgres.freshDatabase();
    const loopUrl = await postgres.freshDatabase({ migrated: false });
    await prepareRowLoop(loopUrl);
    const zipf = await openLedger(context, postgres.url);
    const hot = await openLedger(context, hotUrl);
    const accounts = await openAccounts(zipf, Number(settings["accounts"] ?? 100_000));
    const hotAccounts = await openAccounts(hot, 1_001);
    const seconds = Number(settings["seconds"] ?? (quick ? 3 : 8));
    const shape = { seconds, callers: 20, itemsPerCall: 200 };
    const result = await compare(
      "posting",
      {
        zipf: async ({ index }) => {
          const since = await newestId(postgres.url);
          const load = await postLoad(zipf, zipfPick(accounts, index + 1), shape);
          const copySeconds = await copyRows(postgres.url, copyUrl, since);
          return {
            transfersPerSecond: load.transfersPerSecond,
            copyPerSecond: load.transfers / copySeconds,
            ...load.latency.measures(),
          };
        },
        hot: async ({ index }) => {
          const load = await postLoad(hot, hotPick(hotAccounts, index + 1), shape);
          return { transfersPerSecond: load.transfersPerSecond, ...load.latency.measures() };
        },
        rowLoop: async () => ({ transfersPerSecond: await rowLoopRate(loopUrl, 20, seconds / 2) }),
      },
      quick ? { rounds: 1 } : {},
    );
    const steady = await steadiness(zipf, accounts, quick ? 10 : 60);
    return {
      hotTransfersPerSecond: result.median("hot", "transfersPerSecond"),
      zipfTransfersPerSecond: result.median("zipf", "transfersPerSecond"),
      copyRatio: result.ratio("zipf", "zipf", "transfersPerSecond", "copyPerSecond"),
      rowLoopRatio: result.ratio("hot", "rowLoop", "transfersPerSecond"),
      hotOverZipf: result.ratio("hot", "zipf", "transfersPerSecond"),
      p50Ms: result.median("zipf", "p50Ms"),
      p99Ms: result.median("zipf", "p99Ms"),
      ...steady,
    };
  },
});

/** A minute at full rate: the last ten seconds over the first ten. */
async function steadiness(
  zipf: Awaited<ReturnType<typeof openLedger>>,
  accounts: string[],
  seconds: number,
) {
  const shape = { seconds, callers: 20, itemsPerCall: 200 };
  const { perSecond } = await postLoad(zipf, zipfPick(accounts, 99), shape);
  const tenth = Math.min(10, Math.floor(seconds / 2));
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  const first = sum(perSecond.slice(0, tenth));
  return { lastOverFirstTenSeconds: sum(perSecond.slice(seconds - tenth, seconds)) / first };
}
