import type { Clock } from "../shared/clock.js";
import type { Sql } from "../shared/database/sql.js";
import type { Log } from "../shared/log.js";
import { sendWebhook } from "./send-webhook.js";
import {
  claimMessages,
  finishAttempt,
  type Attempt,
  type ClaimedMessage,
} from "./webhook-delivery.queries.js";
import { pauseAfter, type WEBHOOK_LIMITS } from "./webhook.rules.js";
import { secretsOf, type WebhookService } from "./webhook-service.js";
import { signatureHeader } from "./webhook-signature.js";

/** How hard, how often and how long messages are delivered. */
export type DeliveryLimits = {
  -readonly [Name in keyof typeof WEBHOOK_LIMITS]: number;
};

export interface DeliveryOptions {
  sql: Sql;
  clock: Clock;
  log: Log;
  service: WebhookService;
  limits: DeliveryLimits;
}

/** Delivers messages, several at a time; each is this hub's alone while it is under way. */
export class WebhookDeliveries {
  readonly #underWay = new Set<Promise<void>>();
  readonly #byEndpoint = new Map<string, number>();
  #ended: PromiseWithResolvers<void> = Promise.withResolvers();

  constructor(private readonly options: DeliveryOptions) {}

  /** Begins to deliver what is due and fits; answers how many. */
  async begin(): Promise<number> {
    const { sql, limits } = this.options;
    const room = limits.deliveries - this.#underWay.size;
    if (room <= 0) return 0;
    const perEndpoint = limits.deliveriesPerEndpoint;
    const busy = [...this.#byEndpoint].filter(([, count]) => count >= perEndpoint);
    const { leaseMs } = limits;
    const claimed = await claimMessages(sql, {
      messages: room,
      perEndpoint,
      leaseMs,
      busy: busy.map(([id]) => id),
    });
    for (const message of claimed) this.#start(message);
    return claimed.length;
  }

  /** Resolves when one of those under way has ended. */
  get nextEnd(): Promise<void> {
    return this.#ended.promise;
  }

  /** Resolves when none is under way. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  #start(message: ClaimedMessage): void {
    const { endpointId } = message;
    this.#count(endpointId, 1);
    const delivery = this.#deliver(message).finally(() => {
      this.#underWay.delete(delivery);
      this.#count(endpointId, -1);
      this.#ended.resolve();
      this.#ended = Promise.withResolvers();
    });
    this.#underWay.add(delivery);
  }

  #count(endpointId: string, change: number): void {
    const count = (this.#byEndpoint.get(endpointId) ?? 0) + change;
    if (count > 0) this.#byEndpoint.set(endpointId, count);
    else this.#byEndpoint.delete(endpointId);
  }

  async #deliver(message: ClaimedMessage): Promise<void> {
    const { sql, clock, log } = this.options;
    const at = clock.now();
    const began = performance.now();
    const result = await this.#send(message, at);
    const durationMs = Math.round(performance.now() - began);
    const outcome = this.#outcomeOf(message, result.status);
    try {
      await finishAttempt(sql, { messageId: message.id, at, durationMs, ...result, outcome });
    } catch (err) {
      // Its lease runs out, and it is delivered once more.
      log.warn({ err, messageId: message.id }, "an attempt of a webhook could not be kept");
    }
  }

  async #send(
    { id, endpointId, url, body, ...secret }: ClaimedMessage,
    at: Date,
  ): Promise<Pick<Attempt, "status" | "failure">> {
    const { service, limits } = this.options;
    const timestamp = Math.floor(at.getTime() / 1_000);
    const messageId = `whm_${id.replaceAll("-", "")}`;
    const secrets = secretsOf(service, { id: endpointId, ...secret }, at);
    const headers = {
      "content-type": "application/json",
      "user-agent": "Tutti-Webhooks/1",
      "webhook-id": messageId,
      "webhook-timestamp": String(timestamp),
      "webhook-signature": signatureHeader(secrets, { id: messageId, timestamp, body }),
    };
    const { toPrivate } = service;
    const request = { url, headers, body, timeoutMs: limits.answerMs, toPrivate };
    return sendWebhook(request).then(
      (status) => ({ status, failure: null }),
      (error: unknown) => ({ status: null, failure: reasonOf(error) }),
    );
  }

  #outcomeOf({ attempts }: ClaimedMessage, status: number | null): Attempt["outcome"] {
    const { limits } = this.options;
    if (status !== null && status >= 200 && status < 300) return "DELIVERED";
    if (attempts >= limits.attempts) return "DEAD";
    return { pauseMs: pauseAfter(attempts, Math.random(), limits) };
  }
}

/** Short, and nothing of what a receiver says. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "TimeoutError" || error.name === "AbortError") return "no answer in time";
  const code: unknown = Reflect.get(error, "code");
  return (typeof code === "string" ? code : error.message).slice(0, 200);
}
