import { decodeCommit } from "../shared/graphql/commit-cursor.js";
import { InvalidCursor } from "../shared/graphql/cursor.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { committedSequence } from "./lane.queries.js";

/**
 * Makes sure that what is read next includes a commit. Every hub reads the database that it was
 * committed to, so it is there, or the cursor is of another history.
 * @throws InvalidCursor
 */
export async function reachCommit(ctx: RequestContext, cursor: string | null): Promise<void> {
  if (cursor === null) return;
  const { lane, sequence } = decodeCommit(ctx.cursors, ctx.scope, cursor, "atLeast");
  if ((await committedSequence(ctx.sql, lane)) < sequence) throw new InvalidCursor("atLeast");
}
