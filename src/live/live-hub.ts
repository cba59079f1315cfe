import type { PostingEngine } from "../ledger/index.js";
import type { Sql } from "../shared/database/sql.js";
import { InvalidCursor } from "../shared/graphql/cursor.js";
import type { Log } from "../shared/log.js";
import { AccountLoader, wantedBy } from "./account-loader.js";
import { BalanceBoard } from "./balance-board.js";
import { BalanceStreams } from "./balance-streams.js";
import { LaneFollower } from "./lane-follower.js";
import { LiveRows, type RowReaders } from "./live-rows.js";
import { FOLLOW_LIMITS, LIVE_LIMITS } from "./live-limits.js";
import { placeOf, type Place } from "./live-place.js";
import { HubStopping } from "./live.errors.js";
import type { News, NewsBus, RowNews } from "./news-bus.js";
import { covers, type Positions } from "./positions.rules.js";
import { readAccounts, readCauses } from "./read-accounts.queries.js";
import { readBlocks, readLogEnd, type LiveBlock } from "./read-log.queries.js";
import { readTails } from "./read-tails.queries.js";
import { readTransactionBlocks } from "./read-transactions.queries.js";
import { ResumeReader } from "./resume-reader.js";
import { TransactionStreams } from "./transaction-streams.js";

export interface LiveHubOptions {
  sql: Sql;
  /** Names the history that the log is part of. */
  epoch: string;
  bus: NewsBus;
  log: Log;
  rows: RowReaders;
  /** Tells of this hub's own commits; absent where the hub does not post. */
  engine?: Pick<PostingEngine, "onCommit">;
}

/** How the hub hears of other hubs' commits. */
export type LiveMode = "live" | "polling";

/** The live stream of one hub: follows the log and serves its subscribers. */
export class LiveHub {
  readonly balances: BalanceStreams;
  readonly transactions: TransactionStreams;
  readonly rows: LiveRows;
  readonly #board: BalanceBoard;
  readonly #follower: LaneFollower;
  readonly #own = new Map<number, number>();
  readonly #reaching = new Set<Reaching>();
  #mode: LiveMode = "polling";
  #poll: NodeJS.Timeout | undefined;
  #timers: NodeJS.Timeout[] = [];
  #unlisten: (() => void) | undefined;
  #place: Place | undefined;
  #isStopped = false;

  constructor(private readonly options: LiveHubOptions) {
    const { sql, log } = options;
    this.rows = new LiveRows(options.rows, log);
    const read = readAccounts.bind(null, sql);
    this.#board = new BalanceBoard({
      loader: new AccountLoader(read),
      readAll: (watches) => read(wantedBy(watches.map(({ watcher }) => watcher.selection))),
      readCauses: (versions) => readCauses(sql, versions),
      noted: (positions) => this.#follower.note(positions),
    });
    const reader = {
      end: () => readLogEnd(sql),
      blocks: readBlocks.bind(null, sql),
    };
    this.#follower = new LaneFollower(reader, this.#taker(), log);
    const place = () => this.place();
    const reach = (positions: Positions) => this.reach(positions);
    const resumer = new ResumeReader((ids, behind) => readTails(sql, ids, behind, TAIL_LIMITS));
    this.balances = new BalanceStreams({ board: this.#board, resumer, place, reach });
    const blocks = readTransactionBlocks.bind(null, sql);
    this.transactions = new TransactionStreams({ place, reach, read: blocks, log });
  }

  /** The board, the positions, and whoever waits for a place. */
  #taker() {
    const board = this.#board;
    const { positions: watched } = this.rows;
    return {
      get hasAudience() {
        return board.hasAudience || watched.size > 0;
      },
      isReady: board.isReady.bind(board),
      take(block: LiveBlock) {
        board.take(block);
        watched.take(block);
      },
      jump: board.jump.bind(board),
      passed: () => watched.passed(),
      settled: (positions: Positions) => {
        this.#place = undefined;
        board.settled(positions);
        watched.settled();
        this.transactions.wake();
        for (const each of this.#reaching)
          if (covers(positions, each.positions)) each.reached.resolve();
      },
    };
  }

  /** Begins to follow the log. @throws what reading its end fails with */
  async start(): Promise<void> {
    const { bus, engine } = this.options;
    this.#unlisten = engine?.onCommit((block) => {
      this.#own.set(block.lane, block.sequence);
      this.#follower.tell(block);
      bus.publish({ kind: "block", block });
    });
    bus.start({ heard: (news) => this.#hear(news), connected: (is) => this.#connected(is) });
    await this.#follower.start();
    this.#schedulePoll();
    this.#timers = [
      setInterval(() => this.#announce(), FOLLOW_LIMITS.announceMs),
      setInterval(() => this.#beat(), LIVE_LIMITS.heartbeatMs / 10),
    ];
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#unlisten?.();
    clearTimeout(this.#poll);
    for (const timer of this.#timers) clearInterval(timer);
    this.#follower.stop();
    this.rows.stop();
    this.#board.stop(new HubStopping());
    for (const { reached } of this.#reaching) reached.reject(new HubStopping());
    await this.options.bus.stop();
  }

  get mode(): LiveMode {
    return this.#mode;
  }

  /** Whether blocks are known that were not told yet. */
  get isBehind(): boolean {
    return this.#follower.isBehind;
  }

  /** How often Postgres had to help out since the start. */
  get counts(): { blocksRead: number; jumps: number } {
    return this.#follower.counts;
  }

  /** Names the history that the log is part of. */
  get epoch(): string {
    return this.options.epoch;
  }

  /** How much there is of everything, for metrics and for tests that count what is left behind. */
  get size() {
    const { transactions, balances } = this;
    const rows = this.rows.size;
    const own = { transactions: transactions.size, rows, reaching: this.#reaching.size };
    return { ...this.#board.size, ...balances.size, ...own };
  }

  /** Where the hub stands at this moment. */
  place(): Place {
    return (this.#place ??= placeOf(this.#follower.positions, this.#follower.postedAt));
  }

  /**
   * Resolves when the positions have been taken in.
   * @throws InvalidCursor if the log lacks them, HubStopping if they never will be
   */
  async reach(positions: Positions): Promise<void> {
    if (covers(this.#follower.positions, positions)) return;
    const end = await readLogEnd(this.options.sql);
    if (!covers(end.positions, positions)) throw new InvalidCursor("after");
    if (covers(this.#follower.positions, positions)) return;
    // It may have stopped during the look at the log: who waits from here on would never wake.
    if (this.#isStopped) throw new HubStopping();
    const waiting = { positions, reached: Promise.withResolvers<void>() };
    this.#reaching.add(waiting);
    this.#follower.note(end.positions);
    await waiting.reached.promise.finally(() => this.#reaching.delete(waiting));
  }

  /** Tells that a command has changed rows: those that are watched are looked at, on all hubs. */
  changed(of: RowNews): void {
    this.rows[of].wake();
    this.options.bus.publish({ kind: "rows", of });
  }

  #hear(news: News): void {
    if (news.kind === "block") this.#follower.tell(news.block);
    else if (news.kind === "positions") this.#follower.note(news.positions);
    else this.rows[news.of].wake();
  }

  #connected(is: boolean): void {
    this.#mode = is ? "live" : "polling";
    this.#schedulePoll(0);
  }

  #announce(): void {
    this.options.bus.publish({ kind: "positions", positions: this.#own });
  }

  get #pollMs(): number {
    return this.#mode === "live" ? FOLLOW_LIMITS.pollMs : FOLLOW_LIMITS.pollAloneMs;
  }

  /** Looks at the log itself: rarely as a net beneath the news, often while there are none. */
  #schedulePoll(afterMs: number = this.#pollMs): void {
    clearTimeout(this.#poll);
    this.#poll = setTimeout(() => {
      readLogEnd(this.options.sql)
        .then((end) => this.#follower.note(end.positions))
        .then(() => this.rows.look())
        .catch((err: unknown) => this.options.log.debug({ err }, "the log's end cannot be read"))
        .finally(() => this.#schedulePoll());
    }, afterMs);
  }

  #beat(): void {
    const silentSinceMs = performance.now() - LIVE_LIMITS.heartbeatMs;
    this.balances.beat(silentSinceMs);
    this.transactions.beat(silentSinceMs);
    this.rows.beat(silentSinceMs);
  }
}

/** Somebody who waits until positions have been taken in. */
interface Reaching {
  positions: Positions;
  reached: PromiseWithResolvers<void>;
}

const TAIL_LIMITS = {
  perAccount: LIVE_LIMITS.resumeChangesPerAccount + 1,
  total: LIVE_LIMITS.resumeChanges + 1,
};
