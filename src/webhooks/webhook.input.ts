import { Field, ID, InputType, Int } from "type-graphql";
import { IdempotentInput } from "../shared/graphql/command.input.js";
import type { WebhookEventKind, WebhookState } from "./webhook.rules.js";
import { WebhookEventKindEnum, WebhookStateEnum } from "./webhook.type.js";

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
