import { DomainError } from "../shared/errors.js";

export class BreakNotFound extends DomainError {
  constructor(path: readonly (string | number)[] = ["breakIds"]) {
    super("BREAK_NOT_FOUND", "There is no such break", path);
  }
}

export class BreakNotOpen extends DomainError {
  constructor(state: string, path: readonly (string | number)[]) {
    super("BREAK_NOT_OPEN", `A break that is ${state} cannot be decided on`, path);
  }
}

export class ResolutionNotPossible extends DomainError {
  constructor(action: string, kind: string, path: readonly (string | number)[]) {
    const message = `${action} has nothing to act on for a break that is ${kind}`;
    super("RESOLUTION_NOT_POSSIBLE", message, path);
  }
}

export class ReasonMissing extends DomainError {
  constructor() {
    super("REASON_REQUIRED", "Say why", ["reason"]);
  }
}

export class ApprovedByProposer extends DomainError {
  constructor() {
    super("SECOND_PERSON_REQUIRED", "Whoever proposed a write-off does not approve it");
  }
}

export class PartnerNotReconciled extends DomainError {
  constructor() {
    super(
      "PARTNER_NOT_RECONCILED",
      "Nothing of the partner is reconciled: say what its documents are for, or set its policy",
      ["partnerId"],
    );
  }
}
