import autocannon from "autocannon";
import { defineBench, type BenchContext, type Figures } from "./harness/bench.js";
import { startBenchPostgres } from "./harness/postgres.js";
import { CASES, type Case } from "./query/documents.js";
import { SIDES, startSides, type Side, type SideName } from "./query/sides.js";
import { fillHub } from "./query/world.js";

const CONNECTIONS = 16;

export default defineBench({
  summary: "queries a second, beside other GraphQL servers and beside bare Fastify",
  run: async (context) => {
    process.env["NODE_ENV"] = "production"; // the peers' processes inherit it
    const seconds = Number(context.settings["seconds"] ?? 1);
    const rounds = Math.min(context.rounds, Number(context.settings["rounds"] ?? 3));
    const postgres = await startBenchPostgres(context, { durable: true });
    const asked = await fillHub(context, postgres.url);
    const sides = await startSides(context, postgres.url, asked);
    await assertSameAnswers(sides);
    const figures: Record<"vsBest" | "vsRaw" | "vsApollo" | "shortWay" | "perSecond", Figures> = {
      vsBest: {},
      vsRaw: {},
      vsApollo: {},
      shortWay: {},
      perSecond: {},
    };
    for (const name of CASES) {
      const result = await compareSides(context, sides, name, { seconds, rounds });
      figures.vsRaw[name] = result.ratio("ours", "raw", "perSecond");
      figures.vsApollo[name] = result.ratio("ours", "apollo", "perSecond");
      figures.perSecond[name] = result.median("ours", "perSecond");
      figures.shortWay[name] = result.ratio("ours", "pipeline", "perSecond");
      const peers = SIDES.filter((side) => !["ours", "pipeline", "raw"].includes(side));
      const ratios = peers.map((peer) => result.ratio("ours", peer, "perSecond"));
      figures.vsBest[name] = Math.min(...ratios);
    }
    return figures;
  },
});

function compareSides(
  context: BenchContext,
  sides: Record<SideName, Side>,
  name: Case,
  { seconds, rounds }: { seconds: number; rounds: number },
) {
  const measure = (side: Side) => async () => perSecond(side, name, seconds);
  const variants = Object.fromEntries(
    Object.entries(sides).map(([side, what]) => [side, measure(what)]),
  ) as Record<SideName, () => ReturnType<typeof perSecond>>;
  return context.compare(name, variants, { rounds });
}

async function perSecond(side: Side, name: Case, seconds: number) {
  const { url, body, headers } = side.request(name);
  const before = await side.child.call<number>("cpuMicros");
  const result = await autocannon({
    url,
    body,
    headers,
    method: "POST",
    connections: CONNECTIONS,
    duration: seconds,
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${name}: ${side.url} fails`);
  const after = await side.child.call<number>("cpuMicros");
  const perSecond = result["2xx"] / result.duration;
  const cpuMicros = (after - before) / result["2xx"];
  return { perSecond, p99Ms: result.latency.p99, cpuMicros };
}

/** All but PostGraphile, which has a schema of its own, answer the same to the letter. */
async function assertSameAnswers(sides: Record<SideName, Side>): Promise<void> {
  for (const name of CASES) {
    const expected = await answerOf(sides.ours, name);
    for (const side of SIDES) {
      const answer = await answerOf(sides[side], name);
      const same = side === "postgraphile" ? !("errors" in answer) : alike(answer, expected);
      if (!same) throw new Error(`${side} answers otherwise: ${JSON.stringify(answer, null, 1)}`);
    }
  }
}

function alike(answer: { data?: unknown }, expected: { data?: unknown }): boolean {
  return JSON.stringify(answer.data) === JSON.stringify(expected.data);
}

async function answerOf(side: Side, name: Case): Promise<{ data?: unknown }> {
  const { url, ...init } = side.request(name);
  const response = await fetch(url, { ...init, method: "POST" });
  return (await response.json()) as { data?: unknown };
}
