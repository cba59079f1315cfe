import type { SocketSession } from "./socket-session.js";

/** What is under way on all sockets and has an end by itself: a stop waits for it. */
export class SocketProgress {
  /** No operation begins any more. */
  isStopping = false;
  readonly #underway = new Set<Promise<unknown>>();
  readonly #answers = new Map<SocketSession, Map<string, () => void>>();

  /** Waits for an execution, though its client may be gone. */
  track<T>(execution: Promise<T>): Promise<T> {
    this.#underway.add(execution);
    const forget = (): void => void this.#underway.delete(execution);
    execution.then(forget, forget);
    return execution;
  }

  /** An operation of one answer begins. */
  asked(session: SocketSession, id: string): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    const answers = this.#answers.get(session) ?? new Map<string, () => void>();
    this.#answers.set(session, answers.set(id, resolve));
    void this.track(promise);
  }

  /** Its last frame is about to be written. */
  answered(session: SocketSession, id: string): void {
    const settle = this.#answers.get(session)?.get(id);
    this.#answers.get(session)?.delete(id);
    if (settle) setImmediate(settle);
  }

  /** Nobody waits for the answers of this connection any more. */
  left(session: SocketSession): void {
    this.#answers.get(session)?.forEach((settle) => settle());
    this.#answers.delete(session);
  }

  /** Ends when all that is under way has ended. */
  async finished(): Promise<void> {
    await Promise.allSettled(this.#underway);
  }
}
