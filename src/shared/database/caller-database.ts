import type { EntityManager } from "@mikro-orm/postgresql";
import type pg from "pg";
import type { PartnerScope } from "../commands/actor.js";
import type { Database } from "./database.js";
import { preparedTexts } from "./prepared-texts.js";
import { actAsHub, beginForPartners, limitToPartners } from "./session-role.queries.js";
import { transactionSql, type Queryable } from "./sql.js";

/**
 * The database as a caller may see it. Postgres itself keeps one who is limited to partners to
 * their rows, so that a forgotten condition shows nothing; see docs/security-limits.md.
 */
export interface CallerDatabase {
  /** The partners that it is limited to; null for all. What is told live keeps to it, too. */
  readonly scope: PartnerScope;
  /** Statements of *.queries.ts, each for itself. */
  readonly pool: Queryable;
  /** Begins a transaction's part that only sees what the caller may; `hubAgain` ends it. */
  limit(em: EntityManager): Promise<void>;
  /** From here on the transaction keeps the hub's own books: claims, facts, the audit trail. */
  hubAgain(em: EntityManager): Promise<void>;
  /**
   * The database as the hub itself sees it, all of it: for what is no caller's business. Whoever
   * names it in a room is listed, with the reason, in the house rules.
   */
  readonly hub: Database;
}

/** @param scope the partners whose rows the caller may see, null for all */
export function callerDatabase(database: Database, scope: PartnerScope): CallerDatabase {
  return scope === null ? unlimited(database) : limited(database, scope);
}

const unlimitedOf = new WeakMap<Database, CallerDatabase>();

/** Costs nothing: the statements go where the hub's own go. */
function unlimited(hub: Database): CallerDatabase {
  let made = unlimitedOf.get(hub);
  if (!made) {
    const nothing = async (): Promise<void> => undefined;
    made = { scope: null, pool: prepared(hub.pool), limit: nothing, hubAgain: nothing, hub };
    unlimitedOf.set(hub, made);
  }
  return made;
}

function prepared(pool: pg.Pool): Queryable {
  return { query: (text, values = []) => preparedTexts.run(pool, text, values) };
}

function limited(hub: Database, scope: readonly string[]): CallerDatabase {
  return {
    scope,
    pool: new LimitedPool(hub.pool, scope),
    limit: (em) => limitToPartners(transactionSql(em), scope),
    hubAgain: (em) => actAsHub(transactionSql(em)),
    hub,
  };
}

/** Each statement in a transaction of its own: the scope ends with it, whatever happens. */
class LimitedPool implements Queryable {
  constructor(
    private readonly pool: pg.Pool,
    private readonly scope: readonly string[],
  ) {}

  async query<Row extends pg.QueryResultRow>(
    text: string,
    values: unknown[] = [],
  ): Promise<{ rows: Row[] }> {
    const client = await this.pool.connect();
    let failure: Error | undefined;
    try {
      await client.query(beginForPartners(this.scope));
      const result = await preparedTexts.run<Row>(client, text, values);
      await client.query("commit");
      return result;
    } catch (error) {
      // A connection whose transaction could not be ended is not given to anybody else.
      await client.query("rollback").catch((broken: Error) => (failure = broken));
      throw error;
    } finally {
      client.release(failure);
    }
  }
}
