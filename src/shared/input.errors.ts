import { DomainError } from "./errors.js";

/** A value in the caller's input that can never be right, whatever the hub's state. */
export class InvalidInput extends DomainError {
  constructor(message: string, path: readonly (string | number)[] = []) {
    super("INVALID_INPUT", message, path);
  }
}
