import { setTimeout as delay } from "node:timers/promises";
import { LatencyHistogram } from "./latency.js";

/** What a load did: calls that were answered, in how many seconds, and how long each took. */
export interface LoadResult {
  calls: number;
  seconds: number;
  callsPerSecond: number;
  latency: LatencyHistogram;
}

/**
 * Closed loop: `clients` callers, each with one call under way, until `seconds` have passed. Finds
 * the highest rate. `call` is told its number.
 */
export async function closedLoop(
  { clients, seconds }: { clients: number; seconds: number },
  call: (index: number) => Promise<unknown>,
): Promise<LoadResult> {
  const latency = new LatencyHistogram();
  const start = performance.now();
  const end = start + seconds * 1_000;
  let index = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const mine = index++;
      await latency.time(() => call(mine));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return result(latency, start);
}

/**
 * Open loop: a call every 1 / `callsPerSecond`, whether or not the ones before are answered. Each
 * latency counts from when the call was due, so that a stall shows in all the calls it delayed.
 */
export async function openLoop(
  { callsPerSecond, seconds }: { callsPerSecond: number; seconds: number },
  call: (index: number) => Promise<unknown>,
): Promise<LoadResult> {
  const latency = new LatencyHistogram();
  const start = performance.now();
  const underWay: Promise<unknown>[] = [];
  const total = Math.round(callsPerSecond * seconds);
  for (let index = 0; index < total; index++) {
    const due = start + (index * 1_000) / callsPerSecond;
    const early = due - performance.now();
    if (early > 0) await delay(early);
    underWay.push(call(index).finally(() => latency.record(performance.now() - due)));
  }
  await Promise.all(underWay);
  return result(latency, start);
}

function result(latency: LatencyHistogram, start: number): LoadResult {
  const seconds = (performance.now() - start) / 1_000;
  return { calls: latency.count, seconds, callsPerSecond: latency.count / seconds, latency };
}
