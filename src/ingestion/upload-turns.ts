import { UploadsCrowdedOut } from "./ingestion.errors.js";
import { Gate } from "./limit-concurrency.js";

export const TURN_LIMITS = {
  /** Uploads that are imported at a time; each is in memory, compressed. */
  uploads: 4,
  /** Uploads that wait for their turn, their bodies unread. */
  waiting: 100,
};

/** Which uploads are imported now, and which wait. */
export class UploadTurns {
  private readonly gate = new Gate(TURN_LIMITS.uploads);

  /** Waits for a turn, which ends when `over` aborts. @throws UploadsCrowdedOut */
  async take(over: AbortSignal): Promise<void> {
    const waiting = this.gate.waitingCount;
    if (waiting >= TURN_LIMITS.waiting) throw new UploadsCrowdedOut(waiting);
    await this.gate.enter();
    if (over.aborted) this.gate.leave();
    else over.addEventListener("abort", () => this.gate.leave(), { once: true });
  }
}
