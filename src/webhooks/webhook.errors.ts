import { DomainError } from "../shared/errors.js";

export class WebhookEndpointNotFound extends DomainError {
  constructor() {
    super("WEBHOOK_ENDPOINT_NOT_FOUND", "There is no such webhook endpoint", ["endpointId"]);
  }
}

export class WebhookMessageNotFound extends DomainError {
  constructor(index: number) {
    const path = ["messageIds", index];
    super("WEBHOOK_MESSAGE_NOT_FOUND", "The endpoint has no such message", path);
  }
}

export class WebhookUrlRefused extends DomainError {
  constructor(why: string) {
    super("WEBHOOK_URL_REFUSED", `The hub does not call this address: ${why}`, ["url"]);
  }
}

export class TooManyWebhookEndpoints extends DomainError {
  constructor(limit: number) {
    super("TOO_MANY_WEBHOOK_ENDPOINTS", `A partner has at most ${limit} webhook endpoints`);
  }
}
