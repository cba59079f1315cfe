import { defineEntity, p } from "@mikro-orm/postgresql";
import { Partner } from "../partners/index.js";
import { partnerScopeFilter } from "../shared/database/partner-scope.js";
import { WebhookEndpointNotFound } from "./webhook.errors.js";
import { WEBHOOK_STATES, type WebhookEventKind } from "./webhook.rules.js";

const WebhookEndpointSchema = defineEntity({
  name: "WebhookEndpoint",
  tableName: "webhook_endpoint",
  filters: partnerScopeFilter("partnerId"),
  properties: {
    id: p.uuid().primary(),
    partnerId: () => p.manyToOne(Partner).mapToPk().fieldName("partner_id"),
    url: p.text(),
    description: p.text(),
    eventKinds: p.json().$type<WebhookEventKind[]>(),
    state: p.enum(WEBHOOK_STATES),
    /** Its secret is derived from the hub's own and this number. */
    secretNumber: p.integer(),
    /** Until then messages are signed with the secret before as well. */
    previousSecretUntil: p.datetime(6).strictNullable(),
    version: p.integer(),
    createdAt: p.datetime(6),
  },
});

/** Where a partner wants to be told of what happens. */
export class WebhookEndpoint extends WebhookEndpointSchema.class {
  static absent(): WebhookEndpointNotFound {
    return new WebhookEndpointNotFound();
  }
}

WebhookEndpointSchema.setClass(WebhookEndpoint);
