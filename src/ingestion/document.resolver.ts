import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { PartnerType, partnerById } from "../partners/index.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { DocumentFilterInput, DocumentPageArgs } from "./document.input.js";
import { documentById } from "./document.loader.js";
import { DocumentConnection, DocumentType } from "./document.type.js";
import { pageOfDocuments } from "./document-page.queries.js";

@Resolver(() => DocumentType)
export class DocumentResolver {
  @Requires("ingestion:read")
  @Query(() => DocumentType, {
    nullable: true,
    description: "A document by its id; null when there is none.",
  })
  document(
    @Arg("id", () => ID, { description: "The global id." }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<DocumentType | null> {
    return ctx.loaders.load(ctx, documentById, decodeId("doc", id, ["id"]));
  }

  @Requires("ingestion:read")
  @Query(() => DocumentConnection, {
    description: "The documents, by the time at which they first came.",
  })
  documents(
    @Args(() => DocumentPageArgs) page: SortedPage,
    @Arg("filter", () => DocumentFilterInput, { nullable: true, description: "Which of them." })
    filter: DocumentFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<DocumentType>> {
    const partnerId = filter?.partnerId && decodeId("ptr", filter.partnerId, ["filter"]);
    return pageOfDocuments(ctx, { ...filter, partnerId }, directionOf(page, "DESC"), page);
  }

  @Requires("partner:read")
  @FieldResolver(() => PartnerType, { nullable: true, description: "The partner that sent it." })
  partner(@Root() { partnerId }: DocumentType, @Ctx() ctx: RequestContext) {
    return ctx.loaders.load(ctx, partnerById, partnerId);
  }
}
