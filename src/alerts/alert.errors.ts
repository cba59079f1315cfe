import { DomainError } from "../shared/errors.js";

export class AlertNotFound extends DomainError {
  constructor() {
    super("ALERT_NOT_FOUND", "There is no such alert", ["alertId"]);
  }
}

export class AlertAlreadyResolved extends DomainError {
  constructor() {
    super("ALERT_ALREADY_RESOLVED", "The alert is resolved already", ["alertId"]);
  }
}

export class ResolutionRequired extends DomainError {
  constructor() {
    super("REASON_REQUIRED", "Say how the alert was resolved", ["resolution"]);
  }
}
