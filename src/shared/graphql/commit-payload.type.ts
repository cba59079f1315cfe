import { Field, ObjectType } from "type-graphql";
import { encodeCommit, type CommitPlace } from "./commit-cursor.js";
import { CommandPayload } from "./payload.type.js";
import type { RequestContext } from "./request-context.js";
import { Requires } from "./requires.js";
import { Resolved } from "./resolved.js";

/** What the payload of every command has that posts to the ledger. */
@Requires("public")
@ObjectType({ simpleResolvers: true })
export abstract class CommitPayload extends CommandPayload {
  /** The block that holds it. */
  block?: CommitPlace;

  @Resolved<CommitPayload, RequestContext>(({ block }, { cursors, scope }) =>
    block ? encodeCommit(cursors, scope, block) : null,
  )
  @Field(() => String, {
    nullable: true,
    description:
      "The commit, for `after` of a subscription and `atLeast` of a query, which then include " +
      "it; null when nothing new was committed.",
  })
  readonly cursor?: string | null;
}
