import { DomainError } from "../shared/errors.js";

export class ApiKeyNotFound extends DomainError {
  constructor() {
    super("API_KEY_NOT_FOUND", "There is no such API key", ["apiKeyId"]);
  }
}

export class ApiKeyAlreadyRevoked extends DomainError {
  constructor() {
    super("API_KEY_ALREADY_REVOKED", "The API key is revoked already", ["apiKeyId"]);
  }
}

/** Nobody can hand out more than they have. */
export class GrantExceedsOwn extends DomainError {
  constructor(what: string, path: readonly string[]) {
    super("FORBIDDEN", `Your own key does not have ${what}, so it cannot give it to another`, path);
  }
}

export class Unauthenticated extends DomainError {
  constructor() {
    const message =
      "Send an API key that is neither expired nor revoked, as in " +
      '"Authorization: Bearer tutti_...", or over WebSocket in the payload of connection_init';
    super("UNAUTHENTICATED", message);
  }
}
