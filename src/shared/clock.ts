/** The time source. Code that needs the time takes one; the composition root makes the real one. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
