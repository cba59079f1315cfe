import type { DomainEvent } from "../shared/events/domain-event.js";

export class UploadArrived implements DomainEvent {
  readonly name = "UploadArrived";
  constructor(
    readonly arrivalId: string,
    readonly partnerId: string,
    readonly adapter: string,
    /** Of the bytes as they arrived, in hexadecimal digits. */
    readonly sha256: string,
  ) {}
}

export class TransactionStreamOpened implements DomainEvent {
  readonly name = "TransactionStreamOpened";
  constructor(readonly partnerId: string) {}
}
