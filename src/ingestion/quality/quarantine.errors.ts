import { DomainError } from "../../shared/errors.js";

export class QuarantineItemNotFound extends DomainError {
  constructor() {
    super("QUARANTINE_ITEM_NOT_FOUND", "There is no such item in quarantine", ["itemId"]);
  }
}

export class QuarantineItemNotOpen extends DomainError {
  constructor(id: string, state: string) {
    super("QUARANTINE_ITEM_NOT_OPEN", `The item ${id} is ${state}: this cannot be done with it`);
  }
}

export class QualityRuleFailed extends DomainError {
  constructor(reason: string) {
    super("QUALITY_RULE_FAILED", `A rule of the source holds it back: ${reason}`);
  }
}

export class SecondPersonNeeded extends DomainError {
  constructor() {
    const message = "Whoever corrected the item cannot approve it: a second person has to";
    super("SECOND_PERSON_REQUIRED", message);
  }
}
