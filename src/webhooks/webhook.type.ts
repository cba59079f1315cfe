import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { WebhookEventKind, WebhookMessageState, WebhookState } from "./webhook.rules.js";

export const WebhookEventKindEnum = enumOf<WebhookEventKind>(
  "WebhookEventKind",
  "What a webhook tells of.",
  {
    TRANSACTION_POSTED: "A transaction of the partner was posted: `transaction.posted`.",
    BALANCE_CHANGED: "A commit changed an account of the partner: `balance.changed`.",
  },
);

export const WebhookStateEnum = enumOf<WebhookState>(
  "WebhookState",
  "Whether an endpoint is called.",
  { ACTIVE: "It is.", PAUSED: "It is not; what happens meanwhile waits for it." },
);

export const WebhookMessageStateEnum = enumOf<WebhookMessageState>(
  "WebhookMessageState",
  "What became of a message.",
  {
    PENDING: "It waits for its first or next attempt.",
    DELIVERED: "The receiver answered with a status from 200 to 299.",
    DEAD: "All attempts failed. It is delivered again when it is replayed.",
  },
);

@Requires("webhook:read")
@ObjectType("WebhookEndpoint", {
  implements: Node,
  simpleResolvers: true,
  description: "Where a partner is told of what happens. Its secret is shown once.",
})
export class WebhookEndpointType implements Node {
  @GlobalId("whe")
  id!: string;

  /** What the field `partner` is found by. */
  partnerId!: string;

  @Field(() => String, { description: "Where messages are posted to." })
  url!: string;

  @Field(() => String, { description: "What it is for." })
  description!: string;

  @Field(() => [WebhookEventKindEnum], { description: "What it is told of." })
  eventKinds!: WebhookEventKind[];

  @Field(() => WebhookStateEnum, { description: "Whether it is called." })
  state!: WebhookState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Until when messages are signed with the secret before as well.",
  })
  previousSecretUntil!: Date | null;

  @Field(() => Int, { description: "Grows with each change." })
  version!: number;

  @Field(() => DateTimeScalar, { description: "When it was made." })
  createdAt!: Date;
}

@Requires("webhook:read")
@ObjectType("WebhookAttempt", {
  simpleResolvers: true,
  description: "One attempt to deliver a message.",
})
export class WebhookAttemptType {
  @Field(() => Int, { description: "1, 2, 3 ..., over replays as well." })
  number!: number;

  @Field(() => DateTimeScalar, { description: "When it began." })
  at!: Date;

  @Field(() => Int, { description: "How long it took, in milliseconds." })
  durationMs!: number;

  @Field(() => Int, { nullable: true, description: "The receiver's HTTP status." })
  status!: number | null;

  @Field(() => String, { nullable: true, description: "Why there was no answer." })
  failure!: string | null;
}

@Requires("webhook:read")
@ObjectType("WebhookMessage", {
  simpleResolvers: true,
  description: "One message to an endpoint, and what became of it.",
})
export class WebhookMessageType {
  @GlobalId("whm")
  id!: string;

  @Field(() => WebhookEventKindEnum, { description: "What it tells of." })
  kind!: WebhookEventKind;

  @Field(() => ID, {
    description: "What it is about. Messages about the same are delivered in their order.",
  })
  subject!: string;

  @Field(() => String, { description: "The JSON that is posted." })
  body!: string;

  @Field(() => WebhookMessageStateEnum, { description: "What became of it." })
  state!: WebhookMessageState;

  @Field(() => DateTimeScalar, { description: "When its next attempt is due, while it waits." })
  nextAttemptAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was delivered last." })
  deliveredAt!: Date | null;

  @Field(() => DateTimeScalar, { description: "When it was made of the log." })
  createdAt!: Date;
}

export const { connection: WebhookEndpointConnection } = connectionOf(
  WebhookEndpointType,
  "WebhookEndpoint",
  "webhook endpoints",
);

export const { connection: WebhookMessageConnection } = connectionOf(
  WebhookMessageType,
  "WebhookMessage",
  "messages of a webhook endpoint",
);

@Requires("public")
@ObjectType("WebhookEndpointPayload", {
  simpleResolvers: true,
  description: "The endpoint, or why the command was refused.",
})
export class WebhookEndpointPayload extends CommandPayload {
  @Field(() => WebhookEndpointType, { nullable: true, description: "The endpoint as it is now." })
  endpoint!: WebhookEndpointType | null;
}

@Requires("public")
@ObjectType("WebhookSecretPayload", {
  simpleResolvers: true,
  description: "The endpoint and its new secret, or why the command was refused.",
})
export class WebhookSecretPayload extends CommandPayload {
  @Field(() => WebhookEndpointType, { nullable: true, description: "The endpoint as it is now." })
  endpoint!: WebhookEndpointType | null;

  @Field(() => String, {
    nullable: true,
    description: "The secret, `whsec_...`. Shown this once; a repeated command answers null here.",
  })
  secret!: string | null;
}

@Requires("public")
@ObjectType("ReplayWebhooksPayload", {
  simpleResolvers: true,
  description: "The messages that are delivered once more, or why none is.",
})
export class ReplayWebhooksPayload extends CommandPayload {
  @Field(() => [ID], { nullable: true, description: "Their ids, which stay as they were." })
  messageIds!: string[] | null;
}
