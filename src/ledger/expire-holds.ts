import type { Clock } from "../shared/clock.js";
import type { Sql } from "../shared/database/sql.js";
import { readDueHolds } from "./hold.queries.js";
import type { DueHold } from "./hold.queries.js";
import { OWN_PREFIX } from "./identity.rules.js";
import { postingItem } from "./posting-item.rules.js";
import type { Ledger } from "./record-transactions.js";

/** Holds that one run expires at the most; the next run takes the rest. */
const MAX_EXPIRED_AT_ONCE = 500;

/**
 * Releases the holds whose time has come; answers how many there were. Any number of hubs may run
 * it: the second to expire a hold is answered as a replay. @throws Overloaded
 */
export async function expireHolds(
  { engine }: Pick<Ledger, "engine">,
  sql: Sql,
  clock: Clock,
): Promise<number> {
  const due = await readDueHolds(sql, clock.now(), MAX_EXPIRED_AT_ONCE);
  if (due.length > 0)
    await engine.submit(
      due.map((hold) => [expiry(hold)]),
      "authorise",
    );
  return due.length;
}

function expiry({ id, partnerId, currency, expiresAt }: DueHold) {
  return postingItem({
    partnerId,
    externalId: `${OWN_PREFIX}expiry:${id}`,
    type: "expiry",
    direction: "NONE",
    amountMinor: 0n,
    currency,
    occurredAt: expiresAt,
    accrues: false,
    operation: {
      kind: "VOID",
      holdId: id,
      because: "EXPIRED",
    },
  });
}
