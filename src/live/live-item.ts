import type { AccountChange } from "./account-change.js";
import type { ItemPlace } from "./live-place.js";
import type { AccountSnapshot } from "./read-accounts.queries.js";
import type { StreamedTransaction } from "./read-transactions.queries.js";

/** Why a stream does not go on where it stood. */
export type ResyncReason = "CURSOR_TOO_OLD" | "SLOW_CONSUMER" | "HUB_BEHIND" | "EPOCH_CHANGED";

/** What every item says of itself. The cursor is only signed when a client asks for it. */
export class LiveItem {
  readonly sentAt = new Date();

  constructor(
    private readonly stream: StreamIdentity,
    private readonly place: ItemPlace,
    /** Whether the stream stands at its place only after this item. */
    private readonly isWhole: boolean,
  ) {}

  get cursor(): string | null {
    return this.isWhole ? this.stream.cursorAt(this.place) : null;
  }

  get epoch(): string {
    return this.stream.epoch;
  }

  get committedAt(): Date | null {
    return this.place.postedAt === null ? null : new Date(this.place.postedAt);
  }
}

/** What the items of one stream have in common. */
export interface StreamIdentity {
  readonly epoch: string;
  cursorAt(place: ItemPlace): string;
}

export class BalancesSnapshotItem extends LiveItem {
  readonly kind = "BalancesSnapshot";
  readonly balances: readonly AccountSnapshot[];
  readonly complete: boolean;

  constructor(of: PartOf<AccountSnapshot>) {
    super(of.stream, of.place, of.isLast);
    this.balances = of.entries;
    this.complete = of.isLast;
  }
}

export class BalancesChangedItem extends LiveItem {
  readonly kind = "BalancesChanged";
  readonly changes: readonly AccountChange[];

  constructor(of: PartOf<AccountChange>) {
    super(of.stream, of.place, of.isLast);
    this.changes = of.entries;
  }
}

export class TransactionsPostedItem extends LiveItem {
  readonly kind = "TransactionsPosted";
  readonly transactions: readonly StreamedTransaction[];

  constructor(of: PartOf<StreamedTransaction>) {
    super(of.stream, of.place, of.isLast);
    this.transactions = of.entries;
  }
}

/** What kinds of rows are told of; their items are named after them. */
export type RowItemKind = "Settlements" | "Positions" | "Jobs";

export class RowsSnapshotItem extends LiveItem {
  readonly kind: `${RowItemKind}Snapshot`;
  readonly rows: readonly object[];
  readonly complete: boolean;

  constructor(of: RowItemKind, part: PartOf<object>) {
    super(part.stream, part.place, part.isLast);
    this.kind = `${of}Snapshot`;
    this.rows = part.entries;
    this.complete = part.isLast;
  }
}

export class RowsChangedItem extends LiveItem {
  readonly kind: `${RowItemKind}Changed`;
  readonly rows: readonly object[];

  constructor(of: RowItemKind, part: PartOf<object>) {
    super(part.stream, part.place, part.isLast);
    this.kind = `${of}Changed`;
    this.rows = part.entries;
  }
}

export class HeartbeatItem extends LiveItem {
  readonly kind = "Heartbeat";

  constructor(stream: StreamIdentity, place: ItemPlace) {
    super(stream, place, true);
  }
}

export class ResyncItem extends LiveItem {
  readonly kind = "Resync";

  constructor(
    stream: StreamIdentity,
    place: ItemPlace,
    readonly reason: ResyncReason,
  ) {
    super(stream, place, false);
  }
}

/** A part of a cut that is too large for one item. */
export interface PartOf<Entry> {
  stream: StreamIdentity;
  place: ItemPlace;
  entries: readonly Entry[];
  isLast: boolean;
}

/** Entries in parts of a size; nothing is one empty part. */
export function partsOf<Entry>(
  stream: StreamIdentity,
  place: ItemPlace,
  entries: readonly Entry[],
  size: number,
): PartOf<Entry>[] {
  const count = Math.max(1, Math.ceil(entries.length / size));
  return Array.from({ length: count }, (_, index) => ({
    stream,
    place,
    entries: entries.slice(index * size, (index + 1) * size),
    isLast: index === count - 1,
  }));
}
