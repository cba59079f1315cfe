import { DomainError } from "../shared/errors.js";

export class PartnerNotFound extends DomainError {
  constructor() {
    super("PARTNER_NOT_FOUND", "There is no such partner", ["partnerId"]);
  }
}

export class PartnerCodeTaken extends DomainError {
  constructor(code: string) {
    super("PARTNER_CODE_TAKEN", `Another partner has the code "${code}"`, ["code"]);
  }
}

export class PartnerAlreadyOnHold extends DomainError {
  constructor(code: string) {
    super("PARTNER_ALREADY_ON_HOLD", `Partner "${code}" is on hold already`, ["partnerId"]);
  }
}

export class PartnerNotOnHold extends DomainError {
  constructor(code: string) {
    super("PARTNER_NOT_ON_HOLD", `Partner "${code}" is not on hold`, ["partnerId"]);
  }
}
