import { systemClock } from "../../src/shared/clock.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import type { Outcome } from "../../src/ledger/posting-model.rules.js";
import { PostingEngine } from "../../src/ledger/posting-engine.js";
import { readRevision } from "../../src/settlements/terms-book.queries.js";
import type { CrashHubMessage, CrashHubOrder } from "./crash-process.js";
import { itemsOf } from "./crash-stream.js";
import { laneConnections } from "./fault-connect.js";
import { termsOf, worldOf } from "./reference-world.js";

/**
 * A hub's ledger in a process of its own, made to be killed: it posts a stream, several submissions
 * at a time, and tells its parent of each answer as soon as it has it.
 */
async function main(): Promise<void> {
  const order = JSON.parse(process.argv[2] ?? "") as CrashHubOrder;
  const world = worldOf(order.names);
  const engine = new PostingEngine({
    connect: laneConnections(order.url),
    loadTerms: async (on) => ({
      revision: await readRevision(on),
      ...termsOf(world.contracts),
    }),
    clock: systemClock,
    ids: uuidv7Ids(systemClock),
    onTrouble: () => undefined,
    maxBatchItems: 8,
  });
  await engine.start();
  let next = order.first;
  const post = async (): Promise<void> => {
    while (next < order.first + order.count) {
      const n = next++;
      const { outcomes } = await engine.submit(itemsOf(world, n));
      tell({ n, answers: outcomes.flat().map(answerOf) });
    }
  };
  await Promise.all(Array.from({ length: order.atOnce }, post));
  await engine.stop();
  process.disconnect();
}

function answerOf(outcome: Outcome): string {
  return outcome.status === "REFUSED" ? outcome.code : outcome.transactionId;
}

function tell(message: CrashHubMessage): void {
  process.send?.(message);
}

await main();
