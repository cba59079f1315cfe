import { randomUUID } from "node:crypto";
import { systemClock } from "../src/shared/clock.js";
import { uuidv7Ids } from "../src/shared/ids.js";
import { defineBench } from "./harness/bench.js";

function rate(count: number, next: () => string): { idsPerSecond: number } {
  let length = 0;
  const start = performance.now();
  for (let index = 0; index < count; index++) length += next().length;
  const seconds = (performance.now() - start) / 1_000;
  if (length !== count * 36) throw new Error("an id is not a UUID");
  return { idsPerSecond: count / seconds };
}

export default defineBench({
  summary: "time-ordered ids beside Node's random ones",
  run: async ({ compare, quick }) => {
    const count = quick ? 10_000 : 1_000_000;
    const ids = uuidv7Ids(systemClock);
    const result = await compare("ids", {
      ours: () => rate(count, () => ids.next()),
      randomUUID: () => rate(count, () => randomUUID()),
    });
    return {
      idsPerSecond: result.median("ours", "idsPerSecond"),
      randomUuidRatio: result.ratio("ours", "randomUUID", "idsPerSecond"),
    };
  },
});
