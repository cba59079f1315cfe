import { recordTransactions } from "../../src/ledger/index.js";
import { ItemFrame } from "../../src/live/live-frame.js";
import {
  LiveItem,
  ResyncItem,
  RowsChangedItem,
  RowsSnapshotItem,
} from "../../src/live/live-item.js";
import type { ItemPlace } from "../../src/live/live-place.js";
import { lengthened } from "../../src/live/moment.rules.js";
import type { RowStreams } from "../../src/live/row-streams.js";
import type { startLedger } from "./ledger.js";

/** A row as far as a checker looks at it. */
interface CheckedRow {
  version: number;
  id?: string;
  contractId?: string;
  periodStart?: number;
}

/** Breaks of what schema/README.md promises of streams of rows; empty is what a test wants. */
export class RowChecker {
  versions = new Map<string, number>();
  readonly breaks: string[] = [];
  readonly resyncs: string[] = [];
  items = 0;
  cursor: string | null = null;
  #partial = new Map<string, number>();

  take(item: LiveItem): void {
    this.items += 1;
    if (item instanceof RowsSnapshotItem) this.#snapshot(item);
    if (item instanceof RowsChangedItem) for (const row of item.rows) this.#change(row);
    if (item instanceof ResyncItem) this.resyncs.push(item.reason);
    if (item.cursor !== null) this.cursor = item.cursor;
  }

  #snapshot({ rows, complete }: RowsSnapshotItem): void {
    for (const row of rows) {
      const { name, version } = named(row);
      if (version < (this.versions.get(name) ?? 0)) this.breaks.push(`${name} went back`);
      this.#partial.set(name, version);
    }
    if (!complete) return;
    this.versions = this.#partial;
    this.#partial = new Map();
  }

  #change(row: object): void {
    const { name, version } = named(row);
    const before = this.versions.get(name) ?? 0;
    if (version <= before) this.breaks.push(`${name} at ${version} after ${before}`);
    this.versions.set(name, version);
  }
}

function named(row: object): { name: string; version: number } {
  const { id, contractId, periodStart, version } = row as CheckedRow;
  return { name: id ?? `${contractId} ${periodStart}`, version };
}

export interface RowStream {
  items: LiveItem[];
  checker: RowChecker;
  error: unknown;
  /** Slows the client down: while true it takes nothing. */
  full(isFull: boolean): void;
  close(): void;
}

export interface RowStreamOptions {
  after?: string | null;
  epoch?: string;
  checker?: RowChecker;
  key?: string;
  /** Told when the hub ends the stream. */
  onEnd?: () => void;
}

let opened = 0;

/** A subscription to rows, without GraphQL around it. */
export function openRows<Selection extends object>(
  streams: RowStreams<Selection>,
  selection: Selection,
  epoch: string,
  options: RowStreamOptions = {},
): RowStream {
  const { after = null, checker = new RowChecker(), key = `rows ${opened++}` } = options;
  const drained: (() => void)[] = [];
  let isFull = false;
  const stream: RowStream = {
    items: [],
    checker,
    error: null,
    full(is) {
      isFull = is;
      if (!is) for (const callback of drained.splice(0)) callback();
    },
    close: () => subscription.close(),
  };
  const subscription = streams.open({
    key,
    selection,
    stream: { epoch, cursorAt: ({ text }: ItemPlace) => text },
    after: after === null ? null : { epoch: options.epoch ?? epoch, moment: lengthened(after) },
    render: (item) => new ItemFrame(item),
    outlet: {
      get isFull() {
        return isFull;
      },
      send({ result }) {
        if (!(result instanceof LiveItem)) throw new Error("not an item");
        if (isFull) checker.breaks.push("told while it takes nothing");
        stream.items.push(result);
        checker.take(result);
      },
      onceDrained: (callback) => void drained.push(callback),
      fail(error) {
        stream.error = error;
        options.onEnd?.();
      },
    },
  });
  return stream;
}

type Ledger = Awaited<ReturnType<typeof startLedger>>;
let recorded = 0;

/** Records what came in for a partner in KRW. */
export async function recordIncome(
  ledger: Pick<Ledger, "engine" | "accounts">,
  partnerId: string,
): Promise<void> {
  const transaction = {
    partnerId,
    externalId: `income ${recorded++}`,
    type: "bet",
    direction: "IN",
    amountMinor: 100n,
    currency: "KRW",
    occurredAt: new Date("2026-01-15"),
  } as const;
  const { outcomes } = await recordTransactions(ledger, [transaction]);
  if (outcomes[0]?.[0]?.status !== "POSTED") throw new Error(JSON.stringify(outcomes));
}
