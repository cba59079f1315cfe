import {
  lockPayable,
  insertTransfers,
  postSettlementTransfers,
  takeTransition,
  type SettlementRow,
} from "../settlements/index.js";
import type { CalendarDate } from "../shared/calendar.rules.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { vaultService } from "../vault/index.js";
import { writeCreditTransfers } from "./pain-001.rules.js";
import { partyOf, readBankAccount, type BankAccountInput } from "./payout-account.rules.js";
import { NothingInRun, PayoutAccountGone } from "./payout.errors.js";
import { PayoutRunCreated } from "./payout.events.js";
import { creditTransferRun, type FiledPayout } from "./payment-file-run.js";
import { insertPayouts, insertRun, insertShares } from "./payout.queries.js";
import type { PayoutDebtor, PayoutRunRow } from "./payout.queries.js";
import { leavingTransfers, type PaidShare } from "./payout-transfers.js";
import { accountsInUse, type WholeAccount } from "./seal-payout-account.js";
import { sealFile } from "./seal-payment-file.js";

export interface CreatePayoutRun extends CommandInput {
  currency: string;
  /** The day on which the bank pays; what is due up to it is paid. */
  executeOn: CalendarDate;
  /** Who pays, from which account. */
  debtor: BankAccountInput;
  /** Which characters the bank takes. */
  characters: PayoutDebtor["characters"];
}

/** How many settlements a run pays, at the most; another run takes the rest. */
export const MAX_SETTLEMENTS = 1_000;

/**
 * Pays what is scheduled in a currency up to a day: one file for the bank, whose settlements are in
 * payout from now on. What leaves the payables is in the ledger before the file can be had.
 * @throws NothingInRun, PayoutAccountGone, InvalidPayoutAccount, PaymentNotWritable,
 *   TransitionForbidden, TransferNotPosted
 */
export async function createPayoutRun(
  ctx: CommandContext,
  input: CreatePayoutRun,
): Promise<PayoutRunRow> {
  const { run, payoutIds } = await decide(ctx, input);
  await postSettlementTransfers(ctx, payoutIds);
  return run;
}

interface Decided {
  run: PayoutRunRow;
  payoutIds: string[];
}

interface PlannedPayout extends FiledPayout {
  settlements: SettlementRow[];
  shares: PaidShare[];
}

function decide(ctx: CommandContext, input: CreatePayoutRun): Promise<Decided> {
  return runCommand<Decided>(ctx, "createPayoutRun", input, async (work) => {
    const payouts = await planPayouts(ctx, work, input);
    const run = runOf(ctx, input, payouts);
    const debtor = debtorOf(input);
    const file = writeCreditTransfers(creditTransferRun(run, debtor, payouts));
    await insertRun(work.sql, run, { file, actorId: ctx.actor.id });
    await insertPayouts(work.sql, run, payouts);
    const about = { file: `run:${run.id}`, text: file, payouts, more: { debtor } };
    await sealFile(ctx.services.use(vaultService), work.sql, about);
    await insertShares(work.sql, payouts.flatMap(sharesOf));
    for (const payout of payouts) await leave(ctx, work, payout);
    work.record(new PayoutRunCreated(run.id, run.currency, run.payouts, run.totalMinor));
    return { run, payoutIds: payouts.map(({ id }) => id) };
  });
}

async function planPayouts(
  ctx: CommandContext,
  { sql }: Work,
  { currency, executeOn }: CreatePayoutRun,
): Promise<PlannedPayout[]> {
  const { scope } = ctx.actor;
  const of = { currency, dueTo: executeOn, limit: MAX_SETTLEMENTS };
  const settlements = await lockPayable(sql, scope, of);
  if (settlements.length === 0) throw new NothingInRun(currency, executeOn);
  const partnerIds = [...new Set(settlements.map(({ partnerId }) => partnerId))];
  const vault = ctx.services.use(vaultService);
  const accounts = await accountsInUse(vault, sql, partnerIds, currency);
  const groups = Map.groupBy(settlements, ({ nettingId, id }) => nettingId ?? id);
  return [...groups.values()].map((group) => planned(ctx, group, accounts));
}

function planned(
  { ids }: CommandContext,
  settlements: SettlementRow[],
  accounts: ReadonlyMap<string, WholeAccount>,
): PlannedPayout {
  const [first] = settlements;
  const account = first && accounts.get(first.partnerId);
  if (!first || !account) throw new PayoutAccountGone();
  const shares = settlements.map((settlement) => {
    return { settlement, amountMinor: settlement.dueMinor ?? 0n };
  });
  const id = ids.next();
  const dueOn = settlements.map((each) => each.dueOn).toSorted()[0] ?? first.dueOn;
  return {
    id,
    partnerId: first.partnerId,
    payoutAccountId: account.id,
    endToEndId: id.replaceAll("-", ""),
    amountMinor: shares.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    dueOn,
    bankStatus: null,
    bankReason: null,
    account,
    settlements,
    shares,
    settles: settlements.map(({ id: number, lastDay }) => ({ number, issuedOn: lastDay })),
  };
}

function debtorOf({ debtor, characters }: CreatePayoutRun): PayoutDebtor {
  return { party: partyOf(readBankAccount(debtor)), characters };
}

function runOf(
  ctx: CommandContext,
  { currency, executeOn }: CreatePayoutRun,
  payouts: readonly PlannedPayout[],
): PayoutRunRow {
  const id = ctx.ids.next();
  return {
    id,
    currency,
    executeOn,
    messageId: id.replaceAll("-", ""),
    payouts: payouts.length,
    totalMinor: payouts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    createdAt: ctx.clock.now(),
  };
}

async function leave(ctx: CommandContext, work: Work, payout: PlannedPayout): Promise<void> {
  for (const settlement of payout.settlements) {
    await takeTransition(ctx, work, settlement, { to: "IN_PAYOUT" });
  }
  const occasion = { payoutId: payout.id, ids: ctx.ids, occurredAt: ctx.clock.now() };
  await insertTransfers(work.sql, leavingTransfers(payout.shares, occasion));
}

function sharesOf({ id, shares }: PlannedPayout) {
  return shares.map(({ settlement, amountMinor }) => {
    return { payoutId: id, settlementId: settlement.id, amountMinor };
  });
}
