/** Anything that keeps a call from its answer. */
export abstract class TuttiError extends Error {
  override readonly name: string;
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The hub could not be reached, or its answer did not arrive whole. */
export class NetworkError extends TuttiError {
  /** When it is worth trying again, in milliseconds, where something said so. */
  readonly retryAfterMs: number | undefined;
  constructor(message: string, options: ErrorOptions & { retryAfterMs?: number } = {}) {
    super(message, options);
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The call took longer than it was given. */
export class TimeoutError extends TuttiError {}

/** What answered is not a hub, or one that this client does not understand. */
export class ProtocolError extends TuttiError {}

/** Something failed inside the hub; its log has the cause under the correlation id. */
export class HubError extends TuttiError {
  constructor(
    message: string,
    readonly correlationId: string | undefined,
  ) {
    super(message);
  }
}

/** Why a statement, or a transaction's place in it, is not as the hub signed it. */
export type NotVerifiedReason =
  | "MALFORMED"
  | "UNKNOWN_KEY"
  | "BAD_SIGNATURE"
  | "NOT_INCLUDED"
  /** The platform cannot tell. */
  | "UNSUPPORTED";

/** A statement, or a transaction's place in it, could not be verified: do not trust it. */
export class StatementNotVerified extends TuttiError {
  constructor(
    readonly reason: NotVerifiedReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Why and where the hub refused something. */
export interface Refusal {
  code: string;
  message: string;
  /** Where in the input the reason lies. */
  path?: readonly string[];
  /** When it is worth trying again, in milliseconds. */
  retryAfterMs?: number;
  /** All reasons where there are several, this one first. */
  reasons?: readonly Refusal[];
}

/** The hub refused, with a reason that the caller can act on. Each code has a class of its own. */
export class RefusedError extends TuttiError {
  readonly code: string;
  readonly path: readonly string[];
  readonly retryAfterMs: number | undefined;
  /** All reasons, this one first: whoever corrects an input corrects all of it. */
  readonly reasons: readonly Refusal[];
  constructor(refusal: Refusal) {
    const { code, message, path = [], retryAfterMs } = refusal;
    super(message);
    this.reasons = refusal.reasons ?? [refusal];
    this.code = code;
    this.path = path;
    this.retryAfterMs = retryAfterMs;
  }
}
