import type { Positions } from "./positions.rules.js";
import type { LiveBlock } from "./read-log.queries.js";

/** What hubs tell each other of, besides the ledger's log: that commands changed such rows. */
export type RowNews = "settlements" | "jobs";

/**
 * What hubs tell each other: a block that was committed, how far their lanes are, or that rows were
 * changed, which is read.
 */
export type News =
  | { readonly kind: "block"; readonly block: LiveBlock }
  | { readonly kind: "positions"; readonly positions: Positions }
  | { readonly kind: "rows"; readonly of: RowNews };

/** Who wants to know. */
export interface NewsListener {
  /** Something another hub told. Messages may be missing, twice, or in another order. */
  heard(news: News): void;
  /** Whether news of other hubs can be expected to come. On true, some may have been missed. */
  connected(isConnected: boolean): void;
}

/** Carries news between hubs: wake-up and payload. What it loses is in Postgres. */
export interface NewsBus {
  /** Begins to listen. Answers at once, whether or not there is a connection yet. */
  start(listener: NewsListener): void;
  /** Tells the other hubs, if they can be reached. */
  publish(news: News): void;
  stop(): Promise<void>;
}

/** The bus of a hub that is alone with its database, as far as it knows: nobody to tell. */
export function soloNewsBus(): NewsBus {
  return {
    start: (listener) => listener.connected(true),
    publish: () => undefined,
    stop: () => Promise.resolve(),
  };
}
