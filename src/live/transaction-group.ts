import { merged, type Positions } from "./positions.rules.js";
import { inSlices } from "./in-slices.js";
import type { LiveFrame, Outlet, Render } from "./live-frame.js";
import {
  HeartbeatItem,
  TransactionsPostedItem,
  partsOf,
  type StreamIdentity,
} from "./live-item.js";
import { LIVE_LIMITS } from "./live-limits.js";
import { placeOf } from "./live-place.js";
import type { StreamedTransaction, TransactionBlock } from "./read-transactions.queries.js";

/** One client of a `transactions` stream, and how far it has been told. */
export class TransactionMember {
  isClosed = false;
  constructor(
    readonly outlet: Outlet,
    public positions: Positions,
  ) {}
}

/** Items that stand for one place: all of them are sent, or none. */
interface Step {
  frames: LiveFrame[];
  positions: Positions;
}

export interface TransactionGroupOptions {
  key: string;
  /** The partners whose transactions are told; null for all. */
  partnerIds: readonly string[] | null;
  stream: StreamIdentity;
  render: Render;
}

/** Clients with equal `transactions` subscriptions. */
export class TransactionGroup {
  /** Those that are told of each page as it comes; the others read for themselves. */
  readonly live = new Set<TransactionMember>();
  users = 0;
  sentAtMs = performance.now();

  constructor(readonly options: TransactionGroupOptions) {}

  /**
   * Tells members of blocks, whose transactions are those of any group.
   * @returns members that have no room; they stand where they were told to
   */
  async tell(
    members: readonly TransactionMember[],
    from: Positions,
    blocks: readonly TransactionBlock[],
  ): Promise<TransactionMember[]> {
    let left = members;
    const full: TransactionMember[] = [];
    for (const { frames, positions } of await this.#steps(from, blocks)) {
      const room = left.filter((member) => !member.outlet.isFull);
      full.push(...left.filter((member) => member.outlet.isFull));
      left = room;
      await inSlices(room, (member) => {
        if (member.isClosed) return;
        for (const frame of frames) member.outlet.send(frame);
        member.positions = positions;
      });
      this.sentAtMs = performance.now();
    }
    return full;
  }

  async #steps(from: Positions, blocks: readonly TransactionBlock[]): Promise<Step[]> {
    const { partnerIds, stream, render } = this.options;
    const steps: Step[] = [];
    let positions = from;
    for (const run of runsOf(blocks, partnerIds)) {
      positions = merged(positions, new Map([[run.lane, run.sequence]]));
      const frames: LiveFrame[] = [];
      if (run.transactions.length > 0) {
        const place = placeOf(positions, run.postedAt);
        for (const part of partsOf(stream, place, run.transactions, LIVE_LIMITS.itemEntries)) {
          frames.push(await render(new TransactionsPostedItem(part)));
        }
      }
      steps.push({ frames, positions });
    }
    return steps;
  }

  /** Sends a sign of life. */
  async beat(
    members: Iterable<TransactionMember>,
    positions: Positions,
    postedAt: number | null,
  ): Promise<void> {
    const { stream, render } = this.options;
    const frame = await render(new HeartbeatItem(stream, placeOf(positions, postedAt)));
    this.sentAtMs = performance.now();
    for (const member of members) if (!member.isClosed) member.outlet.send(frame);
  }
}

/** Blocks of one lane that follow each other and fit into one item are told together. */
function runsOf(
  blocks: readonly TransactionBlock[],
  partnerIds: readonly string[] | null,
): TransactionBlock[] {
  const runs: TransactionBlock[] = [];
  for (const block of blocks) {
    const transactions = block.transactions.filter((each) => isOf(each, partnerIds));
    const last = runs.at(-1);
    const fits = (last?.transactions.length ?? 0) + transactions.length <= LIVE_LIMITS.itemEntries;
    if (last?.lane === block.lane && fits) {
      last.transactions.push(...transactions);
      last.sequence = block.sequence;
      last.postedAt = block.postedAt;
    } else runs.push({ ...block, transactions });
  }
  return runs;
}

function isOf({ partnerId }: StreamedTransaction, partnerIds: readonly string[] | null): boolean {
  return partnerIds === null || (partnerId !== null && partnerIds.includes(partnerId));
}
