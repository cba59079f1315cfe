import { auditTrail } from "../audit/index.js";
import { hubSecret } from "../access/index.js";
import { systemActor, type Actor, type Origin } from "../shared/commands/actor.js";
import { Services } from "../shared/commands/services.js";
import { callerDatabase } from "../shared/database/caller-database.js";
import { poolSql } from "../shared/database/sql.js";
import { eventBus } from "../shared/events/event-bus.js";
import { signedCursors } from "../shared/graphql/cursor.js";
import { Loaders } from "../shared/graphql/loaders.js";
import { openVault, vaultService } from "../vault/index.js";
import { NodeRegistry } from "../shared/graphql/node-registry.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { CountedSql } from "./charge-operation.js";
import type { AppDeps } from "./deps.js";
import { nodeKinds } from "./schema.js";

/** Makes the context of each request, of each operation on a socket, and of the hub's own work. */
export type ContextMaker = (actor: Actor, origin: Origin) => RequestContext;

/** @param deps what the app is built from */
export async function contextMaker(deps: AppDeps): Promise<ContextMaker> {
  const { clock, ids, log, database } = deps;
  const sql = poolSql(database.pool);
  const { config: settings, keyProvider: provider } = deps;
  const vault = await openVault({ sql, ids, clock, settings, provider });
  const shared = {
    clock,
    ids,
    log,
    audit: auditTrail,
    events: eventBus(log),
    services: new Services().provide(vaultService, vault),
    cursors: signedCursors(await hubSecret(vault, sql, "cursors", clock.now())),
    nodes: new NodeRegistry(nodeKinds),
  };
  return (actor, origin) => {
    const seen = callerDatabase(database, actor.scope);
    return {
      ...shared,
      database: seen,
      sql: new CountedSql(poolSql(seen.pool)),
      actor,
      origin,
      scope: actor.scope,
      loaders: new Loaders(),
    };
  };
}

/** The same context with nothing read yet: for each event of a subscription. */
export function refreshed(ctx: RequestContext): RequestContext {
  return { ...ctx, loaders: new Loaders() };
}

/** The context of what the hub does by itself. @param part names it in the audit trail */
export function systemContext(make: ContextMaker, deps: AppDeps, part: string): RequestContext {
  const origin: Origin = { channel: "SYSTEM", requestId: deps.ids.next(), address: null };
  return make(systemActor(part), origin);
}
