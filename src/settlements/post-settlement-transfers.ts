import { ledgerService, postTransfers, type Outcome } from "../ledger/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { TransferNotPosted } from "./settlement.errors.js";
import {
  finishTransfers,
  waitingTransfers,
  type SettlementTransfer,
  type TransferOutcome,
} from "./settlement-transfer.queries.js";

/** Transfers that are posted at once, at the most. */
const CHUNK = 500;

/**
 * Posts transfers that were decided: of some causes, or all that wait. Each has an external id of
 * its own, so that a crash between posting and writing it down posts nothing twice.
 * @throws TransferNotPosted when the ledger refused one, Overloaded
 */
export async function postSettlementTransfers(
  ctx: Pick<CommandContext, "services">,
  causeIds: readonly string[] | null = null,
): Promise<void> {
  const ledger = ctx.services.use(ledgerService);
  for (;;) {
    const waiting = await waitingTransfers(ledger.sql, causeIds, CHUNK);
    if (waiting.length === 0) return;
    const outcomes = await post(ctx, waiting);
    await finishTransfers(ledger.sql, outcomes);
    const refused = outcomes.find(({ refusal }) => refusal !== null);
    if (refused) throw new TransferNotPosted(refused.refusal ?? "");
  }
}

async function post(
  { services }: Pick<CommandContext, "services">,
  transfers: readonly SettlementTransfer[],
): Promise<TransferOutcome[]> {
  const ledger = services.use(ledgerService);
  const ids = await ledger.accounts.ensure(
    transfers.flatMap(({ debit, credit }) => [debit, credit]),
  );
  const requests = transfers.map((transfer, index) => ({
    externalId: `settlement:${transfer.id}`,
    debitAccountId: ids[2 * index] ?? "",
    creditAccountId: ids[2 * index + 1] ?? "",
    amountMinor: transfer.amountMinor,
    currency: transfer.currency,
    code: transfer.code,
    occurredAt: transfer.occurredAt,
    reference: transfer.causeId,
  }));
  const { outcomes } = await postTransfers(ledger, requests);
  return transfers.map(({ id }, index) => outcomeOf(id, outcomes[index]?.[0]));
}

function outcomeOf(id: string, outcome: Outcome | undefined): TransferOutcome {
  if (!outcome) throw new Error("The engine gave no outcome");
  if (outcome.status === "REFUSED") return { id, transactionId: null, refusal: outcome.reason };
  return { id, transactionId: outcome.transactionId, refusal: null };
}
