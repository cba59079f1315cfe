import { setTimeout as wait } from "node:timers/promises";
import { postTransfers } from "../../src/ledger/index.js";
import { openWebhooks, type OpenWebhooks } from "../../src/webhooks/index.js";
import { createWebhookEndpoint } from "../../src/webhooks/create-webhook-endpoint.js";
import type { DeliveryLimits } from "../../src/webhooks/deliver-webhooks.js";
import type { WebhookEventKind } from "../../src/webhooks/webhook.rules.js";
import { webhookService } from "../../src/webhooks/index.js";
import { createPartner } from "../../src/partners/index.js";
import { systemClock } from "../../src/shared/clock.js";
import { openDatabase } from "../../src/shared/database/database.js";
import { entities } from "../../src/app/entities.js";
import { contextMaker } from "../../src/app/context.js";
import { systemActor } from "../../src/shared/commands/actor.js";
import { readConfig } from "../../src/shared/config/read-config.js";
import type { RequestContext } from "../../src/shared/graphql/request-context.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import { startLedger } from "./ledger.js";
import { TEST_KEY, testDatabase } from "./postgres.js";
import { recordingLog } from "./recording-log.js";

/** Attempts that follow each other at once. */
const QUICK: Partial<DeliveryLimits> = { firstPauseMs: 5, longestPauseMs: 50, attempts: 4 };

/** A ledger that posts, partners, and hubs that deliver webhooks. */
export class WebhookWorld {
  #partners = 0;
  #moves = 0;
  readonly #hubs: OpenWebhooks[] = [];

  private constructor(
    readonly ctx: RequestContext,
    readonly ledger: Awaited<ReturnType<typeof startLedger>>,
    private readonly url: string,
    private readonly closing: AsyncDisposableStack,
  ) {}

  static async start(): Promise<WebhookWorld> {
    const closing = new AsyncDisposableStack();
    const own = await testDatabase();
    closing.defer(() => own.close());
    const database = await openDatabase({ url: own.url, entities });
    closing.defer(() => database.close());
    const ledger = await startLedger(own.url);
    closing.defer(() => ledger.database.close());
    closing.defer(() => ledger.engine.stop());
    const ids = uuidv7Ids(systemClock);
    const config = { ...readConfig({}, []), keys: TEST_KEY };
    const { log } = recordingLog();
    const deps = { config, database, redis: undefined, clock: systemClock, ids, log };
    const make = await contextMaker({ ...deps, announce: () => undefined });
    const origin = { channel: "SYSTEM", requestId: "a test", address: null } as const;
    const world = new WebhookWorld(make(systemActor("test"), origin), ledger, own.url, closing);
    const service = await world.hub({ jobs: false });
    world.ctx.services.provide(webhookService, service);
    return world;
  }

  /** One more hub, with a database connection of its own. */
  async hub(options: { jobs?: boolean; limits?: Partial<DeliveryLimits> } = {}) {
    const { jobs = true, limits = {} } = options;
    const database = await openDatabase({ url: this.url, entities });
    const { clock, ids, log } = this.ctx;
    const hubKey = Buffer.alloc(32, 1);
    const parts = { database, clock, ids, log, jobs, hubKey, toPrivate: true };
    const webhooks = await openWebhooks({ ...parts, limits: { ...QUICK, ...limits } });
    this.#hubs.push(webhooks);
    this.closing.defer(async () => {
      await webhooks.close();
      await database.close();
    });
    return webhooks;
  }

  /** A partner with two accounts and an endpoint. */
  async partner(url: string, eventKinds: WebhookEventKind[] = ["BALANCE_CHANGED"]) {
    const code = `partner-${(this.#partners += 1)}`;
    const partner = await createPartner(this.ctx, { code, name: code, kind: "GAME_PROVIDER" });
    const spec = { partnerId: partner.id, currency: "KRW", normalSide: "CREDIT" as const };
    const accountIds = await this.ledger.accounts.ensure(
      ["ONE", "TWO"].map((purpose) => ({ ...spec, purpose, reference: code })),
    );
    const input = { partnerId: partner.id, url, eventKinds };
    const { endpoint, secret } = await createWebhookEndpoint(this.ctx, input);
    return { partnerId: partner.id, accountIds, endpointId: endpoint.id, secret: secret ?? "" };
  }

  /** Moves money from a partner's first account to the second; each move changes both. */
  async move({ partnerId, accountIds }: { partnerId: string; accountIds: string[] }, times = 1) {
    for (let left = times; left > 0; left--) {
      await postTransfers(this.ledger, [
        {
          partnerId,
          externalId: `move ${(this.#moves += 1)}`,
          debitAccountId: accountIds[0] ?? "",
          creditAccountId: accountIds[1] ?? "",
          amountMinor: 1n,
          currency: "KRW",
          code: "TEST",
          occurredAt: new Date(),
        },
      ]);
    }
  }

  /** How many messages of an endpoint are in a state. */
  async count(endpointId: string, state: string): Promise<number> {
    const [row] = await this.ctx.sql.rows<{ count: number }>(
      "select count(*)::int as count from webhook_message where endpoint_id = $1 and state = $2",
      [endpointId, state],
    );
    return row?.count ?? 0;
  }

  /** Waits until so many messages of an endpoint are in a state. */
  async until(endpointId: string, state: string, count: number): Promise<void> {
    while ((await this.count(endpointId, state)) !== count) await wait(10);
  }

  close(): Promise<void> {
    return this.closing.disposeAsync();
  }
}
