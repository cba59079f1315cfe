/** How far a reader is: for each lane the sequence of the last block it has taken in. */
export type Positions = ReadonlyMap<number, number>;

/** The sequence of a lane's last block, 0 where the lane has none. */
export function sequenceOf(positions: Positions, lane: number): number {
  return positions.get(lane) ?? 0;
}

/** Whether everything up to `other` is within `positions`. */
export function covers(positions: Positions, other: Positions): boolean {
  for (const [lane, sequence] of other) {
    if (sequenceOf(positions, lane) < sequence) return false;
  }
  return true;
}

/** The smallest positions that cover both. */
export function merged(left: Positions, right: Positions): Positions {
  const result = new Map(left);
  for (const [lane, sequence] of right) {
    if (sequence > sequenceOf(result, lane)) result.set(lane, sequence);
  }
  return result;
}

/** The largest positions that both cover. */
export function common(left: Positions, right: Positions): Positions {
  const result = new Map<number, number>();
  for (const [lane, sequence] of left) {
    result.set(lane, Math.min(sequence, sequenceOf(right, lane)));
  }
  return result;
}

/** Positions as text, lanes in order: `0:41 1:7`. Equal positions have equal texts. */
export function positionsText(positions: Positions): string {
  return [...positions]
    .filter(([, sequence]) => sequence > 0)
    .sort(([left], [right]) => left - right)
    .map(([lane, sequence]) => `${lane}:${sequence}`)
    .join(" ");
}

const POSITION = /^(\d{1,5}):(\d{1,16})$/;

/** The positions of a text that `positionsText` made. @throws RangeError for any other text */
export function parsePositions(text: string): Positions {
  const result = new Map<number, number>();
  for (const part of text === "" ? [] : text.split(" ")) {
    const [, lane, sequence] = POSITION.exec(part) ?? [];
    if (lane === undefined || sequence === undefined) throw new RangeError("no positions");
    result.set(Number(lane), Number(sequence));
  }
  return result;
}
