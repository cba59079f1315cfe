import type { DomainEvent } from "../shared/events/domain-event.js";

export type SignInMethod = "PASSWORD" | "OIDC";

export class PersonCreated implements DomainEvent {
  readonly name = "PersonCreated";
  constructor(readonly personId: string) {}
}

export class PersonDisabled implements DomainEvent {
  readonly name = "PersonDisabled";
  constructor(readonly personId: string) {}
}

export class PersonEnabled implements DomainEvent {
  readonly name = "PersonEnabled";
  constructor(readonly personId: string) {}
}

export class PersonReset implements DomainEvent {
  readonly name = "PersonReset";
  constructor(readonly personId: string) {}
}

export class PersonSignedIn implements DomainEvent {
  readonly name = "PersonSignedIn";
  constructor(
    readonly personId: string,
    readonly sessionId: string,
    readonly method: SignInMethod,
  ) {}
}

/** Sessions of a person ended: one, or all but one. */
export class SessionsEnded implements DomainEvent {
  readonly name = "SessionsEnded";
  constructor(
    readonly personId: string,
    readonly sessionIds: readonly string[],
  ) {}
}

export class PasswordChanged implements DomainEvent {
  readonly name = "PasswordChanged";
  constructor(readonly personId: string) {}
}

export class TotpConfirmed implements DomainEvent {
  readonly name = "TotpConfirmed";
  constructor(readonly personId: string) {}
}
