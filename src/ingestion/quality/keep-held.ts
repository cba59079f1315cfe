import type { Clock } from "../../shared/clock.js";
import type { Sql } from "../../shared/database/sql.js";
import type { Ids } from "../../shared/ids.js";
import type { CanonicalTransaction } from "../canonical-transaction.js";
import { heldRow, identityOf } from "./hold-row.js";
import { MAX_HELD, type Held } from "./quarantine.rules.js";
import { clearItems, decidedItems, insertHeld } from "./quarantine.queries.js";

export interface Keeping {
  sql: Sql;
  clock: Clock;
  ids: Ids;
  partnerId: string;
}

/** Keeps what a document's reading held back. @param isAgain whether it was read before */
export async function keepHeld(
  { sql, clock, ids, partnerId }: Keeping,
  documentId: string,
  held: readonly Held[],
  isAgain: boolean,
): Promise<void> {
  const at = clock.now();
  const kept = held.slice(0, MAX_HELD);
  const items = kept.map((item) => ({ ...item, id: ids.next() }));
  if (items.length > 0) await insertHeld(sql, { partnerId, documentId, at }, items);
  if (isAgain) await clearItems(sql, documentId, kept, at);
}

/** What is left of a reading without that of which a person decided, and how much that is. */
export interface Undecided {
  good: readonly CanonicalTransaction[];
  held: readonly Held[];
  /** Posted as a person corrected them. */
  posted: number;
  /** Rejected, or waiting for a second person. */
  refused: number;
}

/** What is left to decide of a document that is read again. */
export async function undecided(
  sql: Sql,
  documentId: string,
  good: readonly CanonicalTransaction[],
  held: readonly Held[],
): Promise<Undecided> {
  const decided = await decidedItems(sql, documentId);
  if (decided.length === 0) return { good, held, posted: 0, refused: 0 };
  const states = new Map(decided.map((item) => [`${item.kind} ${item.identity}`, item.state]));
  let [posted, refused] = [0, 0];
  const isLeft = (kind: Held["kind"], identity: string): boolean => {
    const state = states.get(`${kind} ${identity}`);
    if (state === "POSTED") posted += 1;
    else if (state !== undefined) refused += 1;
    return state === undefined;
  };
  const left = {
    good: good.filter((row) => isLeft("ROW", identityOf(heldRow(row)))),
    held: held.filter(({ kind, identity }) => isLeft(kind, identity)),
  };
  return { ...left, posted, refused };
}
