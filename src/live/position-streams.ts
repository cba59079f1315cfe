import type { PositionSelection } from "../settlements/index.js";
import type { RowsRead, RowsWish } from "../shared/database/changed-rows.queries.js";
import type { Log } from "../shared/log.js";
import type { LiveBlock } from "./read-log.queries.js";
import { RowStreams, type ReadRows } from "./row-streams.js";

/**
 * The positions that are watched. Blocks tell which contracts they changed, so that of many only
 * these are looked at; where blocks are not known to have told all of it, all are.
 */
export class PositionStreams extends RowStreams<PositionSelection> {
  #touched = new Set<string>();
  #isUnknown = false;

  constructor({ read, log }: { read: ReadRows<PositionSelection>; log: Log }) {
    super({
      item: "Positions",
      read: (wishes, limit, tail) => this.#readTouched(read, { wishes, limit, tail }),
      log,
    });
  }

  /** Takes note of what a block changed. */
  take({ contracts }: LiveBlock): void {
    if (this.size === 0) return;
    if (contracts === null) this.#isUnknown = true;
    else for (const id of contracts) this.#touched.add(id);
  }

  /** Takes note that nothing tells what blocks changed. */
  passed(): void {
    this.#isUnknown = true;
  }

  /** Looks at what blocks have changed. */
  settled(): void {
    if (this.#isUnknown || this.#touched.size > 0) this.wake();
  }

  async #readTouched(
    read: ReadRows<PositionSelection>,
    { wishes, limit, tail }: AskedPositions,
  ): Promise<RowsRead<object>> {
    const [touched, wasUnknown] = [this.#touched, this.#isUnknown];
    this.#touched = new Set();
    this.#isUnknown = false;
    const narrow = (wish: RowsWish<PositionSelection>) =>
      wasUnknown || wish.since === null || wish.since !== tail ? wish : narrowed(wish, touched);
    try {
      return await read(wishes.map(narrow), limit, tail);
    } catch (error) {
      if (wasUnknown) this.#isUnknown = true;
      for (const id of touched) this.#touched.add(id);
      throw error;
    }
  }
}

interface AskedPositions {
  wishes: readonly RowsWish<PositionSelection>[];
  limit: number;
  tail: string | null;
}

function narrowed(
  { selection, since }: RowsWish<PositionSelection>,
  touched: ReadonlySet<string>,
): RowsWish<PositionSelection> {
  const contracts = selection.contracts?.filter((id) => touched.has(id)) ?? [...touched];
  return { selection: { ...selection, contracts }, since };
}
