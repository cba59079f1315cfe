import type { Clock } from "../clock.js";
import type { CallerDatabase } from "../database/caller-database.js";
import type { EventBus } from "../events/event-bus.js";
import type { Ids } from "../ids.js";
import type { Log } from "../log.js";
import type { Actor, Origin } from "./actor.js";
import type { AuditTrail } from "./audit-trail.js";
import type { Services } from "./services.js";

/** What every command needs to know of its surroundings; the first parameter of each use case. */
export interface CommandContext {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** As the actor may see it. */
  readonly database: CallerDatabase;
  readonly audit: AuditTrail;
  readonly events: EventBus;
  readonly services: Services;
}
