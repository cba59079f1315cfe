import { Field, ID, InputType } from "type-graphql";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import { onceDirectedPage } from "../shared/graphql/sorted-page.type.js";
import type { DocumentState } from "./document.rules.js";
import { DocumentStateEnum } from "./document.type.js";

export const DocumentPageArgs = onceDirectedPage(
  {
    name: "Document",
    plural: "documents",
    by: { RECEIVED_AT: "The time at which it first came." },
    otherwise: "the newest",
  },
  "DESC",
);

@InputType("DocumentFilter", { description: "Which documents a list has. All conditions apply." })
export class DocumentFilterInput {
  @Field(() => ID, { nullable: true, description: "Only of this partner." })
  partnerId?: string | null;

  @Field(() => DocumentStateEnum, { nullable: true, description: "Only in this state." })
  state?: DocumentState | null;

  @Field(() => String, { nullable: true, description: "Only read by this adapter." })
  adapter?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only those that came at or after." })
  receivedFrom?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Only those that came before." })
  receivedBefore?: Date | null;
}
