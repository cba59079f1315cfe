import { positionsText, type Positions } from "./positions.rules.js";

/** Where a stream stands, as its cursors have it. */
export interface ItemPlace {
  readonly text: string;
  /** When the newest of what was told was posted, in milliseconds since the epoch. */
  readonly postedAt: number | null;
}

/**
 * Where a stream of the log stands: the blocks that it has told of, and when the newest of them was
 * posted; null while nothing was ever posted.
 */
export interface Place extends ItemPlace {
  readonly positions: Positions;
}

/** A place that does not change when the positions do. */
export function placeOf(positions: Positions, postedAt: number | null): Place {
  const kept = new Map(positions);
  return { positions: kept, text: positionsText(kept), postedAt };
}
