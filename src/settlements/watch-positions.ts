import type { LedgerService, PositionState } from "../ledger/index.js";
import type { FoundRow, RowsRead, RowsWish } from "../shared/database/changed-rows.queries.js";
import { currentBook } from "./current-book.js";
import { viewOf } from "./find-position.js";
import {
  readPositionChanges,
  type PositionSelection,
  type ReadPosition,
} from "./position-changes.queries.js";
import type { PositionView } from "./position.type.js";
import type { ContractBook } from "./terms-book.rules.js";

/** A position as it is watched. */
export interface WatchedPosition extends PositionView {
  /** Milliseconds since the epoch; with the contract it is the position's name. */
  periodStart: number;
}

/** Positions that one that is asked for builds on are read with it: so many for each. */
const EARLIER_PER_POSITION = 8;

/** Reads positions as they are shown, or those that changed since a moment. */
export async function watchedPositions(
  ledger: Pick<LedgerService, "sql" | "accounts">,
  wishes: readonly RowsWish<PositionSelection>[],
  limit: number,
): Promise<RowsRead<WatchedPosition>> {
  const rowLimit = (limit + 1) * EARLIER_PER_POSITION;
  const { moment, positions } = await readPositionChanges(ledger.sql, wishes, rowLimit);
  if (positions.length === 0) return { moment, found: wishes.map(() => []) };
  const book = await currentBook(ledger);
  const byWish = Map.groupBy(positions, ({ n }) => n);
  const found = wishes.map((_, n) => {
    const read = byWish.get(n) ?? [];
    const asked = read.filter(({ isFound }) => isFound);
    return asked.length > limit || read.length >= rowLimit ? null : shown(book, read);
  });
  return { moment, found };
}

function shown(book: ContractBook, read: readonly ReadPosition[]): FoundRow<WatchedPosition>[] {
  const byContract = Map.groupBy(read, ({ state }) => state.contractId);
  return [...byContract].flatMap(([contractId, positions]) => {
    const states = positions.map(({ state }) => state);
    return positions.flatMap(({ state, isFound, changedAt }, index) => {
      const row = isFound ? positionIn(book, contractId, state, states.slice(0, index)) : null;
      return row ? [{ row, changedAt }] : [];
    });
  });
}

/** Null where the contract has no such period any more. */
function positionIn(
  book: ContractBook,
  contractId: string,
  state: PositionState,
  earlier: readonly PositionState[],
): WatchedPosition | null {
  const contract = book.periodsOf(contractId);
  const period = contract?.startingAt(state.periodStart);
  if (!contract || !period) return null;
  const { periodStart } = state;
  return Object.assign(viewOf(contract, period, state, earlier), { periodStart });
}
