import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../shared/graphql/enum.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { AdapterActivation, AdapterVersion } from "./adapter.queries.js";

export type AdapterKind = "BUILT_IN" | "SHIPPED" | "DRAFTED";

export const AdapterKindEnum = enumOf<AdapterKind>("AdapterKind", "Where an adapter comes from.", {
  BUILT_IN: "It is a part of the hub.",
  SHIPPED: "It comes with the hub as a definition, which may be the beginning of another one.",
  DRAFTED: "It was drafted here.",
});

@Requires("ingestion:read")
@ObjectType("AdapterVersion", {
  simpleResolvers: true,
  description: "A definition as it was drafted; it never changes.",
})
export class AdapterVersionType implements Omit<AdapterVersion, "definition"> {
  @Field(() => String, { description: "The adapter's name." })
  adapter!: string;

  @Field(() => Int, { description: "Its number, from 1." })
  version!: number;

  @Resolved<AdapterVersion>(({ definition }) => JSON.stringify(definition))
  @Field(() => String, { description: "The definition, as JSON." })
  readonly definition?: object;

  @Field(() => String, { description: "What is new in it." })
  note!: string;

  @Field(() => String, { description: "Whose credential drafted it." })
  draftedBy!: string;

  @Field(() => DateTimeScalar, { description: "When it was drafted." })
  draftedAt!: Date;
}

/** An adapter as a list of them shows it. */
export interface ListedAdapter {
  name: string;
  kind: AdapterKind;
  shippedDefinition: string | null;
  versions: AdapterVersion[];
}

@Requires("ingestion:read")
@ObjectType("Adapter", { simpleResolvers: true, description: "How a format is read." })
export class AdapterType implements ListedAdapter {
  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => AdapterKindEnum, { description: "Where it comes from." })
  kind!: AdapterKind;

  @Field(() => String, {
    nullable: true,
    description: "The definition of one that comes with the hub as one, as JSON.",
  })
  shippedDefinition!: string | null;

  @Field(() => [AdapterVersionType], { description: "What was drafted, the newest first." })
  versions!: AdapterVersion[];
}

@Requires("ingestion:read")
@ObjectType("AdapterActivation", {
  simpleResolvers: true,
  description: "That an adapter became the one that reads what a partner sends.",
})
export class AdapterActivationType implements Pick<AdapterActivation, "adapter" | "reason"> {
  @Field(() => String, { description: "The adapter." })
  adapter!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Its version; null for one that comes with the hub.",
  })
  version!: number | null;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Resolved<AdapterActivation>(({ rollsBack }) => rollsBack !== null)
  @Field(() => Boolean, { description: "Whether it took the activation before it back." })
  readonly isRollBack?: boolean;

  @Field(() => String, { description: "Whose credential did it." })
  activatedBy!: string;

  @Field(() => DateTimeScalar, { description: "When." })
  activatedAt!: Date;
}

@Requires("public")
@ObjectType("DraftAdapterPayload", {
  simpleResolvers: true,
  description: "The new version, or why there is none.",
})
export class DraftAdapterPayload extends CommandPayload {
  @Field(() => AdapterVersionType, { nullable: true, description: "The new version." })
  version!: AdapterVersion | null;
}

@Requires("public")
@ObjectType("ActivateAdapterPayload", {
  simpleResolvers: true,
  description: "The activation, or why there is none.",
})
export class ActivateAdapterPayload extends CommandPayload {
  @Field(() => AdapterActivationType, { nullable: true, description: "The activation." })
  activation!: AdapterActivation | null;
}

@Requires("public")
@ObjectType("RollBackAdapterPayload", {
  simpleResolvers: true,
  description: "The activation that is in force again, or why none is.",
})
export class RollBackAdapterPayload extends CommandPayload {
  @Field(() => AdapterActivationType, { nullable: true, description: "The activation." })
  activation!: AdapterActivation | null;
}
