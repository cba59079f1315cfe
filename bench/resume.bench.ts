import { defineBench, type BenchContext } from "./harness/bench.js";
import { startChild, type BenchChild } from "./live/child-process.js";
import { CHECKED_BALANCES, setUpLive, type LiveSetUp } from "./live/live-set-up.js";

const ACCOUNTS = 10_000;
/** Accounts that one client watches, no two clients the same ones. */
const WATCHED = 5;
const MISSED_MS = 1_000;

interface Verdict {
  gaps: number;
  duplicates: number;
  snapshots: number;
}

export default defineBench({
  summary: "2,000 clients of a hub that dies go on at another one, all at once, under load",
  run: async (context) => {
    const { quick, settings } = context;
    const count = Number(settings["clients"] ?? (quick ? 100 : 2_000));
    const setUp = await setUpLive(context, ACCOUNTS);
    const posting = keepPosting(setUp, Number(settings["transfers"] ?? 200));
    const clients = await connected(context, setUp, count);
    const next = await setUp.startHub();
    await clients.call("cut");
    await posting.during(MISSED_MS);
    const before = await next.hub.call<number>("statements");
    const secondsToAll = await clients.call<number>("resume", next.port);
    const statements = (await next.hub.call<number>("statements")) - before;
    await posting.during(MISSED_MS);
    await posting.stop();
    const { gaps, duplicates, snapshots } = await clients.call<Verdict>("verdict");
    context.fact("load", `${count} clients of ${WATCHED} accounts each, all others'`);
    return {
      secondsToAll,
      sqlPerHundred: (statements / count) * 100,
      gaps,
      duplicates,
      resnapshots: snapshots - count,
      missedTransfers: posting.posted(),
    };
  },
});

async function connected(
  context: BenchContext,
  { accountIds, key, startHub }: LiveSetUp,
  count: number,
): Promise<BenchChild> {
  const { port } = await startHub();
  const clients = startChild(context, "./checking-clients.process.js");
  const each = Array.from({ length: count }, (_, at) => ({
    accountIds: Array.from(
      { length: WATCHED },
      (_unused, n) => `acc_${accountIds[(at * WATCHED + n) % accountIds.length]}`,
    ),
  }));
  await clients.call("connect", { port, key, query: CHECKED_BALANCES, each });
  return clients;
}

/** Transfers at a steady rate until it is stopped. */
function keepPosting({ move }: LiveSetUp, perSecond: number) {
  let index = 0;
  const underWay = new Set<Promise<unknown>>();
  const timer = setInterval(() => {
    const one = move(index++).finally(() => underWay.delete(one));
    underWay.add(one);
  }, 1_000 / perSecond);
  return {
    posted: () => index,
    during: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay);
    },
  };
}
