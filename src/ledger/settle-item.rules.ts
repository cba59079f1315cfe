import { OWN_PREFIX } from "./identity.rules.js";
import { postingItem } from "./posting-item.rules.js";
import type { Operation, PostingItem } from "./posting-model.rules.js";

type Settle = Extract<Operation, { kind: "SETTLE" }>;

/** A position that is to be settled anew, and the reason, which makes it one of its kind. */
export interface SettleOrder extends Omit<Settle, "kind" | "releases"> {
  partnerId: string;
  currency: string;
  /** In the external id, such as `open`: the same position is settled once for the same reason. */
  why: string;
  /** The world's time, which is not content. */
  at: Date;
  releases?: Settle["releases"];
}

/** The posting item of an order. */
export function settleItem(order: SettleOrder): PostingItem {
  const { partnerId, currency, contractId, periodStart, why, at, releases = [] } = order;
  return postingItem({
    partnerId,
    externalId: `${OWN_PREFIX}settle:${contractId}:${periodStart}:${why}`,
    type: "settlement",
    direction: "NONE",
    amountMinor: 0n,
    currency,
    occurredAt: at,
    occurredAtIsReceipt: true,
    details: JSON.stringify({ contractId, periodStart, releases }),
    accrues: true,
    operation: { kind: "SETTLE", contractId, periodStart, releases },
  });
}

/** The operation that details tell of; null where they are not of that kind. */
export function readSettleDetails(details: string | null): Settle | null {
  try {
    const read = JSON.parse(details ?? "") as Omit<Settle, "kind">;
    const { contractId, periodStart, releases } = read;
    return { kind: "SETTLE", contractId, periodStart, releases };
  } catch {
    return null;
  }
}
