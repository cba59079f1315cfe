import { positionsText, type Positions } from "./positions.rules.js";

/**
 * Where a stream stands: the blocks that it has told of, and when the newest of them was posted.
 */
export interface Place {
  readonly positions: Positions;
  readonly text: string;
  /** Milliseconds since the epoch; null while nothing was ever posted. */
  readonly postedAt: number | null;
}

/** A place that does not change when the positions do. */
export function placeOf(positions: Positions, postedAt: number | null): Place {
  const kept = new Map(positions);
  return { positions: kept, text: positionsText(kept), postedAt };
}
