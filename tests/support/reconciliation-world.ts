import { createHash, randomUUID } from "node:crypto";
import { adapterFor } from "../../src/ingestion/adapters/index.js";
import { insertArrival, noteRaw } from "../../src/ingestion/arrival.queries.js";
import { evidenceService } from "../../src/ingestion/index.js";
import {
  importDocument,
  type DocumentResult,
  type ImportWork,
} from "../../src/ingestion/import-document.js";
import { readFile } from "../../src/ingestion/read-file.js";
import { recordTransactions, type PartnerTransaction } from "../../src/ledger/index.js";
import { ledgerService, openLedger, type LedgerService } from "../../src/ledger/index.js";
import { evidenceDesk, reconcileArrivals } from "../../src/reconciliation/index.js";
import type { NewBreak } from "../../src/reconciliation/break.queries.js";
import { changePolicy } from "../../src/reconciliation/begin-policy.js";
import { setRole } from "../../src/reconciliation/document-role.queries.js";
import {
  DEFAULT_POLICY,
  type DocumentRole,
  type PolicySettings,
} from "../../src/reconciliation/policy.rules.js";
import { loadTermsBook } from "../../src/settlements/index.js";
import { poolSql, transactionSql } from "../../src/shared/database/sql.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import { inPieces } from "./camt-documents.js";
import { openTestRooms, type TestRooms } from "./rooms.js";
import { person, testClock, type TestClock } from "./settlements.js";

/** A break as a test looks at it. */
export type SeenBreak = Pick<
  NewBreak,
  "subject" | "kind" | "day" | "differenceMinor" | "lineId" | "transactionId"
> & { id: string; state: string; fields: { field: string; difference: string }[]; cause: string };

const PARTNER = `
insert into partner (id, code, name, kind, state, synthetic, version, created_at)
values ($1, $2, $2, 'PAYMENT_VENDOR', 'ACTIVE', false, 1, now())`;

/** Ingestion, a ledger and reconciliation on a database of their own; time is the test's. */
export class ReconciliationWorld {
  private constructor(
    readonly rooms: TestRooms,
    readonly ledger: LedgerService,
    readonly clock: TestClock,
  ) {}

  static async start(now = "2026-06-01T12:00:00Z"): Promise<ReconciliationWorld> {
    const clock = testClock(now);
    const rooms = await openTestRooms(clock);
    const { database } = rooms;
    const ctx = rooms.as();
    const ids = uuidv7Ids(clock);
    const options = { database, clock, log: ctx.log, ids, jobs: false };
    const ledger = await openLedger({ ...options, loadTerms: loadTermsBook });
    ctx.services.provide(ledgerService, ledger);
    ctx.services.provide(evidenceService, evidenceDesk({ database, clock, ids }));
    return new ReconciliationWorld(rooms, ledger, clock);
  }

  get ctx() {
    return this.rooms.as(person("ann"));
  }

  get sql() {
    return poolSql(this.rooms.database.pool);
  }

  async partner(): Promise<string> {
    const id = randomUUID();
    await this.rooms.database.pool.query(PARTNER, [id, `p-${id}`]);
    return id;
  }

  /** How a partner is reconciled, by default without any grace. */
  async policy(partnerId: string, changes: Partial<PolicySettings> = {}): Promise<void> {
    const settings = { ...DEFAULT_POLICY, graceMinutes: 0, ...changes };
    const change = { partnerId, settings, followsLedger: true, changedBy: "a test" };
    const at = this.clock.now();
    await this.rooms.database.orm.em
      .fork()
      .transactional((em) => changePolicy(transactionSql(em), { ...change, changedAt: at }));
  }

  async role(partnerId: string, adapter: string, role: DocumentRole, account = "") {
    const by = { origin: "SET", reason: "a test", setBy: "a test" } as const;
    const row = { id: randomUUID(), partnerId, adapter, account, role, ...by };
    await setRole(this.sql, { ...row, setAt: this.clock.now() });
  }

  /** Imports a file as the hub does. */
  async import(
    partnerId: string,
    adapterName: string,
    content: string | Uint8Array,
    name = "file.xml",
  ): Promise<DocumentResult> {
    const { ctx, sql } = this;
    const adapter = adapterFor(adapterName);
    const bytes = Buffer.from(content);
    const sha256 = createHash("sha256").update(bytes).digest();
    const at = this.clock.now();
    const kept = { sha256, sizeBytes: bytes.length, compression: "NONE", bytes } as const;
    await noteRaw(sql, { ...kept, isDocument: true }, at);
    const arrivalId = ctx.ids.next();
    const arrival = { id: arrivalId, rawSha256: sha256, partnerId, adapter: adapterName, name, at };
    await insertArrival(sql, { ...arrival, actor: ctx.actor, origin: ctx.origin });
    const work: ImportWork = {
      sql,
      clock: this.clock,
      ids: ctx.ids,
      adapter,
      check: null,
      arrivalId,
      partnerId,
      evidence: ctx.services.use(evidenceService),
      post: (transactions) => recordTransactions(this.ledger, transactions),
    };
    return importDocument(work, await readFile(adapter, { name, bytes: inPieces(bytes) }));
  }

  async record(transactions: PartnerTransaction[]): Promise<void> {
    const { outcomes } = await recordTransactions(this.ledger, transactions);
    const refused = outcomes.flat().find(({ status }) => status === "REFUSED");
    if (refused) throw new Error(JSON.stringify(refused));
  }

  /** Follows both sides to their ends. */
  reconcile(): Promise<void> {
    return reconcileArrivals({ ...this.ctx, database: this.rooms.database });
  }

  async breaks(partnerId: string, state = "OPEN"): Promise<SeenBreak[]> {
    return this.sql.rows(
      `select b.id, b.subject, b.kind, b.state, to_char(b.day, 'YYYY-MM-DD') as day, b.fields,
         b.difference_minor as "differenceMinor", b.line_id as "lineId",
         b.transaction_id as "transactionId", g.cause
       from reconciliation_break b left join break_group g on g.id = b.group_id
       where b.partner_id = $1 and b.state = $2 order by b.subject, b.day, b.kind, b.id`,
      [partnerId, state],
    );
  }

  /** How many pairs or groups are in each state. */
  async matches(partnerId: string): Promise<Record<string, number>> {
    const rows = await this.sql.rows<{ state: string; count: number }>(
      `select state, count(distinct coalesce(group_id, line_id, transaction_id))::int as count
       from reconciliation_match where partner_id = $1 group by 1`,
      [partnerId],
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  /** How many items of a side wait. */
  async waiting(partnerId: string, side: "OURS" | "THEIRS"): Promise<number> {
    const [row] = await this.sql.rows<{ count: number }>(
      "select count(*)::int as count from open_item where partner_id = $1 and side = $2",
      [partnerId, side],
    );
    return row?.count ?? 0;
  }

  async close(): Promise<void> {
    await this.ledger.close();
    await this.rooms.close();
  }
}
