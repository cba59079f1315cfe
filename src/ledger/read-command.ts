import { partnerById, PartnerNotFound } from "../partners/index.js";
import { DomainError } from "../shared/errors.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { Receipt } from "./posting-queue.js";
import type { Outcome } from "./posting-model.rules.js";
import type { PostingInput } from "./ledger.input.js";
import type { PostingPayload } from "./transaction.type.js";

/** The partner named in an input, if the credential may act for it. @throws PartnerNotFound */
export async function partnerOf(ctx: RequestContext, globalId: string): Promise<string> {
  const id = decodeId("ptr", globalId, ["partnerId"]);
  if (!(await ctx.loaders.load(ctx, partnerById, id))) throw new PartnerNotFound();
  return id;
}

/** What a command that moves money says of itself, with the partner checked. */
export async function commanded(ctx: RequestContext, input: PostingInput) {
  const { externalId, reference } = input;
  return {
    partnerId: await commandingPartner(ctx, input.partnerId),
    externalId,
    reference,
    occurredAt: input.occurredAt ?? ctx.clock.now(),
    occurredAtIsReceipt: !input.occurredAt,
  };
}

/** A credential that is limited to partners acts for one of them, never for the platform. */
async function commandingPartner(ctx: RequestContext, globalId?: string | null) {
  if (globalId) return partnerOf(ctx, globalId);
  if (ctx.scope !== null) throw new PartnerNotFound();
  return null;
}

/** The payload of a command of one item. @throws DomainError with the reason of a refusal */
export function payloadOf(receipt: Receipt): PostingPayload {
  const outcome = accepted(receipt.outcomes[0]?.[0]);
  const { status, transactionId } = outcome;
  return { status, transactionId, block: receipt.block };
}

/** @throws DomainError with the reason of a refusal */
export function accepted(outcome: Outcome | undefined): Exclude<Outcome, { status: "REFUSED" }> {
  if (!outcome) throw new Error("The engine gave no outcome");
  if (outcome.status === "REFUSED") throw new DomainError(outcome.code, outcome.reason);
  return outcome;
}
