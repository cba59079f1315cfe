import type { AccountChange } from "./account-change.js";
import { BalanceMember, type Delivery, type MemberOwner } from "./balance-member.js";
import type { BalanceSelection } from "./balance-selection.rules.js";
import type { BalanceWatcher, BoardWatch } from "./board-watch.js";
import type { LiveFrame, Outlet, Render } from "./live-frame.js";
import {
  BalancesChangedItem,
  BalancesSnapshotItem,
  HeartbeatItem,
  ResyncItem,
  partsOf,
  type ResyncReason,
  type StreamIdentity,
} from "./live-item.js";
import { inSlices } from "./in-slices.js";
import { LIVE_LIMITS } from "./live-limits.js";
import type { Place } from "./live-place.js";
import { PendingChanges } from "./pending-changes.js";
import type { AccountSnapshot } from "./read-accounts.queries.js";

export interface BalanceGroupOptions {
  selection: BalanceSelection;
  delivery: Delivery;
  stream: StreamIdentity;
  render: Render;
  /** Where the hub stands at this moment. */
  place(): Place;
}

interface Joiner {
  member: BalanceMember;
  resync: ResyncReason | null;
}

interface Resumer {
  member: BalanceMember;
  /** Called in the moment from which on the member gets what the others get. */
  joined(place: Place): void;
}

/**
 * Clients with equal subscriptions. It works in rounds: what has changed since the last round
 * becomes one item, executed and serialised once, and goes to all. Members come in between rounds
 * only, so that what they begin with and what follows fit together.
 */
export class BalanceGroup implements BalanceWatcher, MemberOwner {
  readonly #members = new Set<BalanceMember>();
  #joiners: Joiner[] = [];
  #resumers: Resumer[] = [];
  #late: BalanceMember[] = [];
  readonly #pending: PendingChanges;
  #leapt = false;
  #beats = false;
  #running = false;
  #watch: BoardWatch | undefined;
  #place!: Place;
  /** When something was last sent to all, in milliseconds of performance.now(). */
  sentAtMs = performance.now();

  constructor(private readonly options: BalanceGroupOptions) {
    this.#pending = new PendingChanges(options.delivery);
  }

  get selection(): BalanceSelection {
    return this.options.selection;
  }

  get size(): number {
    return this.#members.size + this.#joiners.length + this.#resumers.length;
  }

  get isBegun(): boolean {
    return this.#watch !== undefined;
  }

  /** Begins, when the board has the accounts. */
  begin(watch: BoardWatch): void {
    this.#watch = watch;
    this.#place = this.options.place();
  }

  /** Takes in a client that begins with a snapshot. */
  join(outlet: Outlet): BalanceMember {
    const member = new BalanceMember(this, this.options.delivery, outlet);
    this.#joiners.push({ member, resync: null });
    this.#schedule();
    return member;
  }

  /** Takes in a client that goes on; it is held until what it missed is given to it. */
  resume(outlet: Outlet, joinedAt: (place: Place) => void): BalanceMember {
    const member = new BalanceMember(this, this.options.delivery, outlet);
    member.hold();
    this.#resumers.push({ member, joined: joinedAt });
    this.#schedule();
    return member;
  }

  /** Gives a client that cannot go on a new beginning. */
  restart(member: BalanceMember, resync: ResyncReason): void {
    this.#members.delete(member);
    this.#joiners.push({ member, resync });
    this.#schedule();
  }

  leave(member: BalanceMember): void {
    member.isClosed = true;
    this.#members.delete(member);
    this.#joiners = this.#joiners.filter((joiner) => joiner.member !== member);
    this.#resumers = this.#resumers.filter((resumer) => resumer.member !== member);
  }

  changed(change: AccountChange): void {
    this.#pending.add(change);
    this.#schedule();
  }

  leaps(): void {
    if (this.options.delivery === "EVENTS") this.#leapt = true;
  }

  late(member: BalanceMember): void {
    this.#late.push(member);
    this.#schedule();
  }

  lost(member: BalanceMember): void {
    this.restart(member, "SLOW_CONSUMER");
  }

  /** Sends everybody a sign of life. */
  beat(): void {
    this.#beats = true;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#running) return;
    this.#running = true;
    queueMicrotask(() => void this.#run());
  }

  async #run(): Promise<void> {
    try {
      while (this.#hasWork) await this.#round();
    } catch (error) {
      this.fail(error);
    }
    this.#running = false;
  }

  get #hasWork(): boolean {
    const waiting = this.#joiners.length + this.#resumers.length + this.#late.length;
    return waiting > 0 || this.#beats || !this.#pending.isEmpty;
  }

  async #round(): Promise<void> {
    await this.#serveLate();
    const changes = this.#pending.take();
    const beats = this.#beats;
    this.#beats = false;
    const place = (this.#place = this.options.place());
    const members = this.#leapt ? this.#restartAll() : [...this.#members];
    const begin = this.#takeJoiners(place);
    if (changes.length > 0) await this.#tellAll(members, changes, place);
    else if (beats) await this.#send(members, new HeartbeatItem(this.options.stream, place), []);
    await begin();
  }

  #restartAll(): BalanceMember[] {
    this.#leapt = false;
    for (const member of this.#members) this.restart(member, "HUB_BEHIND");
    return [];
  }

  /** What newcomers begin with is fixed at once; the function that sends it may come later. */
  #takeJoiners(place: Place): () => Promise<void> {
    const joiners = this.#joiners;
    this.#joiners = [];
    for (const { member, joined: tell } of this.#resumers.splice(0)) {
      this.#members.add(member);
      tell(place);
    }
    if (joiners.length === 0) return () => Promise.resolve();
    const snapshot = this.#watch?.snapshot() ?? [];
    return () => this.#beginAll(joiners, snapshot, place);
  }

  async #beginAll(joiners: Joiner[], snapshot: AccountSnapshot[], place: Place): Promise<void> {
    const { stream, render } = this.options;
    const parts = partsOf(stream, place, snapshot, LIVE_LIMITS.itemEntries);
    const frames: LiveFrame[] = [];
    for (const part of parts) frames.push(await render(new BalancesSnapshotItem(part)));
    const resyncs = new Map<ResyncReason, LiveFrame>();
    for (const { resync } of joiners) {
      if (resync && !resyncs.has(resync)) {
        resyncs.set(resync, await render(new ResyncItem(stream, place, resync)));
      }
    }
    await inSlices(joiners, ({ member, resync }) => {
      if (member.isClosed) return;
      member.reset();
      this.#members.add(member);
      const first = resync && resyncs.get(resync);
      for (const frame of first ? [first, ...frames] : frames) member.outlet.send(frame);
    });
  }

  async #tellAll(members: BalanceMember[], all: AccountChange[], place: Place): Promise<void> {
    for (const part of partsOf(this.options.stream, place, all, LIVE_LIMITS.itemEntries)) {
      await this.#send(members, new BalancesChangedItem(part), part.entries);
    }
  }

  async #send(
    members: BalanceMember[],
    item: object,
    changes: readonly AccountChange[],
  ): Promise<void> {
    this.sentAtMs = performance.now();
    if (members.length === 0) return;
    const frame = await this.options.render(item);
    await inSlices(members, (member) => member.take(frame, changes));
  }

  /** Those who had no room get all they missed as one change, as of the last round. */
  async #serveLate(): Promise<void> {
    const { stream, render } = this.options;
    const place = this.#place;
    for (const member of this.#late.splice(0)) {
      const missed = member.isClosed ? [] : member.takeMissed();
      if (missed.length === 0) continue;
      for (const part of partsOf(stream, place, missed, LIVE_LIMITS.itemEntries)) {
        member.outlet.send(await render(new BalancesChangedItem(part)));
      }
    }
  }

  /** Ends all subscriptions with an error. */
  fail(error: unknown): void {
    const all = [...this.#members, ...[...this.#joiners, ...this.#resumers].map((j) => j.member)];
    for (const member of all) {
      this.leave(member);
      member.outlet.fail(error);
    }
  }
}
