import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import type { Clock } from "../shared/clock.js";
import type { Ids } from "../shared/ids.js";
import type { Settle } from "./accrual.rules.js";
import { committedBlock } from "./committed-block.js";
import type { CommittedBlock } from "./committed-block.js";
import { claimLane, isCommitted, prepareSession } from "./lane.queries.js";
import type { LaneHead } from "./lane.queries.js";
import { failureOf } from "./posting-failure.js";
import { hasEffect, nextHead } from "./posting-plan.rules.js";
import type { PostingQueue, Ticket } from "./posting-queue.js";
import { LaneState } from "./posting-state.js";
import { writeStatement } from "./posting-write.queries.js";
import type { BlockHead } from "./posting-write.queries.js";
import { post } from "./posting.rules.js";
import type { LedgerState, PostingPlan, TermsBook } from "./posting-model.rules.js";

export interface LaneOptions {
  queue: PostingQueue;
  /** Items that one batch gathers at the most. */
  maxBatchItems: number;
  connect(): Promise<Client>;
  /** The contracts as they are now. */
  loadTerms(on: Pick<Client, "query">): Promise<TermsBook>;
  settle: Settle;
  clock: Clock;
  ids: Ids;
  /** Told of each commit, after it, in order. */
  onCommit(block: CommittedBlock): void;
  /** Told of trouble that the lane is getting over by itself. */
  onTrouble(error: unknown, what: string): void;
}

interface Computed {
  plan: PostingPlan;
  head: BlockHead;
  termsRevision: bigint | null;
}

/** Batches that look up their external ids first, after one met a known id. */
const CAREFUL_BATCHES = 64;
/** Attempts at one batch, each after a conflict with another writer. */
const MAX_ATTEMPTS = 50;
const RECONNECT_FIRST_MS = 20;
const RECONNECT_LIMIT_MS = 1_000;

/**
 * A single-flight writer: it takes what is queued, computes it with the core and writes it in one
 * statement. While one batch is being written the next is computed on what the first leads to;
 * should the first fail, the second is computed anew.
 */
export class PostingLane {
  private readonly state = new LaneState();
  private connection!: Client;
  private terms!: TermsBook;
  /** The last link that is known to be committed, and the last that was written. */
  private committed!: LaneHead;
  private head!: LaneHead;
  private careful = 0;
  private generation = 0;
  private finished: Promise<void> = Promise.resolve();

  constructor(private readonly options: LaneOptions) {}

  /** Connects, claims a lane of its own and begins to post. */
  async start(): Promise<void> {
    await this.connect();
    this.finished = this.run();
  }

  /** Resolves when the queue is closed, all that was in it is posted and the connection closed. */
  async stopped(): Promise<void> {
    await this.finished;
    await this.connection.end();
  }

  private async run(): Promise<void> {
    const { queue, maxBatchItems } = this.options;
    let writing: Promise<void> | undefined;
    for (;;) {
      await this.gather(writing);
      const tickets = queue.take(maxBatchItems);
      if (tickets.length === 0 && queue.isClosed) return writing;
      const { generation } = this;
      const ahead = this.computeFromMemory(tickets);
      await writing;
      const current = ahead && generation === this.generation;
      writing = current ? this.write(tickets, ahead) : this.postAnew(tickets);
    }
  }

  /** Waits for a full batch, or for whatever there is as soon as nothing is being written. */
  private async gather(writing: Promise<void> | undefined): Promise<void> {
    const { queue, maxBatchItems } = this.options;
    let busy = writing !== undefined;
    const idle = writing?.then(() => void (busy = false));
    while (busy && queue.size < maxBatchItems) await Promise.race([idle, queue.changed()]);
    while (queue.size === 0 && !queue.isClosed) await queue.changed();
  }

  private computeFromMemory(tickets: Ticket[]): Computed | undefined {
    if (this.careful > 0 || tickets.length === 0) return;
    const groups = tickets.map((ticket) => ticket.group);
    const state = this.state.cached(groups, this.terms);
    if (!state) return;
    const computed = this.compute(tickets, state);
    // A refusal may rest on state that has changed: it is not given from memory alone.
    return computed.plan.refusals.length === 0 ? computed : undefined;
  }

  private compute(tickets: Ticket[], state: LedgerState): Computed {
    const { clock, ids, settle } = this.options;
    const groups = tickets.map((ticket) => ticket.group);
    const env = { now: clock.now().getTime(), nextId: () => ids.next(), settle, terms: this.terms };
    const plan = post(state, groups, env);
    const accrues = groups.some((group) => group.some((item) => item.accrues));
    const termsRevision = accrues && plan.transactions.length > 0 ? this.terms.revision : null;
    return { plan, head: nextHead(this.head, plan), termsRevision };
  }

  /** Writes what was computed from memory, in one statement that commits by itself. */
  private async write(tickets: Ticket[], computed: Computed): Promise<void> {
    this.advance(computed);
    try {
      await this.send(computed);
    } catch (error) {
      if (!(await this.wasCommitted(error, computed))) return this.postAnew(tickets, error);
    }
    this.commit(tickets, computed);
  }

  private advance({ plan, head }: Computed): void {
    this.state.advance(plan);
    if (plan.transactions.length > 0) this.head = head;
  }

  private commit(tickets: Ticket[], { plan, head }: Computed): void {
    const hasBlock = plan.transactions.length > 0;
    if (hasBlock) this.committed = head;
    const at = hasBlock ? { postedAt: plan.postedAt, ...head } : null;
    tickets.forEach((ticket, index) => ticket.settle(plan.outcomes[index] ?? [], at));
    if (hasBlock) this.options.onCommit(committedBlock(plan, head));
    const replayed = plan.outcomes.some((group) => group.some((o) => o.status === "REPLAYED"));
    this.careful = replayed ? CAREFUL_BATCHES : Math.max(0, this.careful - 1);
  }

  /**
   * Posts a batch on freshly read state. The first attempt takes no locks; those after it hold the
   * row locks from their reading to their commit, and so cannot be overtaken.
   */
  private async postAnew(tickets: Ticket[], cause?: unknown): Promise<void> {
    let failed = cause;
    for (let attempt = cause === undefined ? 0 : 1; attempt < MAX_ATTEMPTS; attempt++) {
      if (failed !== undefined && failureOf(failed) === "UNEXPECTED") break;
      try {
        if (await this.attempt(tickets, attempt > 0)) return;
      } catch (error) {
        failed = error;
      }
    }
    return this.isolate(tickets, failed);
  }

  /** One attempt; false where its outcome must not be given without holding the locks. */
  private async attempt(tickets: Ticket[], lock: boolean): Promise<boolean> {
    const { connection } = this;
    let computed: Computed | undefined;
    try {
      if (lock) await connection.query("begin");
      computed = await this.computeFromDatabase(tickets, lock);
      if (!lock && computed.plan.refusals.length > 0) return false;
      await this.send(computed);
      if (lock) await connection.query("commit");
    } catch (error) {
      if (!(await this.wasCommitted(error, computed))) throw error;
    }
    if (computed === undefined) return false;
    this.advance(computed);
    this.commit(tickets, computed);
    return true;
  }

  private async computeFromDatabase(tickets: Ticket[], lock: boolean): Promise<Computed> {
    const groups = tickets.map((ticket) => ticket.group);
    const identities = lock || this.careful > 0;
    const options = { terms: this.terms, lock, identities };
    return this.compute(tickets, await this.state.load(this.connection, groups, options));
  }

  private async send({ plan, head, termsRevision }: Computed): Promise<void> {
    if (!hasEffect(plan)) return;
    await this.connection.query(writeStatement(plan, head, termsRevision));
  }

  /**
   * Forgets what memory held, ends the transaction in progress, renews what turned out stale, and
   * after a broken connection finds out whether the commit happened all the same.
   */
  private async wasCommitted(error: unknown, computed: Computed | undefined): Promise<boolean> {
    this.generation += 1;
    this.state.forget();
    this.head = this.committed;
    const failure = failureOf(error);
    if (failure === "KNOWN_ID") this.careful = CAREFUL_BATCHES;
    if (failure === "DISCONNECTED") return this.reconnect(error, computed);
    await this.connection.query("rollback");
    if (failure === "STALE") this.terms = await this.options.loadTerms(this.connection);
    return false;
  }

  private async reconnect(error: unknown, computed: Computed | undefined): Promise<boolean> {
    const { onTrouble } = this.options;
    onTrouble(error, "The ledger's connection broke; connecting again");
    await this.connection.end().catch(() => undefined);
    await this.connect();
    return computed !== undefined && isCommitted(this.connection, computed.head);
  }

  /** Connects for as long as there is work to do, with growing pauses. */
  private async connect(): Promise<void> {
    const { connect, loadTerms, queue } = this.options;
    for (let pause = RECONNECT_FIRST_MS; ; pause = Math.min(pause * 2, RECONNECT_LIMIT_MS)) {
      try {
        this.connection = await connect();
        await prepareSession(this.connection);
        this.head = this.committed = await claimLane(this.connection);
        this.terms = await loadTerms(this.connection);
        return;
      } catch (error) {
        if (queue.isClosed || failureOf(error) !== "DISCONNECTED") throw error;
        await wait(pause);
      }
    }
  }

  /** A batch that cannot be posted is halved, until the one at fault is alone and is told. */
  private async isolate(tickets: Ticket[], error: unknown): Promise<void> {
    const [first] = tickets;
    if (tickets.length > 1) {
      const half = tickets.length >> 1;
      await this.postAnew(tickets.slice(0, half));
      return this.postAnew(tickets.slice(half));
    }
    this.options.onTrouble(error, "A transaction could not be posted");
    first?.fail(error);
  }
}
