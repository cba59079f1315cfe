import { DomainError } from "../shared/errors.js";
import type { Permission } from "../shared/permission.rules.js";

export class ImportForbidden extends DomainError {
  constructor(permission: Permission) {
    super("FORBIDDEN", `The credential lacks ${permission}, which this request needs`);
  }
}

export class SourceNotFound extends DomainError {
  constructor(code: string) {
    super(
      "PARTNER_NOT_FOUND",
      `There is no partner "${code.slice(0, 64)}" that this credential may see; ` +
        'a key that may create partners can add "?createPartner=<KIND>"',
    );
  }
}

export class UploadTooLarge extends DomainError {
  constructor(limitBytes: number, what: string) {
    super("PAYLOAD_TOO_LARGE", `The upload has more than ${limitBytes} bytes ${what}; split it`);
  }
}

export class UploadsCrowdedOut extends DomainError {
  readonly retryAfterMs = 5_000;
  constructor(waiting: number) {
    super("OVERLOADED", `${waiting} uploads wait already; send it again later`);
  }
}

/** The client sends nothing more, and does not end the request either. */
export class BodyIdle extends DomainError {
  constructor(idleMs: number) {
    super("INVALID_INPUT", `Nothing was sent for ${idleMs} ms; send the rest in a new request`);
  }
}

/** The connection ended in the middle of the body: nobody is there to be told. */
export class BodyBroken extends DomainError {
  constructor() {
    super("INVALID_INPUT", "The connection ended before the body did");
  }
}

export class HubStopping extends DomainError {
  readonly retryAfterMs = 5_000;
  constructor() {
    super("OVERLOADED", "The hub is stopping; send the rest again in a new request");
  }
}

/** Its bytes were erased with its partner's personal data, or removed when their time was over. */
export class DocumentErased extends DomainError {
  constructor() {
    super("ERASED", "The bytes of this document are not kept any more", ["documentIds"]);
  }
}
