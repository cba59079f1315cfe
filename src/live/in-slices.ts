import { setImmediate as nextTurn } from "node:timers/promises";

/** Work that takes longer lets others have their turn: pings, other groups, the ledger. */
const SLICE_MS = 4;
const ACTS_BETWEEN_LOOKS = 64;

/** Does something for each of many, in slices when it takes long. */
export async function inSlices<T>(all: readonly T[], act: (one: T) => void): Promise<void> {
  let began = performance.now();
  for (let index = 0; index < all.length; index++) {
    act(all[index] as T);
    if (index % ACTS_BETWEEN_LOOKS !== ACTS_BETWEEN_LOOKS - 1) continue;
    if (performance.now() - began < SLICE_MS) continue;
    await nextTurn();
    began = performance.now();
  }
}
