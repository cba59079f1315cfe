import { postTransfers } from "../../src/ledger/index.js";
import type { TransferRequest } from "../../src/ledger/index.js";
import { LatencyHistogram } from "../harness/latency.js";
import { openLoop } from "../harness/load.js";
import type { BenchLedger } from "./ledger.js";

/** Picks the two accounts of a transfer, the same for the same seed. */
export type Pick = () => [debit: string, credit: string];

/** Mulberry32: a small generator with a seed, good enough to spread load. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Accounts by Zipf's law with exponent 1, by inversion of its continuous form. */
export function zipfPick(accounts: readonly string[], seed: number): Pick {
  const next = random(seed);
  const one = () => accounts[Math.floor(accounts.length ** next()) - 1] ?? "";
  return () => {
    const debit = one();
    for (;;) {
      const credit = one();
      if (credit !== debit) return [debit, credit];
    }
  };
}

/** Every transfer from one account, to any of the others. */
export function hotPick([hot = "", ...others]: readonly string[], seed: number): Pick {
  const next = random(seed);
  return () => [hot, others[Math.floor(next() * others.length)] ?? ""];
}

export interface LoadShape {
  seconds: number;
  /** Callers that each have one call under way. */
  callers: number;
  itemsPerCall: number;
}

let serial = 0;

function request(pick: Pick): TransferRequest {
  const [debitAccountId, creditAccountId] = pick();
  const n = ++serial;
  return {
    debitAccountId,
    creditAccountId,
    externalId: `bench-${n}`,
    currency: "EUR",
    code: "BENCH",
    amountMinor: BigInt(1 + (n % 9999)),
    occurredAt: new Date(),
  };
}

/**
 * Posts for so many seconds, every item required to be posted; counts transfers second by second.
 */
export async function postLoad(ledger: BenchLedger, pick: Pick, shape: LoadShape) {
  const latency = new LatencyHistogram();
  const perSecond: number[] = [];
  const start = performance.now();
  const caller = async () => {
    while (performance.now() - start < shape.seconds * 1_000) {
      const requests = Array.from({ length: shape.itemsPerCall }, () => request(pick));
      const { outcomes } = await latency.time(() => postTransfers(ledger, requests));
      if (!outcomes.every(([outcome]) => outcome?.status === "POSTED")) throw new Error("refused");
      const second = Math.floor((performance.now() - start) / 1_000);
      perSecond[second] = (perSecond[second] ?? 0) + requests.length;
    }
  };
  await Promise.all(Array.from({ length: shape.callers }, caller));
  const seconds = (performance.now() - start) / 1_000;
  const transfers = perSecond.reduce((sum, count) => sum + count, 0);
  return { transfersPerSecond: transfers / seconds, transfers, perSecond, latency };
}

const PACED_CALL_ITEMS = 250;

/** Posts at a steady rate, in calls of 250; answers the transfers a second that were posted. */
export async function pacedLoad(
  ledger: BenchLedger,
  pick: Pick,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<number> {
  const callsPerSecond = perSecond / PACED_CALL_ITEMS;
  const load = await openLoop({ callsPerSecond, seconds }, async () => {
    await postTransfers(
      ledger,
      Array.from({ length: PACED_CALL_ITEMS }, () => request(pick)),
    );
  });
  return (load.calls * PACED_CALL_ITEMS) / load.seconds;
}
