import type { Log } from "../log.js";
import type { DomainEvent } from "./domain-event.js";

export type EventListener = (event: DomainEvent) => void | Promise<void>;

/** Tells facts that are committed to whoever listens in this process. */
export interface EventBus {
  /** @returns a function that ends the listening */
  on(name: string, listener: EventListener): () => void;
  /** Tells each listener of each event, in order. A listener that fails is logged, not told of. */
  publish(events: readonly DomainEvent[]): Promise<void>;
}

/** The bus of one process. */
export function eventBus(log: Log): EventBus {
  const listeners = new Map<string, Set<EventListener>>();
  const tell = async (event: DomainEvent): Promise<void> => {
    for (const listener of listeners.get(event.name) ?? []) {
      try {
        await listener(event);
      } catch (error) {
        log.error({ err: error, event: event.name }, "a listener of an event failed");
      }
    }
  };
  return {
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => void set.delete(listener);
    },
    async publish(events) {
      for (const event of events) await tell(event);
    },
  };
}
