import { DomainError } from "../shared/errors.js";

/** A rate's name: `USD in KRW of 2026-01-31 by "seoul-bank"`. */
export interface RateName {
  source: string;
  currency: string;
  quote: string;
  day: string;
}

type Path = readonly (string | number)[];

export class ExchangeRateNotFound extends DomainError {
  constructor(name: RateName) {
    super("EXCHANGE_RATE_NOT_FOUND", `There is no rate of ${named(name)}`, ["day"]);
  }
}

export class ExchangeRatePublished extends DomainError {
  constructor(name: RateName, rate: string, path: Path) {
    const message = `The rate of ${named(name)} is ${rate} already; correct it with a reason`;
    super("EXCHANGE_RATE_PUBLISHED", message, path);
  }
}

export class ExchangeRateInUse extends DomainError {
  constructor(name: RateName, contract: string) {
    const message =
      `Transactions under contract "${contract}" are settled by the rate of ${named(name)}; ` +
      "adjust the settlements instead";
    super("EXCHANGE_RATE_IN_USE", message, ["day"]);
  }
}

export class AllPartnersRequired extends DomainError {
  constructor() {
    super("FORBIDDEN", "Exchange rates are everyone's: this takes a key that sees all partners");
  }
}

function named({ source, currency, quote, day }: RateName): string {
  return `${currency} in ${quote} of ${day} by "${source}"`;
}
