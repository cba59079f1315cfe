import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { entities } from "../../src/app/entities.js";
import { evidenceDesk, reconcileArrivals } from "../../src/reconciliation/index.js";
import { beginPolicy } from "../../src/reconciliation/begin-policy.js";
import { setRole } from "../../src/reconciliation/document-role.queries.js";
import { systemClock } from "../../src/shared/clock.js";
import { openDatabase } from "../../src/shared/database/database.js";
import { poolSql } from "../../src/shared/database/sql.js";
import { eventBus } from "../../src/shared/events/event-bus.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import { createLog } from "../../src/shared/log.js";
import type { BenchContext } from "../harness/bench.js";
import { FILL, FILL_FROM, statementOf, type Planted } from "./planted.js";

/** A break as it was found: what, and of which payment. */
export interface FoundBreak {
  kind: Planted;
  reference: string;
}

/** A partner with transactions and statements, and the room that holds them together. */
export class BenchReconciliation {
  private readonly partnerId = randomUUID();
  private readonly ids = uuidv7Ids(systemClock);

  private constructor(
    private readonly admin: pg.Client,
    private readonly database: Awaited<ReturnType<typeof openDatabase>>,
  ) {}

  static async open(
    context: Pick<BenchContext, "defer">,
    { url, adminUrl }: { url: string; adminUrl: string },
  ): Promise<BenchReconciliation> {
    const database = await openDatabase({ url, entities, statementTimeoutMs: 600_000 });
    const named = new URL(adminUrl);
    named.pathname = new URL(url).pathname;
    const admin = new pg.Client({ connectionString: named.href });
    await admin.connect();
    context.defer(async () => {
      await admin.end();
      await database.close();
    });
    const world = new BenchReconciliation(admin, database);
    await world.begin();
    return world;
  }

  private async begin(): Promise<void> {
    const { database, ids, partnerId } = this;
    await this.admin.query(
      `insert into partner (id, code, name, kind, state, synthetic, version, created_at)
       values ($1, 'bench', 'bench', 'PAYMENT_VENDOR', 'ACTIVE', false, 1, now())`,
      [partnerId],
    );
    await beginPolicy({ database, ids, clock: systemClock }, partnerId, true);
    await this.admin.query(
      `update reconciliation_policy set settings = settings || '{"graceMinutes": 0}'`,
    );
    const by = { origin: "SET", reason: "bench", setBy: "bench", setAt: new Date() } as const;
    const role = {
      id: ids.next(),
      partnerId,
      adapter: "bench",
      account: "",
      role: "MATCH",
    } as const;
    await setRole(poolSql(database.pool), { ...role, ...by });
  }

  /** Our side, in the ledger and its log. */
  async fill(count: number): Promise<void> {
    const { admin } = this;
    await admin.query(FILL, [this.partnerId, count, FILL_FROM]);
    await admin.query(
      `insert into block (lane, sequence, posted_at, first_id, last_id, transactions, transfers,
         previous_hash, hash)
       select lane, block, min(posted_at), min(id::text)::uuid, max(id::text)::uuid, count(*), 0,
         '', '' from transaction group by lane, block`,
    );
    await admin.query(
      `insert into lane (id, sequence, hash) select 0, max(sequence), '' from block`,
    );
    await admin.query("analyze transaction");
  }

  /** Their side: one statement. */
  async state(day: string, lines: Parameters<typeof statementOf>[1]): Promise<void> {
    const { database, ids, partnerId } = this;
    const documentId = await this.document(day);
    const desk = evidenceDesk({ database, ids, clock: systemClock });
    const documents = [statementOf(day, lines)];
    const sorted = await desk.sort({ partnerId, adapter: "bench", documents });
    await sorted.keep(documentId);
  }

  private async document(name: string): Promise<string> {
    const [sha256, arrival, id] = [randomBytes(32), randomUUID(), randomUUID()];
    const { admin, partnerId } = this;
    await admin.query("insert into raw_document values ($1, 0, 'NONE', '', now())", [sha256]);
    await admin.query(
      `insert into arrival (id, raw_sha256, partner_id, adapter, name, actor_kind, actor_id,
         actor_name, channel, request_id, arrived_at)
       values ($1, $2, $3, 'bench', $4, 'SYSTEM', '', '', 'SYSTEM', '', now())`,
      [arrival, sha256, partnerId, name],
    );
    await admin.query(
      `insert into document (id, partner_id, adapter, sha256, arrival_id, name, state, received_at)
       values ($1, $2, 'bench', $3, $4, $5, 'POSTED', now())`,
      [id, partnerId, sha256, arrival, name],
    );
    return id;
  }

  /** Holds both sides against each other, from what is stored to the last break. */
  async reconcile(): Promise<void> {
    const { database, ids } = this;
    const log = createLog({ level: "warn", stream: process.stderr });
    await reconcileArrivals({ database, ids, clock: systemClock, events: eventBus(log) });
  }

  async breaks(): Promise<FoundBreak[]> {
    const { rows } = await this.admin.query<FoundBreak>(
      `select case b.kind when 'MISMATCHED' then upper(b.fields->0->>'field') else b.kind end
           as kind, coalesce(l.reference, t.reference) as reference
       from reconciliation_break b left join statement_line l on l.id = b.line_id
         left join transaction t on t.id = b.transaction_id
       where b.state <> 'RESOLVED'`,
    );
    return rows;
  }

  async matched(): Promise<number> {
    const { rows } = await this.admin.query<{ count: string }>(
      "select count(*) from reconciliation_match where state like 'MATCHED%'",
    );
    return Number(rows[0]?.count);
  }
}
