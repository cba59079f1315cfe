import type { AccrualPeriod, AccrualPlace, Countable, TermsBook } from "../ledger/index.js";
import { CurrencyPlaces } from "./accrual-place.rules.js";
import type { ContractPeriods } from "./contract-periods.rules.js";

/** The contracts of all partners as of a revision, found by whatever is asked of them. */
export class ContractBook implements TermsBook {
  private readonly byId = new Map<string, ContractPeriods>();
  /** By partner, then by currency. */
  private readonly places = new Map<string, Map<string, CurrencyPlaces[]>>();

  /** @param before another revision's book, whose places are kept where nothing has changed */
  constructor(
    readonly revision: bigint,
    contracts: readonly ContractPeriods[],
    before?: ContractBook,
  ) {
    for (const periods of contracts) {
      this.byId.set(periods.contract.id, periods);
      for (const currency of currenciesOf(periods)) {
        const known = before?.knownPlaces(periods, currency);
        this.shelve(periods, currency, known ?? new CurrencyPlaces(periods, currency));
      }
    }
  }

  private knownPlaces(periods: ContractPeriods, currency: string): CurrencyPlaces | undefined {
    const places = this.places.get(periods.contract.partnerId)?.get(currency);
    return places?.find((each) => each.periods === periods);
  }

  private shelve({ contract }: ContractPeriods, currency: string, places: CurrencyPlaces): void {
    const ofPartner = this.places.get(contract.partnerId) ?? new Map<string, CurrencyPlaces[]>();
    this.places.set(contract.partnerId, ofPartner);
    const ofCurrency = ofPartner.get(currency);
    if (ofCurrency) ofCurrency.push(places);
    else ofPartner.set(currency, [places]);
  }

  private find({ partnerId, currency, occurredAt }: Countable): CurrencyPlaces | undefined {
    if (partnerId === null) return undefined;
    const places = this.places.get(partnerId)?.get(currency);
    return places?.find((each) => each.covers(occurredAt));
  }

  /** @throws PeriodNotFound */
  accrualOf(countable: Countable): AccrualPlace | null {
    return this.find(countable)?.placeOf(countable) ?? null;
  }

  countedPlace(countable: Countable & { countedIn: number }): AccrualPlace | null {
    const places = this.find(countable);
    const period = places?.periods.mayHaveCountedIn(countable);
    return (places && period && places.placeIn(period, countable.occurredAt)) ?? null;
  }

  periodOf(contractId: string, periodStart: number): AccrualPeriod | null {
    return this.byId.get(contractId)?.startingAt(periodStart) ?? null;
  }

  /** A contract's periods; null where there is no such contract. */
  periodsOf(contractId: string): ContractPeriods | null {
    return this.byId.get(contractId) ?? null;
  }

  contracts(): readonly ContractPeriods[] {
    return [...this.byId.values()];
  }
}

/** What a contract counts in: what it is settled in, and what any of its versions has rates for. */
function currenciesOf({ contract: { terms, currency } }: ContractPeriods): Set<string> {
  const currencies = new Set([currency]);
  for (const { terms: own } of terms.versions) {
    const source = own.rateSource;
    if (source === null) continue;
    const named =
      source.kind === "FIXED" ? source.rates.map((each) => each.currency) : source.currencies;
    for (const each of named) currencies.add(each);
  }
  return currencies;
}
