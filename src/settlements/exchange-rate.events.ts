import type { DomainEvent } from "../shared/events/domain-event.js";

export interface RateFact {
  readonly currency: string;
  readonly quote: string;
  readonly rate: string;
}

export class ExchangeRatesPublished implements DomainEvent {
  readonly name = "ExchangeRatesPublished";
  constructor(
    readonly source: string,
    readonly day: string,
    readonly rates: readonly RateFact[],
  ) {}
}

export class ExchangeRateCorrected implements DomainEvent {
  readonly name = "ExchangeRateCorrected";
  constructor(
    readonly source: string,
    readonly day: string,
    readonly before: RateFact,
    readonly rate: string,
    readonly reason: string,
  ) {}
}
