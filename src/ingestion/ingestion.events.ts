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

export class AdapterDrafted implements DomainEvent {
  readonly name = "AdapterDrafted";
  constructor(
    readonly adapter: string,
    readonly version: number,
  ) {}
}

export class AdapterActivated implements DomainEvent {
  readonly name = "AdapterActivated";
  constructor(
    readonly partnerId: string,
    readonly adapter: string,
    readonly version: string,
  ) {}
}

export class DocumentsReplayed implements DomainEvent {
  readonly name = "DocumentsReplayed";
  constructor(
    readonly documentIds: readonly string[],
    readonly reason: string,
  ) {}
}
