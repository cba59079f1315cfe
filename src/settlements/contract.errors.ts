import { DomainError } from "../shared/errors.js";

export class ContractNotFound extends DomainError {
  constructor() {
    super("CONTRACT_NOT_FOUND", "There is no such contract", ["contractId"]);
  }
}

export class ContractCodeTaken extends DomainError {
  constructor(code: string) {
    super("CONTRACT_CODE_TAKEN", `Another contract of the partner has the code "${code}"`, [
      "code",
    ]);
  }
}

export class ContractOverlaps extends DomainError {
  constructor(code: string, currency: string) {
    const message = `Contract "${code}" counts ${currency} at the same time; end it first`;
    super("CONTRACT_OVERLAPS", message, ["effectiveFrom"]);
  }
}

export class ContractStartsTooEarly extends DomainError {
  constructor(latestOccurredAt: Date) {
    const message =
      `Transactions up to ${latestOccurredAt.toISOString()} are recorded already; ` +
      "let the contract begin on a later day";
    super("CONTRACT_STARTS_TOO_EARLY", message, ["effectiveFrom"]);
  }
}
