import type {
  AccountSpec,
  AccrualInput,
  Connection,
  PostingItem,
  TermsBook,
} from "../ledger/index.js";
import { flatShareOf } from "./settle.rules.js";
import { dateIn, nextDay, startOfDay } from "../shared/calendar.rules.js";
import { readContracts } from "./terms-book.queries.js";
import type { ContractRecord } from "./terms-book.queries.js";

/** Opens accounts where they are not there yet, and answers their ids in the order asked. */
export type EnsureAccounts = (specs: readonly AccountSpec[]) => Promise<string[]>;

interface OpenContract {
  startsAt: number;
  endsAt: number;
  timeZone: string;
  period: { start: number; end: number };
  input: Omit<AccrualInput, "periodStart">;
}

/** The accounts that carry what a partner is owed, and the platform's cost of it. */
export function settlementAccounts(partnerId: string, currency: string): AccountSpec[] {
  return [
    { partnerId, purpose: "PARTNER_PAYABLE", currency, normalSide: "CREDIT" },
    { partnerId: null, purpose: "PARTNER_SHARE", currency, normalSide: "DEBIT" },
  ];
}

/** Reads the contracts in force, for the posting lanes to accrue under. */
export async function loadTermsBook(on: Connection, ensure: EnsureAccounts): Promise<TermsBook> {
  const { revision, contracts } = await readContracts(on);
  const byPartner = new Map<string, OpenContract[]>();
  for (const contract of contracts.filter(({ terms }) => flatShareOf(terms))) {
    const key = partnerKey(contract.partner_id, contract.currency);
    byPartner.set(key, [...(byPartner.get(key) ?? []), await openContract(contract, ensure)]);
  }
  return { revision, accrualOf: (item) => accrualOf(byPartner, item) };
}

function partnerKey(partnerId: string | null, currency: string): string {
  return `${partnerId} ${currency}`;
}

async function openContract(row: ContractRecord, ensure: EnsureAccounts): Promise<OpenContract> {
  const [payable = "", expense = ""] = await ensure(
    settlementAccounts(row.partner_id, row.currency),
  );
  const share = flatShareOf(row.terms);
  if (!share) throw new Error(`Contract ${row.id} has other terms than a flat share`);
  const terms = { contractId: row.id, ...share };
  return {
    startsAt: row.starts_ms,
    endsAt: row.ends_ms ?? Number.POSITIVE_INFINITY,
    timeZone: row.time_zone,
    period: { start: 0, end: 0 },
    input: { contractId: row.id, terms, payable, expense },
  };
}

function accrualOf(byPartner: Map<string, OpenContract[]>, item: PostingItem): AccrualInput | null {
  const contracts = byPartner.get(partnerKey(item.partnerId, item.currency));
  const at = item.occurredAt;
  const contract = contracts?.find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
  return contract ? { ...contract.input, periodStart: periodStart(contract, at) } : null;
}

/** Zone arithmetic is slow and transactions come month by month: the last period is remembered. */
function periodStart(contract: OpenContract, at: number): number {
  const { period } = contract;
  if (at < period.start || at >= period.end) contract.period = monthOf(at, contract.timeZone);
  return contract.period.start;
}

/**
 * The calendar month that a moment belongs to in a time zone, in milliseconds, the end excluded.
 */
export function monthOf(at: number, timeZone: string): { start: number; end: number } {
  const first = `${dateIn(new Date(at), timeZone).slice(0, 7)}-01`;
  let next = nextDay(`${first.slice(0, 8)}28`);
  while (!next.endsWith("-01")) next = nextDay(next);
  return {
    start: startOfDay(first, timeZone).getTime(),
    end: startOfDay(next, timeZone).getTime(),
  };
}
