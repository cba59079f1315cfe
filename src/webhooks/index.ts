export { openWebhooks, type OpenWebhooks } from "./open-webhooks.js";
export { WebhookEndpoint } from "./webhook-endpoint.entity.js";
export { webhookNodes } from "./webhook.loader.js";
export { WebhookMessageResolver, WebhookResolver } from "./webhook.resolver.js";
export { webhookService } from "./webhook-service.js";
