import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../shared/graphql/enum.js";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { DateTimeScalar } from "../shared/graphql/scalars.js";
import type { ExportFormat } from "./export-transactions.js";

export const ExportFormatEnum = enumOf<ExportFormat>("ExportFormat", "The form of an export.", {
  NDJSON: "One JSON object a line.",
  CSV: "Comma-separated values with a line of names (RFC 4180).",
});

@Requires("public")
@ObjectType("ExportTransactionsPayload", {
  simpleResolvers: true,
  description: "Where the export is, or why there is none.",
})
export class ExportTransactionsPayload extends CommandPayload {
  @Field(() => String, {
    nullable: true,
    description: "The path of the download on this hub. Whoever has it may use it: keep it.",
  })
  path!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Until when a download can begin.",
  })
  expiresAt!: Date | null;
}
