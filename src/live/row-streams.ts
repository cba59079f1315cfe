import { setTimeout as wait } from "node:timers/promises";
import type { FoundRow, RowsRead, RowsWish } from "../shared/database/changed-rows.queries.js";
import { InvalidCursor } from "../shared/graphql/cursor.js";
import type { Log } from "../shared/log.js";
import type { OpenStream } from "./balance-streams.js";
import type { ResyncReason, RowItemKind } from "./live-item.js";
import { FOLLOW_LIMITS, LIVE_LIMITS } from "./live-limits.js";
import { HubStopping, TooManyRows } from "./live.errors.js";
import { isAhead } from "./moment.rules.js";
import { RowGroup, RowMember } from "./row-group.js";
import { alikeOf, Wishes, type RowsRequest } from "./row-wishes.js";

/**
 * Reads rows, or those that changed since a moment; one snapshot for all wishes.
 * @param limit rows of one wish at the most
 * @param tail since when those are asked for that changed since the last look; null before one
 */
export type ReadRows<Selection> = (
  wishes: readonly RowsWish<Selection>[],
  limit: number,
  tail: string | null,
) => Promise<RowsRead<object>>;

export interface RowStreamsOptions<Selection> {
  item: RowItemKind;
  read: ReadRows<Selection>;
  log: Log;
}

type Found = FoundRow<object>[] | null;

/**
 * All subscriptions of this hub to one kind of rows. It works in rounds: one statement reads what
 * changed since the last round and what those need who come in, all of one snapshot. Who does not
 * keep up keeps nothing here but the moment up to which it was told, and comes in again from there.
 */
export class RowStreams<Selection extends object> {
  readonly #groups = new Map<string, RowGroup<Selection>>();
  readonly #entering = new Set<RowMember<Selection>>();
  /** Up to which moment the live members were told. */
  #at: string | null = null;
  #isDue = false;
  #isRunning = false;
  #isTelling = false;
  #isStopped = false;
  #beganMs = -Infinity;

  constructor(private readonly options: RowStreamsOptions<Selection>) {}

  get size(): number {
    let users = 0;
    for (const group of this.#groups.values()) users += group.users;
    return users;
  }

  /** Begins a subscription; items go to its outlet until it is closed. @throws HubStopping */
  open(request: RowsRequest<Selection>): OpenStream {
    if (this.#isStopped) throw new HubStopping();
    const group = this.#groupOf(request);
    group.users += 1;
    const { after, stream, outlet } = request;
    const isSame = after?.epoch === stream.epoch;
    const member = new RowMember(group, outlet, isSame ? after.moment : null);
    if (after && !isSame) member.resync = "EPOCH_CHANGED";
    this.#enter(member);
    return { close: () => this.#leave(member) };
  }

  #groupOf({ key, selection, stream, render }: RowsRequest<Selection>): RowGroup<Selection> {
    const known = this.#groups.get(key);
    if (known) return known;
    const { item } = this.options;
    const group = new RowGroup<Selection>({ key, item, selection, stream, render });
    this.#groups.set(key, group);
    return group;
  }

  #enter(member: RowMember<Selection>): void {
    if (member.isClosed) return;
    member.group.live.delete(member);
    this.#entering.add(member);
    this.wake();
  }

  #leave(member: RowMember<Selection>): void {
    if (member.isClosed) return;
    member.isClosed = true;
    this.#entering.delete(member);
    const { group } = member;
    group.live.delete(member);
    group.users -= 1;
    const { key } = group.options;
    if (group.users === 0 && this.#groups.get(key) === group) this.#groups.delete(key);
  }

  #fail(member: RowMember<Selection>, error: unknown): void {
    this.#leave(member);
    member.outlet.fail(error);
  }

  /** Looks for changes, now or right after the look that is under way. */
  wake(): void {
    if (this.#groups.size === 0) return;
    this.#isDue = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    void this.#run();
  }

  /** Nobody who waits will be let in any more. */
  stop(): void {
    this.#isStopped = true;
    this.#refuse([...this.#entering], new HubStopping());
  }

  async #run(): Promise<void> {
    while (this.#isDue && this.#groups.size > 0 && !this.#isStopped) {
      await this.#pause();
      this.#isDue = false;
      if (!this.#isStopped) await this.#round().catch((error: unknown) => this.#again(error));
    }
    this.#isRunning = false;
  }

  async #again(err: unknown): Promise<void> {
    this.options.log.warn({ err }, "rows cannot be read for the live stream; trying again");
    this.#isDue = true;
    await wait(FOLLOW_LIMITS.retryFirstMs, undefined, { ref: false });
  }

  /** Between two rounds more changes, and more clients that come back, gather for the next one. */
  async #pause(): Promise<void> {
    const restMs = this.#beganMs + FOLLOW_LIMITS.rowsPauseMs - performance.now();
    if (restMs > 0) await wait(restMs, undefined, { ref: false });
    this.#beganMs = performance.now();
  }

  async #round(): Promise<void> {
    const wishes = new Wishes<Selection>();
    const groups = [...this.#groups.values()].filter(({ live }) => live.size > 0);
    const entering = [...this.#entering];
    for (const { options } of groups) wishes.add(options.selection, this.#at);
    for (const { group, at } of entering) wishes.add(group.options.selection, at);
    const limit = LIVE_LIMITS.rowsPerSubscription;
    const tail = groups.length > 0 ? this.#at : null;
    const read = await this.options.read(wishes.list, limit, tail);
    const foundFor = (group: RowGroup<Selection>, at: string | null): Found =>
      read.found[wishes.placeOf(group.options.selection, at)] ?? null;
    this.#isTelling = true;
    try {
      for (const group of groups) await this.#tell(group, foundFor(group, this.#at), read.moment);
      for (const alike of alikeOf(entering)) {
        const [{ group, at }] = alike;
        await this.#begin(alike, foundFor(group, at), read.moment);
      }
    } finally {
      this.#at = read.moment;
      this.#isTelling = false;
    }
  }

  /** Tells those who keep up; the others come in again, from where they are. */
  async #tell(group: RowGroup<Selection>, found: Found, moment: string): Promise<void> {
    if (found?.length === 0) return;
    const members = [...group.live];
    if (!found) return members.forEach((member) => this.#restart(member, "HUB_BEHIND"));
    const room = members.filter((member) => this.#hasRoom(member, this.#at));
    await this.#attempt(room, async () => group.send(room, await group.changes(found, moment)));
  }

  /** Whether a member takes more; one that does not comes in again when it does. */
  #hasRoom(member: RowMember<Selection>, at: string | null): boolean {
    if (!member.outlet.isFull) return true;
    member.at = at;
    member.group.live.delete(member);
    this.#entering.delete(member);
    member.outlet.onceDrained(() => this.#enter(member));
    return false;
  }

  #restart(member: RowMember<Selection>, reason: ResyncReason): void {
    member.at = null;
    member.resync = reason;
    this.#enter(member);
  }

  /** Takes in members that come from the same moment. */
  async #begin(
    alike: readonly RowMember<Selection>[],
    found: Found,
    moment: string,
  ): Promise<void> {
    const [first] = alike;
    if (!first) return;
    const { group, at, resync } = first;
    if (at !== null && isAhead(at, moment)) return this.#refuse(alike, new InvalidCursor("after"));
    if (!found && at === null) return this.#refuse(alike, new TooManyRows());
    if (!found) return alike.forEach((member) => this.#restart(member, "CURSOR_TOO_OLD"));
    const room = alike.filter((member) => this.#hasRoom(member, at));
    await this.#attempt(room, async () => {
      const frames =
        at === null
          ? await group.beginning(found, moment, resync)
          : await group.changes(found, moment);
      for (const member of room) this.#admit(member);
      await group.send(room, frames);
    });
  }

  #admit(member: RowMember<Selection>): void {
    this.#entering.delete(member);
    member.resync = null;
    if (!member.isClosed) member.group.live.add(member);
  }

  #refuse(members: readonly RowMember<Selection>[], error: unknown): void {
    for (const member of members) this.#fail(member, error);
  }

  /** What cannot be made for some ends their subscriptions, and nobody else's. */
  async #attempt(
    members: readonly RowMember<Selection>[],
    act: () => Promise<void>,
  ): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#refuse(members, error);
    }
  }

  /** Sends a sign of life to groups that have been silent since the given moment. */
  beat(silentSinceMs: number): void {
    const at = this.#at;
    if (this.#isTelling || at === null) return; // a cursor must not be ahead of what was told
    for (const group of this.#groups.values()) {
      if (group.sentAtMs <= silentSinceMs) void this.#beatOf(group, at);
    }
  }

  async #beatOf(group: RowGroup<Selection>, at: string): Promise<void> {
    const silentSince = group.sentAtMs;
    await this.#attempt([...group.live], async () => {
      const frames = await group.changes([], at);
      if (group.sentAtMs === silentSince) await group.send([...group.live], frames);
    });
  }
}
