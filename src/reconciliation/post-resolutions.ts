import {
  ledgerService,
  postTransfers,
  reverseTransaction,
  type AccountSpec,
  type LedgerService,
  type Receipt,
} from "../ledger/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import type { Sql } from "../shared/database/sql.js";
import { finishPosting, postingResolutions, type PostingResolution } from "./resolution.queries.js";

const CHUNK = 500;

/**
 * Posts what decisions about breaks move. Each has an external id of its own, so that whatever dies
 * in between, the money moves once.
 * @param ids these decisions, or all that wait
 * @throws Overloaded
 */
export async function postResolutions(
  { services }: Pick<CommandContext, "services">,
  sql: Sql,
  ids: readonly string[] | null = null,
): Promise<void> {
  const ledger = services.use(ledgerService);
  for (;;) {
    const waiting = await postingResolutions(sql, ids, CHUNK);
    if (waiting.length === 0) return;
    for (const one of waiting) await postOne(ledger, sql, one);
  }
}

async function postOne(ledger: LedgerService, sql: Sql, one: PostingResolution): Promise<void> {
  const { outcomes } = await (one.action === "REVERSE" ? reverse(ledger, one) : move(ledger, one));
  const outcome = outcomes[0]?.[0];
  if (!outcome) throw new Error("The engine gave no outcome");
  const refused = outcome.status === "REFUSED";
  await finishPosting(sql, {
    id: one.id,
    transactionId: refused ? null : outcome.transactionId,
    failure: refused ? outcome.reason : null,
  });
}

/** The transactions that decisions make are known by this, and are not reconciled themselves. */
const externalId = (id: string): string => `reconciliation:${id}`;

function reverse(ledger: LedgerService, one: PostingResolution): Promise<Receipt> {
  const { id, partnerId, transactionId, currency, reason, decidedAt } = one;
  return reverseTransaction(ledger, {
    partnerId,
    externalId: externalId(id),
    transactionId: transactionId ?? "",
    currency,
    occurredAt: decidedAt,
    reference: reason.slice(0, 1_000),
  });
}

/** Brings the partner's account to what the partner states. */
async function move(ledger: LedgerService, one: PostingResolution): Promise<Receipt> {
  const { id, partnerId, action, amountMinor, currency, reason, decidedAt } = one;
  const [current = "", other = ""] = await ledger.accounts.ensure([
    accountOf(partnerId, "PARTNER_CURRENT", currency),
    action === "ADJUST"
      ? accountOf(null, "PLATFORM_CLEARING", currency)
      : accountOf(null, "RECONCILIATION_WRITE_OFF", currency),
  ]);
  const isIn = amountMinor > 0n;
  const request = {
    externalId: externalId(id),
    debitAccountId: isIn ? other : current,
    creditAccountId: isIn ? current : other,
    amountMinor: isIn ? amountMinor : -amountMinor,
    currency,
    code: action === "ADJUST" ? "RECONCILIATION_ADJUSTMENT" : "RECONCILIATION_WRITE_OFF",
    occurredAt: decidedAt,
    reference: reason.slice(0, 1_000),
  };
  return postTransfers(ledger, [request]);
}

function accountOf(partnerId: string | null, purpose: string, currency: string): AccountSpec {
  return { partnerId, purpose, currency, normalSide: partnerId === null ? "DEBIT" : "CREDIT" };
}
