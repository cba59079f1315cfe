import { setTimeout as wait } from "node:timers/promises";
import type { PostingEngine } from "../../src/ledger/index.js";
import { postTransfers } from "../../src/ledger/index.js";
import type { Delivery } from "../../src/live/balance-member.js";
import type { BalanceSelection } from "../../src/live/balance-selection.rules.js";
import type { After } from "../../src/live/live-cursors.js";
import { ItemFrame } from "../../src/live/live-frame.js";
import { LiveHub } from "../../src/live/live-hub.js";
import {
  BalancesChangedItem,
  BalancesSnapshotItem,
  HeartbeatItem,
  LiveItem,
  ResyncItem,
} from "../../src/live/live-item.js";
import { rowReaders } from "../../src/live/live-rows.js";
import type { Place } from "../../src/live/live-place.js";
import { soloNewsBus, type NewsBus } from "../../src/live/news-bus.js";
import { parsePositions } from "../../src/live/positions.rules.js";
import { readEpoch } from "../../src/live/read-log.queries.js";
import type { Log } from "../../src/shared/log.js";
import type { startLedger } from "./ledger.js";
import { silentLog } from "./silent-log.js";

type Ledger = Awaited<ReturnType<typeof startLedger>>;

/** The live stream of one hub on a ledger, without GraphQL around it. */
export async function startLive(
  ledger: Pick<Ledger, "sql" | "accounts">,
  options: { engine?: Pick<PostingEngine, "onCommit">; bus?: NewsBus; log?: Log } = {},
): Promise<LiveHub> {
  const { sql } = ledger;
  const epoch = await readEpoch(sql);
  const own = { sql, epoch, bus: soloNewsBus(), log: silentLog, rows: rowReaders(sql, ledger) };
  const live = new LiveHub({ ...own, ...options });
  await live.start();
  return live;
}

export const EVERYTHING: BalanceSelection = {
  accountIds: null,
  partnerIds: null,
  currency: null,
  purpose: null,
};

/** Breaks of what schema/README.md promises, as sentences; empty is what a test wants. */
export class BalanceChecker {
  readonly versions = new Map<string, number>();
  readonly balances = new Map<string, bigint>();
  readonly breaks: string[] = [];
  readonly resyncs: string[] = [];
  items = 0;
  changes = 0;
  cursor: string | null = null;
  #partial = new Map<string, number>();

  /**
   * @param isClosed whether all money stays within the watched accounts: every cut adds up to zero
   */
  constructor(private readonly isClosed = false) {}

  take(item: LiveItem): void {
    this.items += 1;
    if (item instanceof BalancesSnapshotItem) this.#snapshot(item);
    if (item instanceof BalancesChangedItem)
      for (const change of item.changes) this.#change(change);
    if (item instanceof ResyncItem) this.resyncs.push(item.reason);
    if (item.cursor === null) return;
    this.cursor = item.cursor;
    if (this.isClosed) this.#checkCut(item.cursor);
  }

  #checkCut(cursor: string): void {
    const sum = [...this.balances.values()].reduce((left, right) => left + right, 0n);
    if (sum !== 0n) this.breaks.push(`at ${cursor} the balances add up to ${sum}`);
  }

  #snapshot(item: BalancesSnapshotItem): void {
    for (const account of item.balances) {
      this.#partial.set(account.accountId, account.version);
      this.balances.set(account.accountId, account.balance);
    }
    if (!item.complete) return;
    for (const [id, version] of this.#partial) {
      const before = this.versions.get(id) ?? 0;
      if (version < before) this.breaks.push(`${id} went back from ${before} to ${version}`);
      this.versions.set(id, version);
    }
    this.#partial = new Map();
  }

  #change({ fromVersion, after }: BalancesChangedItem["changes"][number]): void {
    this.changes += 1;
    const before = this.versions.get(after.accountId) ?? 0;
    if (fromVersion !== before) {
      this.breaks.push(`${after.accountId} is at ${before}, the change is from ${fromVersion}`);
    }
    if (after.version <= before) this.breaks.push(`${after.accountId} twice at ${after.version}`);
    this.versions.set(after.accountId, after.version);
    this.balances.set(after.accountId, after.balance);
  }
}

export interface RawStream {
  items: LiveItem[];
  checker: BalanceChecker;
  /** Slows the client down: while true it takes nothing. */
  full(isFull: boolean): void;
  close(): void;
}

export interface StreamOptions {
  after?: string;
  delivery?: Delivery;
  key?: string;
  epoch?: string;
  /** Goes on with what another stream has seen. */
  checker?: BalanceChecker;
  /** Told when the hub ends the stream; without it that is a break. */
  onEnd?: () => void;
}

let streams = 0;

/** A subscription to the core itself. */
export async function openBalances(
  live: LiveHub,
  selection: BalanceSelection,
  options: StreamOptions = {},
): Promise<RawStream> {
  const { checker = new BalanceChecker() } = options;
  const state = { isFull: false, drained: [] as (() => void)[] };
  const items: LiveItem[] = [];
  const after: After | null =
    options.after === undefined
      ? null
      : {
          kind: "stream",
          epoch: options.epoch ?? live.epoch,
          positions: parsePositions(options.after),
        };
  const { delivery = "STATE", key = `stream ${streams++}` } = options;
  const opened = await live.balances.open({
    key: `${key} ${delivery}`,
    selection,
    delivery,
    after,
    stream: { epoch: live.epoch, cursorAt: (place: Place) => place.text },
    render: (item) => new ItemFrame(item),
    outlet: {
      get isFull() {
        return state.isFull;
      },
      send({ result }) {
        if (!(result instanceof LiveItem)) throw new Error("not an item");
        items.push(result);
        checker.take(result);
      },
      onceDrained: (callback) => void state.drained.push(callback),
      fail: (error) => {
        if (options.onEnd) options.onEnd();
        else checker.breaks.push(`ended by ${String(error)}`);
      },
    },
  });
  return {
    items,
    checker,
    full(isFull) {
      state.isFull = isFull;
      if (!isFull) for (const callback of state.drained.splice(0)) callback();
    },
    close: () => opened.close(),
  };
}

/** Opens accounts and moves money between them. */
export class Mover {
  #moves = 0;
  accountIds: string[] = [];

  constructor(
    private readonly ledger: Ledger,
    private readonly name = "mover",
  ) {}

  async open(count: number, partnerId: string | null = null): Promise<string[]> {
    const specs = Array.from({ length: count }, (_, index) => ({
      partnerId,
      currency: "KRW",
      normalSide: "CREDIT" as const,
      purpose: "TEST",
      reference: `${this.name} ${this.accountIds.length + index}`,
    }));
    const ids = await this.ledger.accounts.ensure(specs);
    this.accountIds.push(...ids);
    return ids;
  }

  /** Posts one transfer; accounts by their index, random ones unless given. */
  async move(debit?: number, credit?: number): Promise<void> {
    const from = debit ?? Math.floor(Math.random() * this.accountIds.length);
    const other = 1 + Math.floor(Math.random() * (this.accountIds.length - 1));
    const to = credit ?? (from + other) % this.accountIds.length;
    await postTransfers(this.ledger, [
      {
        partnerId: null,
        externalId: `${this.name} ${this.#moves++}`,
        debitAccountId: this.accountIds[from] ?? "",
        creditAccountId: this.accountIds[to] ?? "",
        amountMinor: 1n,
        currency: "KRW",
        code: "TEST",
        occurredAt: new Date(),
      },
    ]);
  }
}

/**
 * Waits until something holds, looking again after each turn of the loop; the test's limit ends it.
 */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(1);
}

export { HeartbeatItem, ResyncItem, BalancesChangedItem, BalancesSnapshotItem };
