import { DomainError } from "../shared/errors.js";
import type { Terms } from "./terms.rules.js";
import { validateTerms } from "./validate-terms.rules.js";

/** A reason against terms, where they are the argument `terms` of a command. */
export class TermsRefused extends DomainError {
  constructor({ code, message, inputPath }: DomainError) {
    super(code, message, ["terms", ...inputPath]);
  }
}

/** The terms that a command was given. @throws as `validateTerms`, with paths from its input on */
export function termsOf(json: unknown): Terms {
  try {
    return validateTerms(json);
  } catch (error) {
    throw error instanceof DomainError ? new TermsRefused(error) : error;
  }
}
