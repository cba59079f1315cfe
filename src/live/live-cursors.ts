import type { PartnerScope } from "../shared/commands/actor.js";
import { decodeCommit, scopeText } from "../shared/graphql/commit-cursor.js";
import { InvalidCursor, type Cursors } from "../shared/graphql/cursor.js";
import type { StreamIdentity } from "./live-item.js";
import { lengthened } from "./moment.rules.js";
import { parsePositions, type Positions } from "./positions.rules.js";

/** What a cursor is bound to: another operation, other arguments or another scope refuse it. */
export interface CursorBinding {
  operation: "balances" | "transactions" | "settlements" | "positions" | "jobs";
  arguments: string;
  scope: PartnerScope;
}

/** Where a client wants to go on, or begin. */
export type After =
  | { kind: "stream"; epoch: string; positions: Positions }
  | { kind: "commit"; positions: Positions };

/** Signs the places of a stream. */
export function streamIdentity(
  cursors: Cursors,
  epoch: string,
  binding: CursorBinding,
): StreamIdentity {
  const list = listOf(binding);
  let last = { text: "", cursor: "" };
  return {
    epoch,
    cursorAt({ text }) {
      if (last.text !== text || last.cursor === "") {
        last = { text, cursor: cursors.encode(list, [epoch, text]) };
      }
      return last.cursor;
    },
  };
}

/** The place of a cursor: of this stream, or of a commit. @throws InvalidCursor */
export function readCursor(cursors: Cursors, binding: CursorBinding, cursor: string): After {
  try {
    const [epoch = "", text = ""] = cursors.decode(listOf(binding), cursor, "after");
    return { kind: "stream", epoch, positions: parsePositions(text) };
  } catch (error) {
    if (!(error instanceof InvalidCursor)) throw error;
    return { kind: "commit", positions: readCommit(cursors, binding.scope, cursor) };
  }
}

/** The moment of a cursor of a stream of rows. @throws InvalidCursor */
export function readMoment(
  cursors: Cursors,
  binding: CursorBinding,
  cursor: string,
): { epoch: string; moment: string } {
  const [epoch = "", text = ""] = cursors.decode(listOf(binding), cursor, "after");
  return { epoch, moment: lengthened(text) };
}

/** The commit of a mutation's cursor. @throws InvalidCursor */
export function readCommit(cursors: Cursors, scope: PartnerScope, cursor: string): Positions {
  const { lane, sequence } = decodeCommit(cursors, scope, cursor, "after");
  return new Map([[lane, sequence]]);
}

function listOf({ operation, arguments: given, scope }: CursorBinding): string {
  return `live ${operation} ${scopeText(scope)} ${given}`;
}
