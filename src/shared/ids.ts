import { randomBytes } from "node:crypto";
import type { Clock } from "./clock.js";

/** Makes time-ordered identifiers. Code that needs an id takes one of these. */
export interface Ids {
  /** A UUIDv7 in canonical text form, strictly greater than the one before it. */
  next(): string;
}

const SEQUENCE_LIMIT = 0x1000;

/**
 * UUIDv7 (RFC 9562, section 6.2, method 1): 48 bits of milliseconds, a 12-bit counter that keeps
 * ids of one millisecond in order, 62 random bits. A clock that steps back does not: the last
 * millisecond is kept until the clock has passed it.
 */
export function uuidv7Ids(clock: Clock): Ids {
  let millis = 0;
  let sequence = 0;
  let pool = Buffer.alloc(0);
  let offset = 0;
  const random = (): string => {
    if (offset + 8 > pool.length) {
      pool = randomBytes(8 * 512);
      offset = 0;
    }
    pool[offset] = ((pool[offset] ?? 0) & 0x3f) | 0x80;
    const hex = pool.toString("hex", offset, offset + 8);
    offset += 8;
    return hex;
  };
  return {
    next() {
      const now = clock.now().getTime();
      if (now > millis) {
        millis = now;
        sequence = 0;
      } else if (++sequence === SEQUENCE_LIMIT) {
        millis += 1;
        sequence = 0;
      }
      const time = millis.toString(16).padStart(12, "0");
      const tail = random();
      return (
        `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, "0")}` +
        `-${tail.slice(0, 4)}-${tail.slice(4)}`
      );
    },
  };
}

/** The smallest UUIDv7 of a millisecond: the lower bound of a range over time-ordered ids. */
export function uuidv7Floor(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
