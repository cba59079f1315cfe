import { TuttiError } from "./errors.js";

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
