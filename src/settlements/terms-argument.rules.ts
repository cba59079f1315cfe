import { DomainError, reasonsOf } from "../shared/errors.js";
import { checkEach } from "./check-all.rules.js";
import type { Terms } from "./terms.rules.js";
import { validateTerms } from "./validate-terms.rules.js";

/** A reason against terms, where they are the argument `terms` of a command. */
class TermsRefused extends DomainError {
  constructor({ code, message, inputPath }: DomainError) {
    super(code, message, ["terms", ...inputPath]);
  }
}

/** The terms that a command was given. @throws as `validateTerms`, with paths from its input on */
export function termsOf(json: unknown): Terms {
  try {
    return validateTerms(json);
  } catch (error) {
    if (error instanceof DomainError) refuseEach(reasonsOf(error));
    throw error;
  }
}

function refuseEach(reasons: readonly DomainError[]): void {
  checkEach(reasons, (reason) => {
    throw new TermsRefused(reason);
  });
}
