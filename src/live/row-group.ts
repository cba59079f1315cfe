import type { FoundRow } from "../shared/database/changed-rows.queries.js";
import { inSlices } from "./in-slices.js";
import type { LiveFrame, Outlet, Render } from "./live-frame.js";
import {
  HeartbeatItem,
  partsOf,
  ResyncItem,
  RowsChangedItem,
  RowsSnapshotItem,
  type ResyncReason,
  type RowItemKind,
  type StreamIdentity,
} from "./live-item.js";
import { LIVE_LIMITS } from "./live-limits.js";
import type { ItemPlace } from "./live-place.js";
import { shortened } from "./moment.rules.js";

/** One client of a stream of rows. */
export class RowMember<Selection extends object> {
  isClosed = false;
  /** Told before its snapshot. */
  resync: ResyncReason | null = null;

  constructor(
    readonly group: RowGroup<Selection>,
    readonly outlet: Outlet,
    /** Up to which moment it was told; null before its snapshot. */
    public at: string | null,
  ) {}
}

export interface RowGroupOptions<Selection> {
  key: string;
  item: RowItemKind;
  selection: Selection;
  stream: StreamIdentity;
  render: Render;
}

/** Clients with equal subscriptions to rows: an item is executed and serialised once for all. */
export class RowGroup<Selection extends object> {
  /** Those that are told of each change as it comes. */
  readonly live = new Set<RowMember<Selection>>();
  users = 0;
  sentAtMs = performance.now();

  constructor(readonly options: RowGroupOptions<Selection>) {}

  /** Items that tell of changes, or of nothing but their moment. */
  async changes(found: readonly FoundRow<object>[], moment: string): Promise<LiveFrame[]> {
    const { item, stream, render } = this.options;
    const place = placeAt(moment, found);
    if (found.length === 0) return [await render(new HeartbeatItem(stream, place))];
    const parts = partsOf(stream, place, rowsOf(found), LIVE_LIMITS.itemEntries);
    return this.#rendered(parts.map((part) => new RowsChangedItem(item, part)));
  }

  /** Items that a client begins with. */
  async beginning(
    found: readonly FoundRow<object>[],
    moment: string,
    resync: ResyncReason | null,
  ): Promise<LiveFrame[]> {
    const { item, stream } = this.options;
    const place = placeAt(moment, found);
    const parts = partsOf(stream, place, rowsOf(found), LIVE_LIMITS.itemEntries);
    const snapshot = parts.map((part) => new RowsSnapshotItem(item, part));
    const before = resync ? [new ResyncItem(stream, place, resync)] : [];
    return this.#rendered([...before, ...snapshot]);
  }

  async #rendered(items: readonly object[]): Promise<LiveFrame[]> {
    const frames: LiveFrame[] = [];
    for (const item of items) frames.push(await this.options.render(item));
    return frames;
  }

  /** Sends frames to members. */
  async send(
    members: readonly RowMember<Selection>[],
    frames: readonly LiveFrame[],
  ): Promise<void> {
    this.sentAtMs = performance.now();
    await inSlices(members, (member) => {
      if (!member.isClosed) for (const frame of frames) member.outlet.send(frame);
    });
  }
}

function rowsOf(found: readonly FoundRow<object>[]): object[] {
  return found.map(({ row }) => row);
}

function placeAt(moment: string, found: readonly FoundRow<object>[]): ItemPlace {
  const times = found.map(({ changedAt }) => changedAt.getTime());
  const postedAt = times.reduce((last, time) => Math.max(last, time), 0) || null;
  return { text: shortened(moment), postedAt };
}
