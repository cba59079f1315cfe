import type { AccountChange } from "./account-change.js";
import { BalanceGroup } from "./balance-group.js";
import type { BalanceMember, Delivery } from "./balance-member.js";
import type { BalanceSelection } from "./balance-selection.rules.js";
import type { BalanceBoard } from "./balance-board.js";
import type { BoardWatch } from "./board-watch.js";
import type { After } from "./live-cursors.js";
import { BalancesChangedItem, HeartbeatItem, partsOf, type StreamIdentity } from "./live-item.js";
import type { LiveFrame, Outlet, Render } from "./live-frame.js";
import { LIVE_LIMITS } from "./live-limits.js";
import { AccountNotVisible } from "./live.errors.js";
import type { Place } from "./live-place.js";
import type { Positions } from "./positions.rules.js";
import type { ResumeReader } from "./resume-reader.js";
import { InvalidInput } from "../shared/input.errors.js";

/** One client's wish to be told of balances. */
export interface BalancesRequest {
  /** Requests of one key share everything: selection, delivery, stream and rendering are equal. */
  key: string;
  selection: BalanceSelection;
  delivery: Delivery;
  stream: StreamIdentity;
  after: After | null;
  render: Render;
  outlet: Outlet;
}

/** A subscription under way. */
export interface OpenStream {
  close(): void;
}

export interface BalanceStreamsOptions {
  board: BalanceBoard;
  resumer: ResumeReader;
  place(): Place;
  /**
   * Resolves when the hub has taken in the positions. @throws InvalidCursor if the log lacks them
   */
  reach(positions: Positions): Promise<void>;
}

interface Group {
  key: string;
  members: BalanceGroup;
  watch: Promise<BoardWatch>;
  /** Requests that are in it or on their way. */
  users: number;
}

/** All `balances` subscriptions of this hub, equal ones in one group. */
export class BalanceStreams {
  readonly #groups = new Map<string, Group>();

  constructor(private readonly options: BalanceStreamsOptions) {}

  get size(): { groups: number; members: number } {
    let members = 0;
    for (const group of this.#groups.values()) members += group.users;
    return { groups: this.#groups.size, members };
  }

  /**
   * Begins a subscription; items go to its outlet until it is closed.
   * @throws AccountNotVisible, InvalidInput, InvalidCursor
   */
  async open(request: BalancesRequest): Promise<OpenStream> {
    const group = this.#groupOf(request);
    group.users += 1;
    try {
      const watch = await group.watch;
      assertNotTooMany(watch.size); // the group may have grown since it began
      if (request.after) await this.options.reach(request.after.positions);
      return new Membership(this, group, this.#enter(group.members, watch, request));
    } catch (error) {
      this.leave(group);
      throw error;
    }
  }

  #groupOf(request: BalancesRequest): Group {
    const known = this.#groups.get(request.key);
    if (known) return known;
    const { selection, delivery, stream, render } = request;
    const { place } = this.options;
    const members = new BalanceGroup({ selection, delivery, stream, render, place });
    const { key } = request;
    const group = { key, members, watch: this.#watch(members), users: 0 };
    this.#groups.set(key, group);
    return group;
  }

  async #watch(group: BalanceGroup): Promise<BoardWatch> {
    const watch = await this.options.board.watch(group);
    try {
      assertWhole(watch, group.selection);
    } catch (error) {
      watch.close();
      throw error;
    }
    group.begin(watch);
    return watch;
  }

  /** One less in a group; the last one ends it. */
  leave(group: Group): void {
    group.users -= 1;
    if (group.users > 0) return;
    if (this.#groups.get(group.key) === group) this.#groups.delete(group.key);
    group.watch.then(
      (watch) => watch.close(),
      () => undefined,
    );
  }

  #enter(group: BalanceGroup, watch: BoardWatch, request: BalancesRequest): BalanceMember {
    const { after, outlet, stream } = request;
    if (after?.kind !== "stream") return group.join(outlet);
    const member = group.resume(outlet, (place) => {
      if (after.epoch !== stream.epoch) return group.restart(member, "EPOCH_CHANGED");
      const missed = { accounts: watch.snapshot(), from: after.positions, to: place.positions };
      this.options.resumer
        .changes(missed)
        .then((changes) => this.#goOn(group, member, request, changes, place))
        .catch((error: unknown) => this.#abandon(group, member, error));
    });
    return member;
  }

  async #goOn(
    group: BalanceGroup,
    member: BalanceMember,
    { delivery, stream, render }: BalancesRequest,
    changes: AccountChange[] | null,
    place: Place,
  ): Promise<void> {
    if (changes === null) return group.restart(member, "CURSOR_TOO_OLD");
    if (delivery === "STATE" && changes.length > 0) return member.release({ changes, frames: [] });
    const parts = partsOf(stream, place, changes, LIVE_LIMITS.itemEntries);
    const items = changes.length > 0 ? parts.map((part) => new BalancesChangedItem(part)) : [];
    const frames: LiveFrame[] = [];
    for (const item of items) frames.push(await render(item));
    if (items.length === 0) frames.push(await render(new HeartbeatItem(stream, place)));
    member.release({ changes: [], frames });
  }

  #abandon(group: BalanceGroup, member: BalanceMember, error: unknown): void {
    if (member.isClosed) return;
    group.leave(member);
    member.outlet.fail(error);
  }

  /** Sends a sign of life to groups that have been silent since the given moment. */
  beat(silentSinceMs: number): void {
    for (const { members } of this.#groups.values()) {
      if (members.sentAtMs <= silentSinceMs && members.isBegun) members.beat();
    }
  }
}

/** @throws InvalidInput, AccountNotVisible */
function assertWhole(watch: BoardWatch, { accountIds }: BalanceSelection): void {
  const found = new Set(watch.accountIds);
  assertNotTooMany(found.size);
  accountIds?.forEach((id, index) => {
    if (!found.has(id)) throw new AccountNotVisible(id, index);
  });
}

/** @throws InvalidInput */
function assertNotTooMany(accounts: number): void {
  const limit = LIVE_LIMITS.accountsPerSubscription;
  if (accounts <= limit) return;
  throw new InvalidInput(`More than ${limit} accounts are selected: narrow the selection`);
}

/** A client's place in a group. It holds nothing else: there are many of them. */
class Membership implements OpenStream {
  #isClosed = false;

  constructor(
    private readonly streams: BalanceStreams,
    private readonly group: Group,
    private readonly member: BalanceMember,
  ) {}

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.group.members.leave(this.member);
    this.streams.leave(this.group);
  }
}
