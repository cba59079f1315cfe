/** The limits that schema/README.md names. Times are milliseconds, sizes bytes of UTF-8. */
export const LIVE_LIMITS = {
  /** Balances or transactions in one item. */
  itemEntries: 500,
  accountsPerSubscription: 5_000,
  accountIdsGiven: 1_000,
  /** Settlements, positions or jobs that a client begins with, or that one look finds changed. */
  rowsPerSubscription: 5_000,
  subscriptionsPerSocket: 200,
  socketsPerCredential: 10_000,
  /** What a client may send in one message. */
  messageBytes: 128 * 1_024,
  /** More than this waiting in a socket, and the client counts as not keeping up. */
  socketBytes: 64 * 1_024,
  /** What waits for a client that wants every event. */
  queuedItems: 1_000,
  queuedBytes: 4 * 1_024 * 1_024,
  /** Changes behind a cursor: of one account, and of all. */
  resumeChangesPerAccount: 1_000,
  resumeChanges: 20_000,
  heartbeatMs: 15_000,
  /** An event stream whose client takes nothing for so long is cut; a WebSocket has its pings. */
  stalledMs: 60_000,
  connectionInitMs: 10_000,
  /** A WebSocket that answers no ping for so long is closed. */
  pongMs: 30_000,
} as const;

/** How the hub keeps up with the log. Times are milliseconds. */
export const FOLLOW_LIMITS = {
  /** How long a block may be missing before it is read from Postgres: news overtake each other. */
  missingMs: 15,
  /** Between two looks at the newest positions in Postgres: when news come, and when none do. */
  pollMs: 1_000,
  pollAloneMs: 100,
  /** Between two announcements of this hub's newest positions to the others. */
  announceMs: 250,
  /** Without any news for so long, its own announcements included, Redis counts as lost. */
  silenceMs: 750,
  /** Between two looks at settlements, positions or jobs that somebody watches. */
  rowsPauseMs: 25,
  /** Blocks that one statement reads. */
  blocksPerRead: 64,
  /** Blocks told ahead of missing ones that are kept; more are read again later. */
  waitingBlocks: 2_000,
  /** Farther behind than this, the newest state is read at once instead of every block. */
  blocksBehind: 5_000,
  retryFirstMs: 50,
  retryLimitMs: 2_000,
} as const;
