import type { PartnerScope } from "../commands/actor.js";
import { InvalidCursor, type Cursors } from "./cursor.js";

/** The place of a commit in the ledger's log. */
export interface CommitPlace {
  lane: number;
  sequence: number;
}

/** The text of a scope: what cursors are bound to, and what subscriptions must share. */
export function scopeText(scope: PartnerScope): string {
  return scope === null ? "*" : [...scope].sort().join(" ");
}

/** The cursor of a commit, as the payloads of mutations that post have it. */
export function encodeCommit(cursors: Cursors, scope: PartnerScope, place: CommitPlace): string {
  return cursors.encode(listOf(scope), [String(place.lane), String(place.sequence)]);
}

/** The commit of a cursor. @throws InvalidCursor */
export function decodeCommit(
  cursors: Cursors,
  scope: PartnerScope,
  cursor: string,
  argument: string,
): CommitPlace {
  const [lane, sequence] = cursors.decode(listOf(scope), cursor, argument);
  if (lane === undefined || sequence === undefined) throw new InvalidCursor(argument);
  return { lane: Number(lane), sequence: Number(sequence) };
}

function listOf(scope: PartnerScope): string {
  return `commit ${scopeText(scope)}`;
}
