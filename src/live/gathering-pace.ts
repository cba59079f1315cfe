/** The pause before a read when many ask one after the other: all of them share it. */
const GATHER_MS = 100;
/** So many in one read are many. */
const MANY = 3;

/**
 * When reads for several begin: at once, or behind a pause in which more gather when the last one
 * was for many. After a hub died its clients come for seconds, and each turn of the loop would read
 * for a few of them.
 */
export class GatheringPace {
  #pauseMs = 0;
  #lastMs = -Infinity;

  /** Calls back once, at this turn's end at the earliest. @param asking how many wait by then */
  next(asking: () => number, begin: () => void): void {
    const restMs = this.#lastMs + this.#pauseMs - performance.now();
    const run = (): void => {
      this.#lastMs = performance.now();
      this.#pauseMs = asking() >= MANY ? GATHER_MS : 0;
      begin();
    };
    if (restMs <= 0) setImmediate(run);
    else setTimeout(run, restMs);
  }
}
