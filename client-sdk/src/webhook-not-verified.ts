import { TuttiError } from "./tutti-error.js";

/** A request is no webhook of the hub, or not one of now: answer it with an error. */
export class WebhookNotVerified extends TuttiError {
  constructor(
    readonly reason: "MALFORMED" | "STALE" | "BAD_SIGNATURE",
    message: string,
  ) {
    super(message);
  }
}
