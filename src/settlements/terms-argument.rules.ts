import { DomainError, reasonsOf, type ErrorCode } from "../shared/errors.js";
import { checkEach } from "./check-all.rules.js";
import type { Terms } from "./terms.rules.js";
import { validateTerms } from "./validate-terms.rules.js";

/** A reason against terms, as it is told to whoever asks. */
export interface TermsReason {
  code: ErrorCode;
  message: string;
  path: string[];
}

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

/** Terms that could be agreed, or every reason against them, with paths from `terms` on. */
export function reasonsAgainst(json: unknown): { terms: Terms | null; reasons: TermsReason[] } {
  try {
    return { terms: termsOf(json), reasons: [] };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { terms: null, reasons: reasonsOf(error).map(reasonOf) };
  }
}

/** A refusal as a query tells it. */
export function reasonOf({ code, message, inputPath }: DomainError): TermsReason {
  return { code, message, path: inputPath.map(String) };
}

function refuseEach(reasons: readonly DomainError[]): void {
  checkEach(reasons, (reason) => {
    throw new TermsRefused(reason);
  });
}
