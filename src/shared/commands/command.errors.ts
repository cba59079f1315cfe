import { DomainError } from "../errors.js";

export class IdempotencyKeyReused extends DomainError {
  constructor() {
    super(
      "IDEMPOTENCY_KEY_REUSED",
      "This idempotency key was used before with another command or input; use a new one",
      ["idempotencyKey"],
    );
  }
}

export class VersionConflict extends DomainError {
  constructor(expected: number, actual: number) {
    super(
      "VERSION_CONFLICT",
      `Version ${expected} was expected but it is ${actual} now; read it again and decide anew`,
      ["expectedVersion"],
    );
  }
}

/** Other commands were in the way more often than a command is tried; nothing was changed. */
export class CommandCrowdedOut extends DomainError {
  constructor() {
    super("OVERLOADED", "Other commands change the same at this moment; send the same again");
  }
}
