import { DomainError } from "../shared/errors.js";

export class ContractCodeTaken extends DomainError {
  constructor(code: string) {
    super("CONTRACT_CODE_TAKEN", `Another contract of the partner has the code "${code}"`, [
      "code",
    ]);
  }
}

export class ContractOverlaps extends DomainError {
  constructor(code: string) {
    const message = `Contract "${code}" applies in this currency at the same time; end it first`;
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

export class InvalidRate extends DomainError {
  constructor(rate: string, path: readonly (string | number)[]) {
    const message = `"${rate.slice(0, 64)}" is not a rate from 0 to 1 with up to 8 decimals`;
    super("INVALID_RATE", message, path);
  }
}
