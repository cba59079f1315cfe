import { defineBench, type BenchContext } from "./harness/bench.js";
import { LatencyHistogram } from "./harness/latency.js";
import { openLoop } from "./harness/load.js";
import { startChild } from "./live/child-process.js";
import { CHECKED_BALANCES, setUpLive, type LiveSetUp } from "./live/live-set-up.js";

const ACCOUNTS = 2_000;
const WARM_UP_SECONDS = 3;

/** When something happened, by transaction; milliseconds since the epoch. */
type Moments = Map<string, { postedAtMs: number; committedAtMs: number }>;

export default defineBench({
  summary: "from a commit to the clients of another hub, at 1,000 changes a second over Redis",
  run: async (context) => {
    const { quick, settings } = context;
    const changesPerSecond = Number(settings["changes"] ?? 1_000);
    const clients = Number(settings["clients"] ?? 20);
    const seconds = quick ? 2 : 30;
    const setUp = await setUpLive(context, ACCOUNTS);
    const told = await connected(context, setUp, clients);
    const moments = momentsOf(setUp);
    // A transfer changes two balances.
    const rate = changesPerSecond / 2;
    await openLoop({ callsPerSecond: rate, seconds: WARM_UP_SECONDS }, setUp.move);
    await told();
    const offset = Math.round(rate * WARM_UP_SECONDS);
    const load = await openLoop({ callsPerSecond: rate, seconds }, (i) => setUp.move(offset + i));
    const { fromCommit, fromStamp } = latencies(moments, await told());
    context.fact("load", `${changesPerSecond} changes a second, ${clients} clients watch all`);
    return {
      p50Ms: fromCommit.percentileMs(50),
      p95Ms: fromCommit.percentileMs(95),
      p99Ms: fromCommit.percentileMs(99),
      maxMs: fromCommit.maxMs,
      fromStamp: {
        p50Ms: fromStamp.percentileMs(50),
        p95Ms: fromStamp.percentileMs(95),
        p99Ms: fromStamp.percentileMs(99),
      },
      post: { p50Ms: load.latency.percentileMs(50), p99Ms: load.latency.percentileMs(99) },
      changesTold: fromCommit.count,
    };
  },
});

/** Subscribers to every change of every account; the function answers what they were told since. */
async function connected(context: BenchContext, setUp: LiveSetUp, clients: number) {
  const { port } = await setUp.startHub();
  const child = startChild(context, "./checking-clients.process.js");
  const each = Array.from({ length: clients }, () => ({ delivery: "EVENTS" }));
  await child.call("connect", { port, key: setUp.key, query: CHECKED_BALANCES, each });
  return () => child.call<[transactionId: string, atMs: number][]>("told");
}

function momentsOf({ ledger }: LiveSetUp): Moments {
  const moments: Moments = new Map();
  ledger.engine.onCommit(({ postedAt, balances }) => {
    const committedAtMs = performance.timeOrigin + performance.now();
    for (const { transactionId } of balances)
      moments.set(`txn_${transactionId.replaceAll("-", "")}`, {
        postedAtMs: postedAt,
        committedAtMs,
      });
  });
  return moments;
}

function latencies(moments: Moments, told: [transactionId: string, atMs: number][]) {
  const fromCommit = new LatencyHistogram();
  const fromStamp = new LatencyHistogram();
  for (const [transactionId, atMs] of told) {
    const moment = moments.get(transactionId);
    if (!moment) throw new Error(`${transactionId} was told and not committed`);
    fromCommit.record(atMs - moment.committedAtMs);
    fromStamp.record(atMs - moment.postedAtMs);
  }
  return { fromCommit, fromStamp };
}
