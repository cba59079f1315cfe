import { DomainError } from "../shared/errors.js";

export class ContractVersionsOverlap extends DomainError {
  constructor(number: number, day: string) {
    const message = `Version ${number} takes effect on ${day} too; move or cancel it first`;
    super("CONTRACT_VERSIONS_OVERLAP", message, ["effectiveFrom"]);
  }
}

export class ContractEndsTooEarly extends DomainError {
  constructor(why: string) {
    super("CONTRACT_ENDS_TOO_EARLY", `The contract cannot end then: ${why}`, ["effectiveTo"]);
  }
}

export class ContractVersionInForce extends DomainError {
  constructor(why: string) {
    super("CONTRACT_VERSION_IN_FORCE", `What is in force stays as it is: ${why}`, [
      "effectiveFrom",
    ]);
  }
}

export class ContractVersionWithinPeriod extends DomainError {
  constructor(what: string, firstDay: string, nextDay: string) {
    const message =
      `${what} cannot change within the period from ${firstDay}; ` +
      `let the version take effect on ${nextDay}`;
    super("CONTRACT_VERSION_WITHIN_PERIOD", message, ["effectiveFrom"]);
  }
}
