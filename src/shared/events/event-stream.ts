import type { DomainEvent } from "./domain-event.js";
import type { EventBus } from "./event-bus.js";

/** How many facts wait for a slow reader before the oldest are dropped. */
export const MAX_WAITING_EVENTS = 1_000;

/**
 * The facts of some names as a stream, from the moment of the call on. Nothing ends it but its
 * reader's `return()`.
 */
export function eventStream<Event extends DomainEvent>(
  bus: EventBus,
  names: readonly Event["name"][],
): AsyncIterableIterator<Event> {
  const waiting: Event[] = [];
  let wake: (() => void) | null = null;
  let ended = false;
  const receive = (event: DomainEvent): void => {
    if (waiting.push(event as Event) > MAX_WAITING_EVENTS) waiting.shift();
    wake?.();
  };
  const off = names.map((name) => bus.on(name, receive));
  const end = async (): Promise<IteratorResult<Event>> => {
    ended = true;
    off.forEach((stop) => stop());
    wake?.();
    return { done: true, value: undefined };
  };
  return {
    async next() {
      while (waiting.length === 0 && !ended) {
        await new Promise<void>((resolve) => (wake = resolve));
      }
      const value = waiting.shift();
      return ended || !value ? { done: true, value: undefined } : { done: false, value };
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
