import { Ctx, createParameterDecorator, Mutation, Resolver } from "type-graphql";
import type { Outcome } from "../ledger/index.js";
import { PartnerNotFound, partnerById } from "../partners/index.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { recordPartnerTransactions, type Recorded } from "./record-partner-transactions.js";
import { RecordTransactionsInput } from "./transaction-record.input.js";
import { RecordTransactionsPayload } from "./transaction-record.type.js";

/** The argument as GraphQL read it: making a class instance of each of a thousand items is slow. */
const PlainInput = createParameterDecorator(({ args }) => args["input"], {
  arg: {
    name: "input",
    typeFunc: () => RecordTransactionsInput,
    options: { description: "Whose they are, and what they are." },
  },
});

@Resolver()
export class TransactionRecordResolver {
  @Requires("transaction:record")
  @Mutation(() => RecordTransactionsPayload, {
    description: describedCommand(
      "Records a partner's transactions, many in one call.",
      'recordTransactions(input: { partnerId: "ptr_019a...", transactions: [{ externalId: "t-1", ' +
        'type: "payment", direction: IN, amount: "12.50", currency: "EUR", ' +
        'occurredAt: "2026-01-31T15:00:00Z" }] }) ' +
        "{ posted outcomes { status transactionId code reason } userErrors { code message } }",
    ),
  })
  async recordTransactions(
    @PlainInput input: RecordTransactionsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RecordTransactionsPayload> {
    const partnerId = decodeId("ptr", input.partnerId, ["partnerId"]);
    if (!(await ctx.loaders.load(ctx, partnerById, partnerId))) throw new PartnerNotFound();
    return payloadOf(await recordPartnerTransactions(ctx, partnerId, input));
  }
}

function payloadOf({ outcomes, block }: Recorded): RecordTransactionsPayload {
  const count = (status: Outcome["status"]): number =>
    outcomes.reduce((sum, outcome) => sum + (outcome.status === status ? 1 : 0), 0);
  return {
    outcomes,
    block,
    posted: count("POSTED"),
    replayed: count("REPLAYED"),
    refused: count("REFUSED"),
  };
}
