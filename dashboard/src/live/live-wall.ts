import { InvalidInputError, type BalancesItem, type TuttiClient } from "@tutti/client";
import { BalanceBook } from "./balance-book.js";
import type { BalanceRow } from "./balance-row.js";
import { Directory, type Names } from "./directory.js";
import { Meters, type Figures } from "./meters.js";
import { Outages, type Outage } from "./outages.js";

/** The wall is drawn at least so often: rates fall to zero without anything to tell of it. */
const BEAT_MS = 500;

/** Where the connection stands. */
export type Connection =
  | { readonly kind: "connecting" }
  | { readonly kind: "live" }
  | { readonly kind: "reconnecting"; readonly attempt: number }
  | { readonly kind: "stopped"; readonly error: Error };

/** What a frame shows. The balances themselves are read from the book. */
export interface WallView {
  /** Another number is another frame. */
  readonly frame: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The accounts there are; their newest figures are in the book. */
  readonly accounts: readonly BalanceRow[];
  readonly names: Names;
  readonly isFilled: boolean;
  readonly connection: Connection;
  readonly outages: readonly Outage[];
  readonly outageCount: number;
  readonly figures: Figures;
}

export interface LiveWallOptions {
  client: TuttiClient;
  /** Only this partner's accounts. */
  partnerId?: string | undefined;
  /** Calls back before the next frame is drawn. */
  requestFrame: (draw: () => void) => void;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * The live wall without its looks: takes the stream, keeps the books, and tells its listeners at
 * most once a frame, however much has changed.
 */
export class LiveWall {
  readonly book = new BalanceBook();
  readonly #directory: Directory;
  #connection: Connection = { kind: "connecting" };
  #outages = new Outages();
  #meters: Meters;
  #listeners = new Set<() => void>();
  #frame = 0;
  #frameIsAsked = false;
  #view: WallView;

  constructor(private readonly options: LiveWallOptions) {
    this.#meters = new Meters(options.now());
    this.#directory = new Directory(options.client, () => this.#ask());
    this.#view = this.#look();
  }

  /** What the newest frame shows. */
  readonly view = (): WallView => this.#view;

  /** Is told of each new view, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes the stream until the signal ends it or the hub refuses; does not throw. */
  async run(signal: AbortSignal): Promise<void> {
    const beat = setInterval(() => this.#ask(), BEAT_MS);
    try {
      await this.#watch(signal);
    } catch (error) {
      if (!signal.aborted) this.#stopped(error);
    } finally {
      clearInterval(beat);
    }
  }

  async #watch(signal: AbortSignal): Promise<void> {
    const { client, partnerId, now } = this.options;
    const onReconnect = ({ attempt, cause }: { attempt: number; cause: Error }): void => {
      this.#outages.broke(cause, now());
      this.book.reconnecting();
      this.#connection = { kind: "reconnecting", attempt };
      this.#ask();
    };
    const stream = client.balances.watch({ partnerId }, { signal, onReconnect });
    for await (const item of stream) this.#take(item, now(), signal);
  }

  #take(item: BalancesItem, at: number, signal: AbortSignal): void {
    const { accounts } = this.book;
    const entries = this.book.take(item, at);
    this.#meters.took(item, entries, at);
    this.#outages.took(item, entries, at);
    if (this.book.isFilled && this.#connection.kind !== "live") this.#connection = { kind: "live" };
    if (this.book.accounts !== accounts) this.#learnNames(signal);
    this.#ask();
  }

  #learnNames(signal: AbortSignal): void {
    void this.#directory.learn(() => this.book.accounts, this.options.partnerId, signal);
  }

  #stopped(thrown: unknown): void {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    this.#connection = { kind: "stopped", error };
    this.#ask();
  }

  /** However often it is asked, one frame is drawn. */
  #ask(): void {
    if (this.#frameIsAsked) return;
    this.#frameIsAsked = true;
    this.options.requestFrame(() => this.#draw());
  }

  #draw(): void {
    this.#frameIsAsked = false;
    this.#frame += 1;
    this.#view = this.#look();
    for (const listener of this.#listeners) listener();
    // React renders what a frame changes in a microtask that is queued before this one.
    queueMicrotask(() => this.#meters.drawn(this.options.now()));
  }

  #look(): WallView {
    const at = this.options.now();
    return {
      frame: this.#frame,
      at,
      accounts: this.book.accounts,
      names: this.#directory.names,
      isFilled: this.book.isFilled,
      connection: this.#connection,
      outages: this.#outages.list,
      outageCount: this.#outages.count,
      figures: this.#meters.figures(at),
    };
  }
}

/** Whether the hub refused because there are more accounts than one subscription may watch. */
export function isTooWide(error: Error): boolean {
  return error instanceof InvalidInputError;
}
