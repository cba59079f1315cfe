import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "../shared/log.js";
import { FOLLOW_LIMITS } from "./live-limits.js";
import { covers, merged, positionsText, sequenceOf, type Positions } from "./positions.rules.js";
import type { BlockPlace, LiveBlock, LogEnd } from "./read-log.queries.js";

/** The log in Postgres, which has everything. */
export interface LogReader {
  end(): Promise<LogEnd>;
  blocks(places: readonly BlockPlace[]): Promise<LiveBlock[]>;
}

/** What takes the blocks in. */
export interface BlockTaker {
  /** Whether anybody wants to know of blocks; if not, they are passed over. */
  readonly hasAudience: boolean;
  /** Whether nothing that the block builds on is missing. */
  isReady(block: LiveBlock): boolean;
  /** Called once for each block, in the order of its lane. */
  take(block: LiveBlock): void;
  /** Reads the newest state instead of the blocks in between; answers what it is the state of. */
  jump(): Promise<LogEnd>;
  /** Called when blocks were passed over, so that nothing tells what they did. */
  passed(): void;
  /** Called when all that can be taken at present was: everything up to `positions`. */
  settled(positions: Positions): void;
}

/**
 * Brings the blocks of all lanes into an order in which each finds what it builds on: the order of
 * a lane is that of its sequences, and between lanes versions of accounts tell what came first.
 * News may be lost, doubled or out of order; what is missing for longer than a moment is read from
 * Postgres.
 */
export class LaneFollower {
  readonly #positions = new Map<number, number>();
  readonly #waiting = new Map<number, Map<number, LiveBlock>>();
  #waitingCount = 0;
  #known: Positions = new Map();
  #postedAt: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  #stuckAt: string | null = null;
  /** What was not told by news: blocks read from the log, and steps to its end. */
  readonly counts = { blocksRead: 0, jumps: 0 };
  #started = false;
  #filling = false;
  #stopped = false;

  constructor(
    private readonly log: LogReader,
    private readonly taker: BlockTaker,
    private readonly report: Log,
  ) {}

  /** How far all blocks have been taken in. It changes under the reader's hands. */
  get positions(): Positions {
    return this.#positions;
  }

  /** When the newest block that was taken in was posted, in milliseconds; null without any. */
  get postedAt(): number | null {
    return this.#postedAt;
  }

  /** Whether a block is known that was not taken in. */
  get isBehind(): boolean {
    return this.#waitingCount > 0 || !covers(this.#positions, this.#known);
  }

  /** Begins at the log's present end. */
  async start(): Promise<void> {
    const { positions, postedAt } = await this.log.end();
    this.#advanceTo(positions);
    this.#postedAt = postedAt;
    this.#started = true;
    this.#drain();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Takes in a block, now or when what it builds on is there. */
  tell(block: LiveBlock): void {
    const { lane, sequence } = block;
    if (sequence <= sequenceOf(this.#positions, lane)) return;
    this.#known = merged(this.#known, new Map([[lane, sequence]]));
    // A lane that is stuck would gather its news without end; they are read again when it goes on.
    if (this.#waitingCount < FOLLOW_LIMITS.waitingBlocks) this.#keep(block);
    if (this.#started) this.#drain();
  }

  /** Takes note of how far the log is; what is missing is fetched if it does not come by itself. */
  note(positions: Positions): void {
    this.#known = merged(this.#known, positions);
    this.#expect();
  }

  #keep(block: LiveBlock): void {
    if (block.sequence <= sequenceOf(this.#positions, block.lane)) return;
    const blocks = this.#waiting.get(block.lane) ?? new Map<number, LiveBlock>();
    this.#waiting.set(block.lane, blocks);
    if (!blocks.has(block.sequence)) this.#waitingCount += 1;
    blocks.set(block.sequence, block);
  }

  #drain(): void {
    for (let moved = true; moved;) {
      moved = false;
      for (const [lane, blocks] of this.#waiting) {
        while (this.#takeNext(lane, blocks)) moved = true;
      }
    }
    this.taker.settled(this.#positions);
    this.#expect();
  }

  #takeNext(lane: number, blocks: Map<number, LiveBlock>): boolean {
    const block = blocks.get(sequenceOf(this.#positions, lane) + 1);
    if (!block || !this.taker.isReady(block)) return false;
    this.#drop(blocks, block.sequence);
    this.#positions.set(lane, block.sequence);
    this.#postedAt = Math.max(this.#postedAt ?? 0, block.postedAt);
    this.taker.take(block);
    return true;
  }

  #drop(blocks: Map<number, LiveBlock>, sequence: number): void {
    if (blocks.delete(sequence)) this.#waitingCount -= 1;
  }

  #advanceTo(positions: Positions): void {
    for (const [lane, sequence] of merged(this.#positions, positions)) {
      this.#positions.set(lane, sequence);
    }
    for (const [lane, blocks] of this.#waiting) {
      const taken = sequenceOf(this.#positions, lane);
      for (const sequence of blocks.keys()) if (sequence <= taken) this.#drop(blocks, sequence);
    }
  }

  #expect(): void {
    if (!this.#started || !this.isBehind || this.#filling || this.#stopped) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.isBehind && !this.#filling) void this.#fill();
    }, FOLLOW_LIMITS.missingMs);
  }

  async #fill(): Promise<void> {
    this.#filling = true;
    let pause: number = FOLLOW_LIMITS.retryFirstMs;
    while (this.isBehind && !this.#stopped) {
      try {
        await this.#catchUp();
        pause = FOLLOW_LIMITS.retryFirstMs;
      } catch (err) {
        this.report.warn({ err }, "the live stream cannot read what it missed; it tries again");
        await wait(pause, undefined, { ref: false });
        pause = Math.min(pause * 2, FOLLOW_LIMITS.retryLimitMs);
      }
    }
    this.#filling = false;
  }

  async #catchUp(): Promise<void> {
    const end = await this.log.end();
    this.#known = merged(this.#known, end.positions);
    if (!this.taker.hasAudience) return this.#goTo(end);
    const missing = this.#missing();
    const isFar = missing.length > FOLLOW_LIMITS.blocksBehind;
    if (isFar || this.#isStuck(missing)) return this.#jump({ missing: missing.length });
    if (missing.length === 0) return;
    const blocks = await this.log.blocks(missing.slice(0, FOLLOW_LIMITS.blocksPerRead));
    const wanted = new Set(missing.map(({ lane, sequence }) => `${lane}:${sequence}`));
    // Somebody told of blocks that the log does not have: they are not waited for.
    if (blocks.length === 0) this.#known = end.positions;
    this.counts.blocksRead += blocks.length;
    for (const block of blocks) {
      if (wanted.has(`${block.lane}:${block.sequence}`)) this.#keep(block);
    }
    this.#drain();
  }

  /** Known blocks that nobody has told of, in turn from each lane, so that none runs far ahead. */
  #missing(): BlockPlace[] {
    const missing: BlockPlace[] = [];
    const { blocksBehind } = FOLLOW_LIMITS;
    for (let ahead = 1, lanes = [...this.#known]; lanes.length > 0; ahead++) {
      lanes = lanes.filter(([lane, end]) => sequenceOf(this.#positions, lane) + ahead <= end);
      for (const [lane] of lanes) {
        const sequence = sequenceOf(this.#positions, lane) + ahead;
        if (!this.#waiting.get(lane)?.has(sequence)) missing.push({ lane, sequence });
      }
      if (missing.length > blocksBehind) break;
    }
    return missing;
  }

  /**
   * Whether nothing is missing and still nothing can be taken. What a block builds on is in the log
   * before it: it is only certain if nothing has moved since the look at the log before this one.
   */
  #isStuck(missing: readonly BlockPlace[]): boolean {
    const at = missing.length === 0 && this.isBehind ? positionsText(this.#positions) : null;
    const isStuck = at !== null && at === this.#stuckAt;
    this.#stuckAt = at;
    return isStuck;
  }

  async #jump(fields: object): Promise<void> {
    this.counts.jumps += 1;
    this.report.warn(fields, "the live stream goes to the end of the log in one step");
    this.#goTo(await this.taker.jump());
  }

  #goTo({ positions, postedAt }: LogEnd): void {
    this.#advanceTo(positions);
    this.taker.passed();
    this.#postedAt = Math.max(this.#postedAt ?? 0, postedAt ?? 0) || null;
    this.#drain();
  }
}
