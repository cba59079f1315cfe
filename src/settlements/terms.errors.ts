import { DomainError } from "../shared/errors.js";

/** Where in the terms a reason lies: field names and indexes. */
export type TermPath = readonly (string | number)[];

export class TooManyTerms extends DomainError {
  constructor(limit: number, path: TermPath) {
    super("TOO_MANY_TERMS", `There may be at most ${limit} here`, path);
  }
}

export class TermIdTaken extends DomainError {
  constructor(id: string, path: TermPath) {
    super("TERM_ID_TAKEN", `Another one is called "${id}"`, path);
  }
}

export class TermNotFound extends DomainError {
  constructor(what: "basis" | "clause", id: string, path: TermPath) {
    const where = what === "clause" ? "No clause before this one" : "No basis";
    super("TERM_NOT_FOUND", `${where} is called "${id}"`, path);
  }
}

export class EmptyBasis extends DomainError {
  constructor(why: string, path: TermPath) {
    super("EMPTY_BASIS", `Nothing would ever be counted: ${why}`, path);
  }
}

export class TiersHaveGap extends DomainError {
  constructor(end: string, start: string, path: TermPath) {
    super("TIERS_HAVE_GAP", `Nothing says what applies from ${end} to ${start}`, path);
  }
}

export class TiersOverlap extends DomainError {
  constructor(end: string, start: string, path: TermPath) {
    super("TIERS_OVERLAP", `Two tiers apply from ${start} to ${end}`, path);
  }
}

export class TiersNotAscending extends DomainError {
  constructor(path: TermPath) {
    super("TIERS_NOT_ASCENDING", "Tiers go upwards, and each ends above where it begins", path);
  }
}

export class RateAboveOne extends DomainError {
  constructor(rate: string, path: TermPath) {
    const message = `A rate of ${rate} is more than all of it; it needs consentToRateAboveOne`;
    super("RATE_ABOVE_ONE", message, path);
  }
}

export class InvalidRate extends DomainError {
  constructor(rate: string, path: TermPath) {
    const message = `"${rate.slice(0, 64)}" is not a rate from 0 with up to 8 decimals`;
    super("INVALID_RATE", message, path);
  }
}

export class InvalidTermAmount extends DomainError {
  constructor(text: string, path: TermPath) {
    const message = `"${text.slice(0, 64)}" is not an amount of this term, which is from 0 up`;
    super("INVALID_AMOUNT", message, path);
  }
}

export class UnknownTermCurrency extends DomainError {
  constructor(currency: string, path: TermPath) {
    const message = `"${currency.slice(0, 64)}" is not a currency that this hub knows`;
    super("UNKNOWN_CURRENCY", message, path);
  }
}

export class UnknownTimeZone extends DomainError {
  constructor(zone: string, path: TermPath) {
    super("UNKNOWN_TIME_ZONE", `"${zone.slice(0, 64)}" is not an IANA time zone`, path);
  }
}

export class ContradictoryTerms extends DomainError {
  constructor(message: string, path: TermPath) {
    super("CONTRADICTORY_TERMS", message, path);
  }
}

export class MissingExchangeRate extends DomainError {
  constructor(currency: string, settlementCurrency: string) {
    const message = `There is no rate of ${currency} in ${settlementCurrency} for this`;
    super("MISSING_EXCHANGE_RATE", message);
  }
}

export class PeriodNotFound extends DomainError {
  constructor(day: string) {
    super("PERIOD_NOT_FOUND", `No settlement period of the contract has the day ${day}`);
  }
}
