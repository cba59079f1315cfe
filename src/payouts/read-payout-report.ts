import { raiseAlert } from "../alerts/index.js";
import {
  aloneAgain,
  insertTransfers,
  lockSettlements,
  postSettlementTransfers,
  takeTransition,
  type SettlementRow,
} from "../settlements/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { vaultService } from "../vault/index.js";
import { PayoutAccountGone, UnknownPayment } from "./payout.errors.js";
import { PayoutFinished } from "./payout.events.js";
import { creditTransferRun } from "./payment-file-run.js";
import {
  lockPayouts,
  runByMessage,
  sharesOf,
  updatePayout,
  type PayoutRow,
  type PayoutRunRow,
} from "./payout.queries.js";
import { paidTransfer, returningTransfers, type PaidShare } from "./payout-transfers.js";
import { transferStatuses, type TransferStatus } from "./payment-status.rules.js";
import type { PaymentStatusReport } from "./payment-status.rules.js";
import { readPaymentStatus } from "./read-payment-status.js";
import { wholeAccount } from "./seal-payout-account.js";
import { debtorOfRun, keepReport } from "./seal-payment-file.js";

export interface ReadPayoutReport extends CommandInput {
  /** The bank's message, pain.002. */
  report: string;
}

/**
 * Takes in what a bank says of a run. Only what it says has settled is paid out; what it refused
 * goes back to a person, with the bank's reason. The same report again changes nothing.
 * @throws StatusReportRefused, UnknownPayment, TransitionForbidden, TransferNotPosted
 */
export async function readPayoutReport(
  ctx: CommandContext,
  input: ReadPayoutReport,
): Promise<PayoutRunRow> {
  const report = await readPaymentStatus(bytesOf(input.report));
  const { run, payoutIds } = await takeIn(ctx, input, report);
  await postSettlementTransfers(ctx, payoutIds);
  return run;
}

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text, "utf8"));
}

interface TakenIn {
  run: PayoutRunRow;
  payoutIds: string[];
}

function takeIn(
  ctx: CommandContext,
  input: ReadPayoutReport,
  report: PaymentStatusReport,
): Promise<TakenIn> {
  return runCommand<TakenIn>(ctx, "readPayoutReport", input, async (work) => {
    const run = await runByMessage(work.sql, report.originalId);
    if (!run) throw new UnknownPayment(report.originalId);
    const payouts = await lockPayouts(work.sql, run.id);
    const said = await statusesOf(ctx, work, { report, run, payouts });
    await keepReport(ctx, work.sql, { messageId: run.messageId, text: input.report, payouts });
    for (const payout of payouts) {
      const status = said.get(payout.endToEndId);
      if (status) await apply(ctx, work, payout, status);
    }
    return { run, payoutIds: payouts.map(({ id }) => id) };
  });
}

async function statusesOf(
  ctx: CommandContext,
  { sql }: Work,
  {
    report,
    run,
    payouts,
  }: { report: PaymentStatusReport; run: PayoutRunRow; payouts: PayoutRow[] },
): Promise<Map<string, TransferStatus>> {
  const filed = [];
  const vault = ctx.services.use(vaultService);
  for (const payout of payouts) {
    const account = await wholeAccount(vault, sql, ctx.actor.scope, payout.payoutAccountId);
    if (!account) throw new PayoutAccountGone();
    filed.push({ ...payout, account, settles: [] });
  }
  const debtor = await debtorOfRun(vault, sql, run.id);
  const statuses = transferStatuses(report, creditTransferRun(run, debtor, filed));
  return new Map(statuses.map((status) => [status.endToEndId, status]));
}

/** A payout that came to an end stays as it is; a bank that takes back what it said is told of. */
async function apply(
  ctx: CommandContext,
  work: Work,
  payout: PayoutRow,
  said: TransferStatus,
): Promise<void> {
  const { outcome, status } = said;
  if (payout.state === "IN_PAYOUT") {
    if (outcome === "PAID") return paid(ctx, work, payout, said);
    if (outcome === "FAILED") return failed(ctx, work, payout, said);
    return updatePayout(work.sql, { ...payout, bankStatus: status ?? payout.bankStatus });
  }
  const same = outcome === "OPEN" || (outcome === "PAID") === (payout.state === "PAID_OUT");
  if (same) return;
  const message = `The bank says ${status} of a payout that is ${payout.state}: ask it`;
  await raiseAlert(ctx, work, { ...aboutPayout(payout), message });
}

async function paid(
  ctx: CommandContext,
  work: Work,
  payout: PayoutRow,
  said: TransferStatus,
): Promise<void> {
  const shares = await paidShares(ctx, work, payout);
  for (const { settlement } of shares) {
    await takeTransition(ctx, work, settlement, { to: "PAID_OUT", isPayoutConfirmed: true });
  }
  await insertTransfers(work.sql, [paidTransfer(shares, payout, occasionOf(ctx, payout))]);
  await finish(ctx, work, payout, { state: "PAID_OUT", said, reason: null });
}

async function failed(
  ctx: CommandContext,
  work: Work,
  payout: PayoutRow,
  said: TransferStatus,
): Promise<void> {
  const reason = reasonOf(said);
  const shares = await paidShares(ctx, work, payout);
  for (const { settlement } of shares) {
    const changes = await aloneAgain(work.sql, settlement);
    await takeTransition(ctx, work, settlement, { to: "APPROVED", reason, changes });
  }
  await insertTransfers(work.sql, returningTransfers(shares, occasionOf(ctx, payout)));
  await finish(ctx, work, payout, { state: "FAILED", said, reason });
  await raiseAlert(ctx, work, { ...aboutPayout(payout), message: `A payout failed: ${reason}` });
}

async function finish(
  ctx: CommandContext,
  work: Work,
  payout: PayoutRow,
  end: { state: "PAID_OUT" | "FAILED"; said: TransferStatus; reason: string | null },
): Promise<void> {
  const { state, said, reason: bankReason } = end;
  const finishedAt = ctx.clock.now();
  const bankStatus = said.status;
  await updatePayout(work.sql, { ...payout, state, bankStatus, bankReason, finishedAt });
  work.record(new PayoutFinished(payout.id, payout.partnerId, state, bankReason));
}

type LockedShare = PaidShare & { settlement: SettlementRow };

async function paidShares(
  { actor }: CommandContext,
  { sql }: Work,
  { id }: PayoutRow,
): Promise<LockedShare[]> {
  const shares = await sharesOf(sql, [id]);
  const ids = shares.map(({ settlementId }) => settlementId);
  const settlements = await lockSettlements(sql, actor.scope, ids);
  const byId = new Map(settlements.map((settlement) => [settlement.id, settlement]));
  return shares.flatMap(({ settlementId, amountMinor }) => {
    const settlement = byId.get(settlementId);
    return settlement ? [{ settlement, amountMinor }] : [];
  });
}

function occasionOf({ ids, clock }: CommandContext, { id }: PayoutRow) {
  return { payoutId: id, ids, occurredAt: clock.now() };
}

function aboutPayout({ id, partnerId }: PayoutRow) {
  return { kind: "PAYOUT_FAILED", subject: id, partnerId } as const;
}

function reasonOf({ status, reasons }: TransferStatus): string {
  const said = reasons.map(({ code, texts }) => [code, ...texts].filter(Boolean).join(" "));
  return [`The bank refused it (${status})`, ...said].join(": ").slice(0, 500);
}
