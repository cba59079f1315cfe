import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "../shared/log.js";
import type { OpenStream } from "./balance-streams.js";
import type { Outlet, Render } from "./live-frame.js";
import { ResyncItem, type StreamIdentity } from "./live-item.js";
import type { After } from "./live-cursors.js";
import { FOLLOW_LIMITS } from "./live-limits.js";
import type { Place } from "./live-place.js";
import { covers, merged, type Positions } from "./positions.rules.js";
import type { TransactionBlock } from "./read-transactions.queries.js";
import { TransactionGroup, TransactionMember } from "./transaction-group.js";

/** One client's wish to be told of transactions. */
export interface TransactionsRequest {
  /** Requests of one key share everything but their place. */
  key: string;
  partnerIds: readonly string[] | null;
  stream: StreamIdentity;
  after: After | null;
  render: Render;
  outlet: Outlet;
}

export interface TransactionStreamsOptions {
  place(): Place;
  reach(positions: Positions): Promise<void>;
  /** The next blocks between two positions; nothing when there is none. */
  read(
    from: Positions,
    to: Positions,
    partnerIds: readonly string[] | null,
  ): Promise<TransactionBlock[]>;
  log: Log;
}

/**
 * All `transactions` subscriptions of this hub. Those that keep up are told together, of pages that
 * are read once; those that do not read on by themselves, from where they are, until they keep up.
 */
export class TransactionStreams {
  readonly #groups = new Map<string, TransactionGroup>();
  #told: Positions = new Map();
  #isTelling = false;
  #page = Promise.withResolvers<void>();

  constructor(private readonly options: TransactionStreamsOptions) {}

  get size(): number {
    let users = 0;
    for (const group of this.#groups.values()) users += group.users;
    return users;
  }

  /** Begins a subscription, with a heartbeat. @throws InvalidCursor */
  async open(request: TransactionsRequest): Promise<OpenStream> {
    const { after, outlet } = request;
    if (after) await this.options.reach(after.positions);
    // While a page is being read, it is read on from there.
    const isIdle = this.#groups.size === 0 && !this.#isTelling;
    if (isIdle) this.#told = this.options.place().positions;
    const group = this.#groupOf(request);
    group.users += 1;
    const member = new TransactionMember(outlet, this.#startOf(request));
    this.#begin(group, member, request).catch((error: unknown) => outlet.fail(error));
    return { close: () => this.#leave(group, member) };
  }

  /** In lanes that a commit's cursor does not name, and after another epoch, it is the present. */
  #startOf({ after, stream }: TransactionsRequest): Positions {
    if (after?.kind === "stream" && after.epoch === stream.epoch) return after.positions;
    const present = new Map(this.options.place().positions);
    if (after?.kind === "commit") for (const [lane, at] of after.positions) present.set(lane, at);
    return present;
  }

  #groupOf({ key, partnerIds, stream, render }: TransactionsRequest): TransactionGroup {
    const known = this.#groups.get(key);
    if (known) return known;
    const group = new TransactionGroup({ key, partnerIds, stream, render });
    this.#groups.set(key, group);
    return group;
  }

  #leave(group: TransactionGroup, member: TransactionMember): void {
    if (member.isClosed) return;
    member.isClosed = true;
    group.live.delete(member);
    group.users -= 1;
    const { key } = group.options;
    if (group.users === 0 && this.#groups.get(key) === group) this.#groups.delete(key);
  }

  async #begin(
    group: TransactionGroup,
    member: TransactionMember,
    { after, stream, render }: TransactionsRequest,
  ): Promise<void> {
    const { postedAt } = this.options.place();
    if (after?.kind === "stream" && after.epoch !== stream.epoch) {
      const resync = new ResyncItem(stream, this.options.place(), "EPOCH_CHANGED");
      member.outlet.send(await render(resync));
    }
    await group.beat([member], member.positions, postedAt);
    await this.#catchUp(group, member);
  }

  /** Reads on from where a member is until it is exactly where the others are. */
  async #catchUp(group: TransactionGroup, member: TransactionMember): Promise<void> {
    while (!member.isClosed) {
      if (member.outlet.isFull) await roomIn(member.outlet);
      if (!covers(this.#told, member.positions)) await this.#nextPage();
      else if (covers(member.positions, this.#told)) return void group.live.add(member);
      else await this.#readOn(group, member);
    }
  }

  async #readOn(group: TransactionGroup, member: TransactionMember): Promise<void> {
    const [from, to] = [member.positions, this.#told];
    const blocks = await this.options.read(from, to, group.options.partnerIds);
    await group.tell([member], from, blocks);
  }

  /** Resolves when the others have been told of more. */
  #nextPage(): Promise<void> {
    this.wake();
    return this.#page.promise;
  }

  /** Tells of what was taken in since the last time. */
  wake(): void {
    if (this.#isTelling || this.#groups.size === 0) return;
    if (covers(this.#told, this.options.place().positions)) return;
    this.#isTelling = true;
    void this.#tellAll();
  }

  async #tellAll(): Promise<void> {
    while (this.#groups.size > 0 && !covers(this.#told, this.options.place().positions)) {
      try {
        await this.#tellPage();
      } catch (err) {
        this.options.log.warn({ err }, "transactions cannot be read; trying again");
        await wait(FOLLOW_LIMITS.retryFirstMs, undefined, { ref: false });
      }
    }
    this.#isTelling = false;
  }

  async #tellPage(): Promise<void> {
    const from = this.#told;
    const blocks = await this.options.read(from, this.options.place().positions, this.#partners());
    // From here on, who comes in reads this page for itself.
    this.#told = merged(from, endOf(blocks));
    const all = [...this.#groups.values()].map((group) => ({ group, live: [...group.live] }));
    for (const { group, live } of all) {
      for (const member of await group.tell(live, from, blocks)) {
        group.live.delete(member);
        this.#catchUp(group, member).catch((error: unknown) => member.outlet.fail(error));
      }
    }
    this.#page.resolve();
    this.#page = Promise.withResolvers();
  }

  /** The partners that anybody wants to know of; null for all. */
  #partners(): string[] | null {
    const all = new Set<string>();
    for (const { options } of this.#groups.values()) {
      if (options.partnerIds === null) return null;
      for (const id of options.partnerIds) all.add(id);
    }
    return [...all];
  }

  /** Sends a sign of life to groups that have been silent since the given moment. */
  beat(silentSinceMs: number): void {
    if (this.#isTelling) return; // a cursor must not be ahead of what was told
    const { postedAt } = this.options.place();
    for (const group of this.#groups.values()) {
      if (group.sentAtMs > silentSinceMs) continue;
      group.beat(group.live, this.#told, postedAt).catch((err: unknown) => {
        this.options.log.warn({ err }, "a heartbeat could not be made");
      });
    }
  }
}

function endOf(blocks: readonly TransactionBlock[]): Positions {
  return new Map(blocks.map(({ lane, sequence }) => [lane, sequence]));
}

function roomIn(outlet: Outlet): Promise<void> {
  return new Promise((resolve) => outlet.onceDrained(resolve));
}
