import type { BalancesItem } from "@tutti/client";

type Snapshot = Extract<BalancesItem, { __typename: "BalancesSnapshot" }>;
type Changed = Extract<BalancesItem, { __typename: "BalancesChanged" }>;
type Balance = Snapshot["balances"][number];

/** What differs between the balances of a test. */
export interface Told {
  id: string;
  version?: number;
  /** Whole units of a currency without decimals. */
  amount?: number | bigint;
  partnerId?: string | null;
  purpose?: string;
  currency?: string;
}

const MOMENT = "2026-03-01T00:00:00.000Z";

/** A balance as the hub tells of it. */
export function toldBalance(told: Told): Balance {
  const {
    id,
    version = 1,
    amount = 0,
    partnerId = null,
    purpose = "WALLET",
    currency = "KRW",
  } = told;
  const money = (value: number | bigint) => {
    const text = String(value);
    return { amountMinor: text, amount: text, currency };
  };
  const balance = {
    posted: money(amount),
    available: money(amount),
    pendingOut: money(0),
    pendingIn: money(0),
    version: String(version),
  };
  return { id, partnerId, purpose, currency, lastPostedAt: MOMENT, balance };
}

/** A part of a snapshot; the last one has a cursor. */
export function snapshot(balances: Told[], complete = true): BalancesItem {
  return {
    __typename: "BalancesSnapshot",
    ...liveItem(complete ? "snapshot" : null),
    complete,
    balances: balances.map(toldBalance),
  };
}

/** Changes, each with the version before it; without a cursor it is not the last part. */
export function changed(
  changes: (Told & { fromVersion: number })[],
  cursor: string | null = "changed",
): Changed {
  return {
    __typename: "BalancesChanged",
    ...liveItem(cursor),
    changes: changes.map(({ fromVersion, ...told }) => {
      const account = toldBalance(told);
      const { version } = account.balance;
      return { fromVersion: String(fromVersion), version, transactionId: "txn_1", account };
    }),
  };
}

export function heartbeat(): BalancesItem {
  return { __typename: "Heartbeat", ...liveItem("heartbeat") };
}

export function resync(reason: "CURSOR_TOO_OLD" | "EPOCH_CHANGED"): BalancesItem {
  return { __typename: "Resync", ...liveItem(null), reason };
}

function liveItem(cursor: string | null) {
  return { cursor, epoch: "1", committedAt: MOMENT, sentAt: MOMENT };
}
