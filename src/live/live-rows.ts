import { readJobChanges, type JobSelection } from "../jobs/index.js";
import type { LedgerService } from "../ledger/index.js";
import {
  readSettlementChanges,
  watchedPositions,
  type PositionSelection,
  type SettlementSelection,
} from "../settlements/index.js";
import type { Sql } from "../shared/database/sql.js";
import type { Log } from "../shared/log.js";
import { PositionStreams } from "./position-streams.js";
import { RowStreams, type ReadRows } from "./row-streams.js";

/** How the rows that are watched are read. */
export interface RowReaders {
  settlements: ReadRows<SettlementSelection>;
  positions: ReadRows<PositionSelection>;
  jobs: ReadRows<JobSelection>;
}

/** Reads them from Postgres, positions with the contracts that the ledger knows. */
export function rowReaders(sql: Sql, ledger: WatchedLedger): RowReaders {
  return {
    settlements: readSettlementChanges.bind(null, sql),
    positions: watchedPositions.bind(null, ledger),
    jobs: readJobChanges.bind(null, sql),
  };
}

/** What of the ledger tells how positions are shown. */
export type WatchedLedger = Pick<LedgerService, "sql" | "accounts">;

/** The streams of rows of one hub. */
export class LiveRows {
  readonly settlements: RowStreams<SettlementSelection>;
  readonly positions: PositionStreams;
  readonly jobs: RowStreams<JobSelection>;

  constructor(readers: RowReaders, log: Log) {
    const { settlements, positions, jobs } = readers;
    this.settlements = new RowStreams({ item: "Settlements", read: settlements, log });
    this.positions = new PositionStreams({ read: positions, log });
    this.jobs = new RowStreams({ item: "Jobs", read: jobs, log });
  }

  /** How many subscriptions there are. */
  get size(): number {
    return this.#all.reduce((sum, { size }) => sum + size, 0);
  }

  get #all() {
    return [this.settlements, this.positions, this.jobs];
  }

  /** Looks at all that is watched, whether or not anybody told of changes. */
  look(): void {
    for (const streams of this.#all) streams.wake();
  }

  beat(silentSinceMs: number): void {
    for (const streams of this.#all) streams.beat(silentSinceMs);
  }

  stop(): void {
    for (const streams of this.#all) streams.stop();
  }
}
