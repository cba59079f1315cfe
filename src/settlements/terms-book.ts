import type { AccountSpec } from "../ledger/index.js";
import { startOfDay } from "../shared/calendar.rules.js";
import type { AccruingContract } from "./accruing-contract.rules.js";
import { ContractPeriods } from "./contract-periods.rules.js";
import { addDays } from "./day.rules.js";
import { ACCOUNT_ROLES, settlementAccounts } from "./position-account.rules.js";
import type { AccountRole, SettlementAccounts } from "./position-account.rules.js";
import { PublishedRates } from "./published-rates.rules.js";
import { readTerms } from "./read-terms.rules.js";
import { readClosures, readContractHeaders, readRateMark } from "./terms-book.queries.js";
import { readRates, readRevision, readVersions } from "./terms-book.queries.js";
import type { ContractHeader, TermsReader } from "./terms-book.queries.js";
import { ContractBook } from "./terms-book.rules.js";

/** Opens accounts where they are not there yet, and answers their ids in the order asked. */
export type EnsureAccounts = (specs: readonly AccountSpec[]) => Promise<string[]>;

/**
 * The contracts as they were read last. All lanes of a hub share one: a new revision then reads
 * again only the contracts that changed, what was closed since, and rates where some are new.
 */
export class TermsShelf {
  private book: ContractBook | undefined;
  private contracts = new Map<string, AccruingContract>();
  private readonly closed = new Map<string, ReadonlySet<number>>();
  private closedUpTo = -1n;
  private rates = new PublishedRates();
  private rateMark = "";
  private turn: Promise<unknown> = Promise.resolve();

  /** The contracts as they are now. */
  load(on: TermsReader, ensure: EnsureAccounts): Promise<ContractBook> {
    const loaded = this.turn.then(() => this.renew(on, ensure));
    this.turn = loaded.catch(() => undefined);
    return loaded;
  }

  /** The revision is read first: whatever else is newer than it is noticed when it is used. */
  private async renew(on: TermsReader, ensure: EnsureAccounts): Promise<ContractBook> {
    const revision = await readRevision(on);
    if (this.book?.revision === revision) return this.book;
    const headers = await readContractHeaders(on);
    await this.renewContracts(headers, on, ensure);
    await this.renewClosures(on);
    await this.renewRates(on);
    const periods = headers.flatMap(({ id }) => this.periodsOf(id) ?? []);
    return (this.book = new ContractBook(revision, periods, this.book));
  }

  private async renewContracts(
    headers: readonly ContractHeader[],
    on: TermsReader,
    ensure: EnsureAccounts,
  ): Promise<void> {
    const changed = headers.filter(({ id, version }) => {
      return this.contracts.get(id)?.version !== version;
    });
    if (changed.length === 0) return;
    const ids = changed.map(({ id }) => id);
    const versions = Map.groupBy(await readVersions(on, ids), ({ contractId }) => contractId);
    const accounts = await ensure(changed.flatMap(settlementAccounts));
    changed.forEach((header, index) => {
      const first = index * ACCOUNT_ROLES.length;
      const own = accounts.slice(first, first + ACCOUNT_ROLES.length);
      const terms = (versions.get(header.id) ?? []).map((version) => ({
        ...version,
        terms: readTerms(version.terms),
      }));
      this.contracts.set(header.id, contractOf(header, terms, accountsOf(own)));
    });
  }

  private async renewClosures(on: TermsReader): Promise<void> {
    for (const closure of await readClosures(on, this.closedUpTo)) {
      const { contractId, periodStart, isClosed, revision } = closure;
      const starts = new Set(this.closed.get(contractId));
      if (isClosed) starts.add(periodStart);
      else starts.delete(periodStart);
      this.closed.set(contractId, starts);
      this.closedUpTo = revision;
    }
  }

  private async renewRates(on: TermsReader): Promise<void> {
    const mark = await readRateMark(on);
    if (mark === this.rateMark) return;
    this.rates = new PublishedRates(await readRates(on));
    this.rateMark = mark;
  }

  /** What is known of a contract's periods is kept where nothing that they rest on changed. */
  private periodsOf(id: string): ContractPeriods | null {
    const contract = this.contracts.get(id);
    if (!contract || contract.terms.versions.length === 0) return null;
    const closed = this.closed.get(id) ?? NOTHING_CLOSED;
    const known = this.book?.periodsOf(id);
    const sameRates = known?.rates === this.rates || !usesRates(contract);
    const same = known?.contract === contract && known.closed === closed && sameRates;
    return same ? known : new ContractPeriods(contract, this.rates, closed);
  }
}

const NOTHING_CLOSED: ReadonlySet<number> = new Set();

function contractOf(
  header: ContractHeader,
  versions: AccruingContract["terms"]["versions"],
  accounts: SettlementAccounts,
): AccruingContract {
  const { id, partnerId, currency, timeZone, version, lastDay } = header;
  const first = versions[0]?.effectiveFrom ?? NEVER;
  return {
    id,
    partnerId,
    currency,
    timeZone,
    version,
    startsAt: startOfDay(first, timeZone).getTime(),
    endsAt: lastDay ? startOfDay(addDays(lastDay, 1), timeZone).getTime() : Infinity,
    terms: { versions, lastDay },
    accounts,
  };
}

const NEVER = "9999-12-31";

function accountsOf(ids: readonly string[]): SettlementAccounts {
  const named = ACCOUNT_ROLES.map((role, index): [AccountRole, string] => [role, ids[index] ?? ""]);
  return Object.fromEntries(named) as SettlementAccounts;
}

function usesRates({ terms }: AccruingContract): boolean {
  return terms.versions.some(({ terms: { rateSource } }) => {
    return rateSource !== null && rateSource.kind !== "FIXED";
  });
}

/** Reads the contracts in force, for the posting lanes to accrue under. */
export function loadTermsBook(
  on: TermsReader,
  ensure: EnsureAccounts,
  shelf: TermsShelf = new TermsShelf(),
): Promise<ContractBook> {
  return shelf.load(on, ensure);
}
