import { Field, ID, Int, ObjectType } from "type-graphql";
import { encodeId } from "../shared/graphql/global-id.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { Resolved } from "../shared/graphql/resolved.js";
import type { DocumentState } from "./document.rules.js";
import { DocumentRefusalType, DocumentStateEnum } from "./document.type.js";
import type { DocumentResult } from "./import-document.js";

@Requires("adapter:activate")
@ObjectType("ReplayedDocument", {
  simpleResolvers: true,
  description: "What became of a kept document that was read again.",
})
export class ReplayedDocumentType {
  @Resolved<DocumentResult>(({ documentId }) => documentId && encodeId("doc", documentId))
  @Field(() => ID, { nullable: true, description: "The document; null where it stayed as it was." })
  documentId!: DocumentResult["documentId"];

  @Field(() => String, { description: "The file." })
  file!: string;

  @Field(() => DocumentStateEnum, { description: "What became of it." })
  state!: DocumentState;

  @Field(() => Int, { description: "The transactions in it." })
  transactions!: number;

  @Field(() => Int, { description: "Those that are new in the ledger." })
  posted!: number;

  @Field(() => Int, { description: "Those that were there, with the same content." })
  known!: number;

  @Field(() => Int, { description: "Those that were refused." })
  refused!: number;

  @Field(() => DocumentRefusalType, { nullable: true, description: "Why all of it was refused." })
  refusal?: DocumentResult["refusal"];
}

@Requires("public")
@ObjectType("ReplayDocumentsPayload", {
  simpleResolvers: true,
  description: "What became of the documents, or why none was read.",
})
export class ReplayDocumentsPayload extends CommandPayload {
  @Field(() => [ReplayedDocumentType], { nullable: true, description: "A line for each." })
  documents!: ReplayedDocumentType[] | null;
}
