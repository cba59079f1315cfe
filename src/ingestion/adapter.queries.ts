import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";

/** A definition as it was drafted. */
export interface AdapterVersion {
  adapter: string;
  version: number;
  definition: object;
  note: string;
  draftedBy: string;
  draftedAt: Date;
}

const VERSION = `adapter, version, definition, note, drafted_by as "draftedBy",
  drafted_at as "draftedAt"`;

/** Two drafts of one adapter at once get numbers one after the other. */
export async function insertAdapterVersion(
  sql: Sql,
  id: string,
  draft: Omit<AdapterVersion, "version">,
): Promise<AdapterVersion> {
  const { adapter, definition, note, draftedBy, draftedAt } = draft;
  await sql.rows("select pg_advisory_xact_lock(hashtext('adapter ' || $1))", [adapter]);
  const [row] = await sql.rows<{ version: number }>(
    `insert into adapter_version (id, adapter, version, definition, note, drafted_by, drafted_at)
     values ($1, $2, coalesce((select max(version) from adapter_version where adapter = $2), 0) + 1,
       $3, $4, $5, $6)
     returning version`,
    [id, adapter, JSON.stringify(definition), note, draftedBy, draftedAt],
  );
  return { ...draft, version: row?.version ?? 1 };
}

/** All versions of an adapter, or of all, the newest first. */
export function adapterVersions(sql: Sql, adapter: string | null): Promise<AdapterVersion[]> {
  return sql.rows(
    `select ${VERSION} from adapter_version where $1::text is null or adapter = $1
     order by adapter, version desc limit 1000`,
    [adapter],
  );
}

/** One version of an adapter; the newest where none is named. */
export async function adapterVersion(
  sql: Sql,
  adapter: string,
  version: number | null,
): Promise<AdapterVersion | null> {
  const [row] = await sql.rows<AdapterVersion>(
    `select ${VERSION} from adapter_version
     where adapter = $1 and ($2::integer is null or version = $2) order by version desc limit 1`,
    [adapter, version],
  );
  return row ?? null;
}

/** That an adapter became the one of a source. */
export interface AdapterActivation {
  id: string;
  partnerId: string;
  adapter: string;
  /** Null for one that comes with the hub. */
  version: number | null;
  reason: string;
  rollsBack: string | null;
  activatedBy: string;
  activatedAt: Date;
}

export async function insertActivation(sql: Sql, activation: AdapterActivation): Promise<void> {
  const { id, partnerId, adapter, version, reason, rollsBack } = activation;
  const { activatedBy, activatedAt } = activation;
  await sql.rows(
    `insert into adapter_activation (id, partner_id, adapter, version, reason, rolls_back,
       activated_by, activated_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, partnerId, adapter, version, reason, rollsBack, activatedBy, activatedAt],
  );
}

/** What was active at a source, the newest first; the first one is. */
export function activationsOf(sql: Sql, partnerId: string): Promise<AdapterActivation[]> {
  return sql.rows(
    `select id, partner_id as "partnerId", adapter, version, reason, rolls_back as "rollsBack",
       activated_by as "activatedBy", activated_at as "activatedAt"
     from adapter_activation where partner_id = $1 order by id desc limit 1000`,
    [partnerId],
  );
}

/** An upload as it is kept, and what it came for. */
export interface KeptArrival {
  arrivalId: string;
  partnerId: string;
  /** The adapter for which it came. */
  adapter: string;
  name: string;
  sha256: Buffer;
  sizeBytes: string;
  compression: "NONE" | "GZIP";
  sealed: Buffer | null;
  /** As it was written before there were keys. */
  plain: Buffer | null;
}

/** The kept upload in which a document first came; null where the actor may not see it. */
export async function arrivalOfDocument(
  sql: Sql,
  scope: PartnerScope,
  documentId: string,
): Promise<KeptArrival | null> {
  const [row] = await sql.rows<KeptArrival>(
    `select arrival.id as "arrivalId", arrival.partner_id as "partnerId", arrival.adapter,
       arrival.name, raw.sha256, raw.size_bytes as "sizeBytes", raw.compression,
       raw.bytes as plain, content.sealed
     from document join arrival on arrival.id = document.arrival_id
       join raw_document raw on raw.sha256 = arrival.raw_sha256
       left join raw_content content
         on content.sha256 = raw.sha256 and content.partner_id = arrival.partner_id
     where document.id = $1 and ($2::uuid[] is null or document.partner_id = any($2))`,
    [documentId, scope],
  );
  return row ?? null;
}
