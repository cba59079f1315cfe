import type { Client } from "pg";
import type { Clock } from "../shared/clock.js";
import type { Ids } from "../shared/ids.js";
import type { TermsBook } from "./accrual-model.rules.js";
import type { CommittedBlock } from "./committed-block.js";
import { BatchTooLarge, EmptyBatch } from "./ledger.errors.js";
import { PostingLane } from "./posting-lane.js";
import type { LaneOptions } from "./posting-lane.js";
import { PostingQueue } from "./posting-queue.js";
import { DrainRate } from "./posting-rate.js";
import type { Receipt } from "./posting-queue.js";
import type { PostingGroup } from "./posting-model.rules.js";

/** Items that one submission may have, and one atomic group. */
export const MAX_SUBMISSION_ITEMS = 1_000;

export interface EngineOptions {
  connect(): Promise<Client>;
  loadTerms(on: Pick<Client, "query">): Promise<TermsBook>;
  clock: Clock;
  ids: Ids;
  onTrouble(error: unknown, what: string): void;
  /** Lanes that post batches; more than one where accounts rarely meet. */
  recordLanes?: number;
  /** Items of one batch at the most. */
  maxBatchItems?: number;
  /** Items that may wait in a queue before further ones are refused. */
  maxQueuedItems?: number;
}

/**
 * How soon the answer must come: `record` is for throughput, `authorise` for a caller who waits.
 */
export type Urgency = "record" | "authorise";

/** The ledger's writer: two bounded queues, and lanes that post what is in them. */
export class PostingEngine {
  private readonly queues: Record<Urgency, PostingQueue>;
  private readonly lanes: PostingLane[] = [];
  private readonly listeners = new Set<(block: CommittedBlock) => void>();
  private readonly rate = new DrainRate();

  constructor(private readonly options: EngineOptions) {
    const queue = () =>
      new PostingQueue(options.maxQueuedItems ?? 20_000, (items) => this.rate.msFor(items));
    this.queues = { record: queue(), authorise: queue() };
  }

  /** Connects the lanes. @throws Error when Postgres cannot be reached or all lanes are taken */
  async start(): Promise<void> {
    const { recordLanes = 1, maxBatchItems = 1_000 } = this.options;
    for (let i = 0; i < recordLanes; i++) this.addLane("record", maxBatchItems);
    this.addLane("authorise", Math.min(maxBatchItems, 200));
    await Promise.all(this.lanes.map((lane) => lane.start()));
  }

  private addLane(urgency: Urgency, maxBatchItems: number): void {
    const { connect, loadTerms, clock, ids, onTrouble } = this.options;
    const onCommit = (block: CommittedBlock) => this.tell(block);
    const queue = this.queues[urgency];
    const lane: LaneOptions = {
      queue,
      maxBatchItems,
      connect,
      loadTerms,
      clock,
      ids,
      onCommit,
      onTrouble,
    };
    this.lanes.push(new PostingLane(lane));
  }

  private tell(block: CommittedBlock): void {
    this.rate.note(block.transactions.length, this.options.clock.now().getTime());
    for (const listener of this.listeners) {
      try {
        listener(block);
      } catch (error) {
        this.options.onTrouble(error, "A listener to commits failed");
      }
    }
  }

  /** Calls back after each commit of this hub, in the order of each lane. */
  onCommit(listener: (block: CommittedBlock) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Posts groups, each all together or not at all, and answers when all of them are decided.
   * @throws EmptyBatch, BatchTooLarge, Overloaded
   */
  submit(groups: readonly PostingGroup[], urgency: Urgency = "record"): Promise<Receipt> {
    const items = groups.reduce((sum, group) => sum + group.length, 0);
    if (items === 0) return Promise.reject(new EmptyBatch());
    if (items > MAX_SUBMISSION_ITEMS) {
      return Promise.reject(new BatchTooLarge(items, MAX_SUBMISSION_ITEMS));
    }
    if (this.queuedItems === 0) this.rate.begin(this.options.clock.now().getTime());
    return this.queues[urgency].submit(groups);
  }

  /** Items that wait in the queues. */
  get queuedItems(): number {
    return this.queues.record.size + this.queues.authorise.size;
  }

  /** Takes nothing more, posts what is queued, and ends the connections. */
  async stop(): Promise<void> {
    for (const queue of Object.values(this.queues)) queue.close();
    await Promise.all(this.lanes.map((lane) => lane.stopped()));
  }
}
