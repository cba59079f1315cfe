import { exponentOf, parseMinor } from "../shared/money.js";
import { paymentGroups, type CreditTransferRun } from "./credit-transfer.rules.js";
import type { CreditTransfer, PaymentGroup } from "./credit-transfer.rules.js";
import { StatusReportRefused } from "./payment-file.errors.js";

/** Why a bank gave a status: a code of ISO 20022's external list, or one of the bank's own. */
export interface StatusReason {
  code: string | null;
  texts: readonly string[];
}

/** What a bank says of all or a part of a payment file. */
export interface ReportedStatus {
  /** A code such as `ACSC`; null where this level says nothing. */
  status: string | null;
  reasons: readonly StatusReason[];
  /** The count and the sum of the original that the bank saw, where it says so. */
  originalCount: string | null;
  originalSum: string | null;
}

export interface ReportedTransaction {
  endToEndId: string | null;
  status: string | null;
  reasons: readonly StatusReason[];
  amount: { text: string; currency: string } | null;
  /** The bank's own reference. */
  bankReference: string | null;
}

export interface ReportedPayment extends ReportedStatus {
  id: string | null;
  transactions: readonly ReportedTransaction[];
}

/** A status report as it was read. */
export interface PaymentStatusReport {
  /** As `pain.002.001.10`. */
  message: string;
  id: string;
  createdAt: string;
  originalId: string;
  group: ReportedStatus;
  payments: readonly ReportedPayment[];
}

/** PAID only where the bank says that it has settled; OPEN is anything in between. */
export type TransferOutcome = "PAID" | "FAILED" | "OPEN";

export interface TransferStatus {
  endToEndId: string;
  outcome: TransferOutcome;
  /** The bank's code; null when the report does not speak of the transfer. */
  status: string | null;
  reasons: readonly StatusReason[];
  bankReference: string | null;
}

/** Settled on the debtor's account, or on the creditor's. */
const PAID = new Set(["ACSC", "ACCC"]);
const FAILED = new Set(["RJCT", "CANC"]);

/**
 * What a report says of each transfer of the run that it answers: the transfer's own status, else
 * its group's, else the file's. A report that is about another file, about transfers that the run
 * does not have, with other amounts or totals, or that contradicts itself, says nothing at all.
 * @throws StatusReportRefused
 */
export function transferStatuses(
  report: PaymentStatusReport,
  run: CreditTransferRun,
): TransferStatus[] {
  if (report.originalId !== run.id) {
    throw new StatusReportRefused(`it is about "${report.originalId}", not about "${run.id}"`);
  }
  assertConsistent(report);
  const groups = paymentGroups(run);
  assertTotals(report.group, run.transfers, "the file");
  const reported = reportedGroups(report, groups);
  return groups.flatMap((group) => {
    const payment = reported.get(group.id);
    if (payment) assertTotals(payment, group.transfers, `"${group.id}"`);
    const own = ownStatuses(payment, group);
    return group.transfers.map(({ endToEndId }) => {
      const said = own.get(endToEndId);
      const inherited = payment && payment.status !== null ? payment : report.group;
      return statusOf(endToEndId, said ?? inherited, said?.bankReference ?? null);
    });
  });
}

function reportedGroups(report: PaymentStatusReport, groups: readonly PaymentGroup[]) {
  const reported = new Map<string, ReportedPayment>();
  for (const payment of report.payments) {
    const group = groupOf(payment, groups);
    if (!group || reported.has(group.id)) {
      throw new StatusReportRefused(`the group "${payment.id}" is not in the run, or twice here`);
    }
    reported.set(group.id, payment);
  }
  return reported;
}

/** Some banks leave the group's id out of reports on files that have but one group. */
function groupOf({ id }: ReportedPayment, groups: readonly PaymentGroup[]) {
  if (id === null || id === "NOTPROVIDED") return groups.length === 1 ? groups[0] : undefined;
  return groups.find((group) => group.id === id);
}

function ownStatuses(
  payment: ReportedPayment | undefined,
  group: PaymentGroup,
): Map<string, ReportedTransaction> {
  const own = new Map<string, ReportedTransaction>();
  for (const transaction of payment?.transactions ?? []) {
    const { endToEndId, amount } = transaction;
    const transfer = group.transfers.find((each) => each.endToEndId === endToEndId);
    if (!transfer || own.has(transfer.endToEndId)) {
      throw new StatusReportRefused(`"${endToEndId}" is not in "${group.id}", or twice here`);
    }
    if (amount !== null && !isAmountOf(transfer, amount)) {
      throw new StatusReportRefused(`"${endToEndId}" is not of ${amount.text} ${amount.currency}`);
    }
    own.set(transfer.endToEndId, transaction);
  }
  return own;
}

function isAmountOf(
  { amountMinor, currency }: CreditTransfer,
  amount: { text: string; currency: string },
): boolean {
  if (amount.currency !== currency) return false;
  try {
    return parseMinor(amount.text, currency) === amountMinor;
  } catch {
    return false;
  }
}

function statusOf(
  endToEndId: string,
  { status, reasons }: Pick<ReportedStatus, "status" | "reasons">,
  bankReference: string | null,
): TransferStatus {
  return { endToEndId, outcome: outcomeOf(status), status, reasons, bankReference };
}

/** What is settled or refused as a whole is so in each of its parts that the report speaks of. */
function assertConsistent({ group, payments }: PaymentStatusReport): void {
  for (const payment of payments) {
    const parts = payment.transactions.map(({ status }) => status);
    assertSame(payment.status, parts);
    assertSame(group.status, payment.status === null ? parts : [payment.status, ...parts]);
  }
}

function assertSame(whole: string | null, parts: readonly (string | null)[]): void {
  const outcome = outcomeOf(whole);
  if (outcome === "OPEN") return;
  const other = parts.find((status) => outcomeOf(status) !== outcome);
  if (other === undefined) return;
  throw new StatusReportRefused(`it says ${whole} of all and ${other ?? "nothing"} of a part`);
}

function outcomeOf(status: string | null): TransferOutcome {
  if (status === null) return "OPEN";
  if (PAID.has(status)) return "PAID";
  return FAILED.has(status) ? "FAILED" : "OPEN";
}

function assertTotals(
  { originalCount, originalSum }: ReportedStatus,
  transfers: readonly CreditTransfer[],
  what: string,
): void {
  if (originalCount !== null && originalCount !== transfers.length.toString()) {
    throw new StatusReportRefused(
      `${what} has ${transfers.length} transfers, the bank saw ${originalCount}`,
    );
  }
  if (originalSum !== null && !isSumOf(originalSum, transfers)) {
    throw new StatusReportRefused(`the control sum of ${what} is not ${originalSum}`);
  }
}

/** In units of 10^-5, the most decimals that an amount has here. */
const SUM_DECIMALS = 5;

function isSumOf(text: string, transfers: readonly CreditTransfer[]): boolean {
  const match = /^\+?(\d{0,18})(?:\.(\d{0,17}))?$/.exec(text);
  const [, whole = "", fraction = ""] = match ?? [];
  if (!match || whole + fraction === "" || /[1-9]/.test(fraction.slice(SUM_DECIMALS))) return false;
  const digits = fraction.slice(0, SUM_DECIMALS).padEnd(SUM_DECIMALS, "0");
  return BigInt(whole + digits) === sumOf(transfers);
}

function sumOf(transfers: readonly CreditTransfer[]): bigint {
  return transfers.reduce((sum, { amountMinor, currency }) => {
    return sum + amountMinor * 10n ** BigInt(SUM_DECIMALS - exponentOf(currency));
  }, 0n);
}
