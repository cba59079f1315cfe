/** A fact, in the past tense. What it holds must be plain values, dates and bigints. */
export interface DomainEvent {
  readonly name: string;
}
