import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../shared/clock.js";
import type { Database } from "../shared/database/database.js";
import { poolSql } from "../shared/database/sql.js";
import type { Ids } from "../shared/ids.js";
import type { Log } from "../shared/log.js";
import { periodically } from "../shared/periodic.js";
import { WebhookDeliveries, type DeliveryLimits } from "./deliver-webhooks.js";
import { feedWebhooks } from "./feed-webhooks.js";
import { isFeedBehind } from "./webhook-feed.queries.js";
import { WEBHOOK_LIMITS } from "./webhook.rules.js";
import type { WebhookService } from "./webhook-service.js";

/** Between two looks at the log and at what is due. */
const LOOK_MS = 200;
/** Between two rounds of deliveries. */
const BREATH_MS = 10;
const AFTER_FAILURE_MS = 1_000;

export interface WebhookOptions {
  database: Database;
  clock: Clock;
  ids: Ids;
  log: Log;
  /** What the endpoints' secrets are derived from. */
  hubKey: Buffer;
  toPrivate: boolean;
  /** Whether this hub delivers; several may, each message is one's alone. */
  jobs: boolean;
  limits?: Partial<DeliveryLimits>;
}

/** The room's service, and the end of its work. */
export interface OpenWebhooks extends WebhookService {
  /** Lets the deliveries under way end. */
  close(): Promise<void>;
}

/** Begins to make the log into messages and to deliver them. */
export async function openWebhooks(options: WebhookOptions): Promise<OpenWebhooks> {
  const { database, clock, ids, log, hubKey, toPrivate } = options;
  const sql = poolSql(database.pool);
  const service = { hubKey, toPrivate };
  if (!options.jobs) return { ...service, close: () => Promise.resolve() };
  const limits = { ...WEBHOOK_LIMITS, ...options.limits };
  const deliveries = new WebhookDeliveries({ sql, clock, log, service, limits });
  const troubled = (what: string) => (err: unknown) => log.warn({ err }, what);
  const feeding = periodically(
    LOOK_MS,
    async () => {
      while (await isFeedBehind(sql)) await feedWebhooks(database, ids);
    },
    troubled("webhooks cannot be made of the log; trying again"),
  );
  const delivering = periodically(
    BREATH_MS,
    async () => {
      const began = await deliveries.begin().catch(async (err: unknown) => {
        troubled("webhooks cannot be delivered; trying again")(err);
        await wait(AFTER_FAILURE_MS);
        return 0;
      });
      if (began === 0) await Promise.race([wait(LOOK_MS), deliveries.nextEnd]);
    },
    troubled("webhooks cannot be delivered; trying again"),
  );
  return {
    ...service,
    async close() {
      await Promise.all([feeding.stop(), delivering.stop()]);
      await deliveries.settled();
    },
  };
}
