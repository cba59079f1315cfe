import { DomainError, type ErrorCode } from "../shared/errors.js";

/** The ledger refused to settle a position, for the reason that it gives. */
export class PositionNotSettled extends DomainError {
  constructor(code: ErrorCode, why: string) {
    super(code, `The position cannot be settled: ${why}`);
  }
}
