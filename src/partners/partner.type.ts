import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../shared/graphql/connection.type.js";
import { enumOf } from "../shared/graphql/enum.js";
import { GlobalId } from "../shared/graphql/global-id.js";
import { Node } from "../shared/graphql/node.type.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { PartnerKind, PartnerState } from "./partner.rules.js";

export const PartnerKindEnum = enumOf<PartnerKind>("PartnerKind", "What a partner provides.", {
  GAME_PROVIDER: "Games, whose stakes and payouts it reports.",
  CREDIT_SUPPLIER: "Credits that customers buy.",
  PAYMENT_VENDOR: "Payments in and out.",
  SECURITY_VENDOR: "Identity checks, fraud screening and the like.",
});

export const PartnerStateEnum = enumOf<PartnerState>("PartnerState", "Whether settling goes on.", {
  ACTIVE: "Settlements go on.",
  ON_HOLD: "No new settlement begins. Transactions are still recorded: money that moved, moved.",
});

@Requires("partner:read")
@ObjectType("Partner", {
  implements: Node,
  simpleResolvers: true,
  description: "A counterparty that the platform settles with.",
})
export class PartnerType implements Node {
  @GlobalId("ptr")
  id!: string;

  @Field(() => String, { description: "The short name by which files and people call it. Unique." })
  code!: string;

  @Field(() => String, { description: "The name for people." })
  name!: string;

  @Field(() => PartnerKindEnum, { description: "What it provides." })
  kind!: PartnerKind;

  @Field(() => PartnerStateEnum, { description: "Whether settling goes on." })
  state!: PartnerState;

  @Field(() => String, { nullable: true, description: "Why it is on hold; null when it is not." })
  holdReason!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when it is on hold; null when it is not.",
  })
  heldAt!: Date | null;

  @Field(() => Boolean, {
    description: "Whether it was made up for a demonstration; nobody is owed anything then.",
  })
  synthetic!: boolean;

  @Field(() => Int, {
    description: "How often it was changed, from 1. Commands can expect a version.",
  })
  version!: number;

  @Field(() => DateTimeScalar, { description: "When it was added." })
  createdAt!: Date;
}

export const { connection: PartnerConnection } = connectionOf(PartnerType, "Partner", "partners");

@Requires("public")
@ObjectType("CreatePartnerPayload", {
  simpleResolvers: true,
  description: "The partner that was added, or why none was.",
})
export class CreatePartnerPayload extends CommandPayload {
  @Field(() => PartnerType, { nullable: true, description: "The new partner." })
  partner!: PartnerType | null;
}

@Requires("public")
@ObjectType("HoldPartnerPayload", {
  simpleResolvers: true,
  description: "The partner on hold, or why it was not put on hold.",
})
export class HoldPartnerPayload extends CommandPayload {
  @Field(() => PartnerType, { nullable: true, description: "The partner as it is now." })
  partner!: PartnerType | null;
}

@Requires("public")
@ObjectType("ReleasePartnerPayload", {
  simpleResolvers: true,
  description: "The partner that goes on, or why it was not released.",
})
export class ReleasePartnerPayload extends CommandPayload {
  @Field(() => PartnerType, { nullable: true, description: "The partner as it is now." })
  partner!: PartnerType | null;
}
