import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import { claimLane, isCommitted, prepareSession } from "./lane.queries.js";
import type { LaneHead } from "./lane.queries.js";
import { failureOf } from "./posting-failure.js";
import type { TermsBook } from "./accrual-model.rules.js";

export interface SessionOptions {
  connect(): Promise<Client>;
  /** The contracts as they are now. */
  loadTerms(on: Pick<Client, "query">): Promise<TermsBook>;
  /** Whether there is still work to connect for. */
  isWanted(): boolean;
  /** Told of trouble that is being got over. */
  onTrouble(error: unknown, what: string): void;
}

const RECONNECT_FIRST_MS = 20;
const RECONNECT_LIMIT_MS = 1_000;

/** A lane's session on Postgres: one connection after the other, each with a lane claimed by it. */
export class PostingSession {
  connection!: Client;
  terms!: TermsBook;
  /** The last link of the claimed lane's chain when it was claimed. */
  head!: LaneHead;

  constructor(private readonly options: SessionOptions) {}

  /** Connects and claims a lane. @throws whatever is in the way */
  async open(): Promise<void> {
    const connection = await this.options.connect();
    try {
      await prepareSession(connection);
      this.head = await claimLane(connection);
      this.terms = await this.options.loadTerms(connection);
      this.connection = connection;
    } catch (error) {
      // Left open, it would keep the lane that it has claimed.
      await connection.end().catch(() => undefined);
      throw error;
    }
  }

  /**
   * After a failed statement: ends its transaction and renews what turned out stale, or connects
   * anew, which may claim another lane.
   * @throws whatever is in the way, once nothing is wanted any more
   */
  async recover(failed: unknown): Promise<void> {
    const failure = failureOf(failed);
    if (failure === "DISCONNECTED") return this.reopen(failed);
    try {
      await this.connection.query("rollback");
      if (failure === "STALE") this.terms = await this.options.loadTerms(this.connection);
    } catch (broken) {
      await this.reopen(broken);
    }
  }

  private async reopen(broken: unknown): Promise<void> {
    this.options.onTrouble(broken, "The ledger's connection broke; connecting again");
    await this.close();
    for (let pause = RECONNECT_FIRST_MS; ; pause = Math.min(2 * pause, RECONNECT_LIMIT_MS)) {
      try {
        return await this.open();
      } catch (error) {
        if (!this.options.isWanted()) throw error;
        await wait(pause);
      }
    }
  }

  /** Whether a block was committed. @throws whatever is in the way, but for broken connections */
  async committed(block: LaneHead): Promise<boolean> {
    for (;;) {
      try {
        return await isCommitted(this.connection, block);
      } catch (error) {
        if (failureOf(error) !== "DISCONNECTED") throw error;
        await this.recover(error);
      }
    }
  }

  async close(): Promise<void> {
    await this.connection.end().catch(() => undefined);
  }
}
