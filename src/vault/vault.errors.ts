import { DomainError } from "../shared/errors.js";

export class RotationReasonRequired extends DomainError {
  constructor() {
    super("REASON_REQUIRED", "Say why the keys are exchanged", ["reason"]);
  }
}
