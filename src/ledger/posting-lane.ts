import type { Clock } from "../shared/clock.js";
import type { Ids } from "../shared/ids.js";
import { CommitNews } from "./commit-news.js";
import type { CommittedBlock } from "./committed-block.js";
import type { LaneHead } from "./lane.queries.js";
import { failureOf } from "./posting-failure.js";
import { hasEffect, nextHead } from "./posting-plan.rules.js";
import type { PostingQueue, Ticket } from "./posting-queue.js";
import { PostingSession } from "./posting-session.js";
import type { SessionOptions } from "./posting-session.js";
import { LaneState } from "./posting-state.js";
import { writeStatement } from "./posting-write.queries.js";
import type { BlockHead } from "./posting-write.queries.js";
import { post } from "./posting.rules.js";
import type { LedgerState, PostingPlan } from "./posting-model.rules.js";

export interface LaneOptions extends Omit<SessionOptions, "isWanted"> {
  queue: PostingQueue;
  /** Items that one batch gathers at the most. */
  maxBatchItems: number;
  clock: Clock;
  ids: Ids;
  /** Told of each commit, after it, in order. */
  onCommit(block: CommittedBlock): void;
}

interface Computed {
  plan: PostingPlan;
  head: BlockHead;
  /** What writes the plan; none where it has no effect. */
  statement: ReturnType<typeof writeStatement> | null;
}

/** Batches that look up their external ids first, after one met a known id. */
const CAREFUL_BATCHES = 64;
/** Attempts at one batch, each after a conflict with another writer. */
const MAX_ATTEMPTS = 50;

/**
 * A single-flight writer: it takes what is queued, computes it with the core and writes it in one
 * statement. While one batch is being written the next is computed on what the first leads to;
 * should the first fail, the second is computed anew.
 */
export class PostingLane {
  private readonly state = new LaneState();
  private readonly session: PostingSession;
  /** The last link that is known to be committed, and the last that was written. */
  private committed!: LaneHead;
  private head!: LaneHead;
  private careful = 0;
  /** Counts whatever makes worthless what was computed ahead. */
  private generation = 0;
  /** Nothing can be written any more: the queue is closed and Postgres away. */
  private lost = false;
  private readonly news: CommitNews;
  private finished: Promise<void> = Promise.resolve();

  constructor(private readonly options: LaneOptions) {
    const isWanted = () => !options.queue.isClosed;
    this.session = new PostingSession({ ...options, isWanted });
    this.news = new CommitNews((block) => options.onCommit(block));
  }

  /** Connects, claims a lane of its own and begins to post. @throws whatever is in the way */
  async start(): Promise<void> {
    await this.session.open();
    this.head = this.committed = this.session.head;
    this.finished = this.run();
  }

  /** Resolves when the queue is closed, all that was in it is posted and the connection closed. */
  async stopped(): Promise<void> {
    await this.finished;
    await this.session.close();
  }

  private async run(): Promise<void> {
    const { queue, maxBatchItems } = this.options;
    let writing: Promise<void> | undefined;
    for (;;) {
      await this.gather(writing);
      const tickets = queue.take(maxBatchItems);
      if (tickets.length === 0 && queue.isClosed) break;
      const { generation } = this;
      const ahead = this.computeFromMemory(tickets);
      await writing;
      const computed = generation === this.generation ? ahead : this.computeFromMemory(tickets);
      this.lost = false;
      const tell = this.news.take();
      writing = computed ? this.write(tickets, computed) : this.postAnew(tickets);
      tell();
    }
    await writing;
    this.news.take()();
  }

  /** Waits for a full batch, or for whatever there is as soon as nothing is being written. */
  private async gather(writing: Promise<void> | undefined): Promise<void> {
    const { queue, maxBatchItems } = this.options;
    let busy = writing !== undefined;
    const idle = writing?.then(() => void (busy = false));
    while (busy && queue.size < maxBatchItems) await Promise.race([idle, queue.changed()]);
    if (!busy) this.news.take()();
    while (queue.size === 0 && !queue.isClosed) await queue.changed();
  }

  private computeFromMemory(tickets: Ticket[]): Computed | undefined {
    if (this.careful > 0 || tickets.length === 0) return;
    const groups = tickets.map((ticket) => ticket.group);
    try {
      const state = this.state.cached(groups, this.session.terms);
      const computed = state && this.compute(tickets, state);
      // A refusal may rest on state that has changed: it is not given from memory alone.
      return computed?.plan.refusals.length === 0 ? computed : undefined;
    } catch {
      return undefined; // it comes again on fresh state, where the one at fault is found
    }
  }

  private compute(tickets: Ticket[], state: LedgerState): Computed {
    const { clock, ids } = this.options;
    const groups = tickets.map((ticket) => ticket.group);
    const { terms } = this.session;
    const env = { now: clock.now().getTime(), nextId: () => ids.next(), terms };
    const plan = post(state, groups, env);
    const accrues = groups.some((group) => group.some((item) => item.accrues));
    // Also for what is refused: it may be for a rate or a contract that is there by now.
    const termsRevision = accrues && hasEffect(plan) ? terms.revision : null;
    const head = nextHead(this.head, plan);
    const statement = hasEffect(plan) ? writeStatement(plan, head, termsRevision) : null;
    return { plan, head, statement };
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
    const { lane, sequence } = this.committed;
    // After a reconnection the lane may be another one, and its head is newer than this.
    if (hasBlock && head.lane === lane && head.sequence > sequence) this.committed = head;
    const replayed = plan.outcomes.some((group) => group.some((o) => o.status === "REPLAYED"));
    this.careful = replayed ? CAREFUL_BATCHES : Math.max(0, this.careful - 1);
    this.news.add({ tickets, plan, head: hasBlock ? head : null });
  }

  /**
   * Posts a batch on freshly read state. The first attempt takes no locks; those after it hold the
   * row locks from their reading to their commit, and so cannot be overtaken.
   */
  private async postAnew(tickets: Ticket[], cause?: unknown): Promise<void> {
    let failed = cause;
    for (let attempt = cause === undefined ? 0 : 1; attempt < MAX_ATTEMPTS; attempt++) {
      if (failed !== undefined && (this.lost || failureOf(failed) === "UNEXPECTED")) break;
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
    const { connection } = this.session;
    let computed: Computed | undefined;
    try {
      if (lock) await connection.query("begin");
      computed = await this.computeFromDatabase(tickets, lock);
      if (!lock && computed.plan.refusals.length > 0) return false;
      await this.send(computed);
      if (lock) await connection.query("commit");
      this.generation += 1;
      this.advance(computed);
    } catch (error) {
      if (!(await this.wasCommitted(error, computed))) throw error;
    }
    if (computed) this.commit(tickets, computed);
    return true;
  }

  private async computeFromDatabase(tickets: Ticket[], lock: boolean): Promise<Computed> {
    const { connection, terms } = this.session;
    const groups = tickets.map((ticket) => ticket.group);
    const identities = lock || this.careful > 0;
    const state = await this.state.load(connection, groups, { terms, lock, identities });
    return this.compute(tickets, state);
  }

  private async send({ statement }: Computed): Promise<void> {
    if (statement) await this.session.connection.query(statement);
  }

  /**
   * Forgets what memory held, makes the session fit for use again, and after a broken connection
   * finds out whether the commit happened all the same.
   */
  private async wasCommitted(error: unknown, computed: Computed | undefined): Promise<boolean> {
    const { session } = this;
    const { connection } = session;
    const inDoubt = failureOf(error) === "DISCONNECTED" ? computed : undefined;
    if (failureOf(error) === "KNOWN_ID") this.careful = CAREFUL_BATCHES;
    this.generation += 1;
    this.state.forget();
    try {
      await session.recover(error);
      return inDoubt !== undefined && (await session.committed(inDoubt.head));
    } catch {
      this.lost = true;
      return false;
    } finally {
      if (session.connection !== connection) this.committed = session.head;
      this.head = this.committed;
    }
  }

  /** A batch that cannot be posted is halved, until the one at fault is alone and is told. */
  private async isolate(tickets: Ticket[], error: unknown): Promise<void> {
    if (tickets.length > 1 && !this.lost) {
      const half = tickets.length >> 1;
      await this.postAnew(tickets.slice(0, half));
      this.news.take()(); // the other half may take as long as Postgres is away
      return this.postAnew(tickets.slice(half));
    }
    this.options.onTrouble(error, "A transaction could not be posted");
    for (const ticket of tickets) ticket.fail(error);
  }
}
