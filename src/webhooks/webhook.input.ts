import { Field, ID, InputType, Int } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import { sortedPage } from "../shared/graphql/sorted-page.type.js";
import type { WebhookEventKind, WebhookMessageState, WebhookState } from "./webhook.rules.js";
import { WebhookEventKindEnum, WebhookMessageStateEnum, WebhookStateEnum } from "./webhook.type.js";

export const WebhookEndpointPageArgs = sortedPage({
  name: "WebhookEndpoint",
  plural: "webhook endpoints",
  by: { CREATED_AT: "The time at which it was made." },
  otherwise: "the oldest",
});

export const WebhookMessagePageArgs = sortedPage({
  name: "WebhookMessage",
  plural: "webhook messages",
  by: { POSITION: "The order in which they are delivered." },
  otherwise: "the newest",
});

@InputType("WebhookEndpointFilter", { description: "Which webhook endpoints a list has." })
export class WebhookEndpointFilterInput {
  @Field(() => ID, { nullable: true, description: "Only of this partner." })
  partnerId?: string | null;
}

@InputType("WebhookMessageFilter", { description: "Which messages a list has." })
export class WebhookMessageFilterInput {
  @Field(() => WebhookMessageStateEnum, { nullable: true, description: "Only in this state." })
  state?: WebhookMessageState | null;
}

@InputType("CreateWebhookEndpointInput", { description: "A new webhook endpoint." })
export class CreateWebhookEndpointInput extends IdempotentInput {
  @Field(() => ID, { description: "The partner whose events it is told of." })
  partnerId!: string;

  @Field(() => String, { description: "Where messages are posted to: https, a public address." })
  url!: string;

  @Field(() => [WebhookEventKindEnum], { description: "What it is told of." })
  eventKinds!: WebhookEventKind[];

  @Field(() => String, { nullable: true, description: "What it is for, up to 200 characters." })
  description?: string | null;
}

@InputType("ChangeWebhookEndpointInput", { description: "What changes; the rest stays." })
export class ChangeWebhookEndpointInput extends IdempotentInput {
  @Field(() => ID, { description: "The endpoint." })
  endpointId!: string;

  @Field(() => String, { nullable: true, description: "Where messages are posted to." })
  url?: string | null;

  @Field(() => [WebhookEventKindEnum], { nullable: true, description: "What it is told of." })
  eventKinds?: WebhookEventKind[] | null;

  @Field(() => WebhookStateEnum, { nullable: true, description: "Whether it is called." })
  state?: WebhookState | null;

  @Field(() => Int, { nullable: true, description: "Refused if it has another version by now." })
  expectedVersion?: number | null;
}

@InputType("RotateWebhookSecretInput", { description: "Which endpoint gets a new secret." })
export class RotateWebhookSecretInput extends IdempotentInput {
  @Field(() => ID, { description: "The endpoint." })
  endpointId!: string;

  @Field(() => Int, {
    defaultValue: 24,
    description: "How long messages are signed with the secret before as well; up to 168 hours.",
  })
  overlapHours!: number;
}

@InputType("ReplayWebhooksInput", { description: "Which messages are delivered once more." })
export class ReplayWebhooksInput extends IdempotentInput {
  @Field(() => ID, { description: "The endpoint." })
  endpointId!: string;

  @Field(() => [ID], { description: "Up to 100 of its messages." })
  messageIds!: string[];
}
