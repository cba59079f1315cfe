import type { DomainEvent } from "../shared/events/domain-event.js";

/** Data keys were taken out of use; what they sealed is sealed again by a job. */
export class DataKeysRotated implements DomainEvent {
  readonly name = "DataKeysRotated";
  constructor(
    readonly keys: number,
    readonly partnerId: string | null,
    readonly reason: string,
  ) {}
}
