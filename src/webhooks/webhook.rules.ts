import { InvalidInput } from "../shared/input.errors.js";

/** What a webhook tells of. */
export const WEBHOOK_EVENT_KINDS = ["TRANSACTION_POSTED", "BALANCE_CHANGED"] as const;
export type WebhookEventKind = (typeof WEBHOOK_EVENT_KINDS)[number];

/** The event's type as receivers see it. */
export const WEBHOOK_TYPES: Record<WebhookEventKind, string> = {
  TRANSACTION_POSTED: "transaction.posted",
  BALANCE_CHANGED: "balance.changed",
};

export const WEBHOOK_STATES = ["ACTIVE", "PAUSED"] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

export const MESSAGE_STATES = ["PENDING", "DELIVERED", "DEAD"] as const;
export type WebhookMessageState = (typeof MESSAGE_STATES)[number];

/** Times are milliseconds. */
export const WEBHOOK_LIMITS = {
  endpointsPerPartner: 10,
  urlCharacters: 2_048,
  descriptionCharacters: 200,
  /** Attempts of one message; then it is dead until somebody replays it. */
  attempts: 12,
  firstPauseMs: 5_000,
  longestPauseMs: 6 * 3_600_000,
  /** How long a receiver may take to answer. */
  answerMs: 10_000,
  /** A message whose sender died is tried again after this. */
  leaseMs: 60_000,
  /** Deliveries under way on one hub, and to one endpoint. */
  deliveries: 32,
  deliveriesPerEndpoint: 4,
  replayedAtOnce: 100,
  overlapHours: 7 * 24,
} as const;

/** What an endpoint may be. @throws InvalidInput */
export function assertKinds(kinds: readonly WebhookEventKind[]): void {
  if (kinds.length > 0 && new Set(kinds).size === kinds.length) return;
  throw new InvalidInput("Name the kinds of events, each once", ["eventKinds"]);
}

/** @throws InvalidInput */
export function assertDescription(text: string): void {
  const limit = WEBHOOK_LIMITS.descriptionCharacters;
  if (text.length > limit) {
    throw new InvalidInput(`A description has at most ${limit} characters`, ["description"]);
  }
}

/** Milliseconds before the attempt after this one: doubled each time, half of it by chance. */
export function pauseAfter(
  attempt: number,
  random: number,
  { firstPauseMs, longestPauseMs }: { firstPauseMs: number; longestPauseMs: number },
): number {
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1));
  return Math.round(pause * (0.5 + random / 2));
}
