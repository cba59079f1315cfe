import type { Actor, Origin } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { GatheredUpload } from "./gather-upload.js";

/** Notes bytes that arrived; the same bytes are noted once. */
export async function noteRaw(sql: Sql, upload: GatheredUpload, at: Date): Promise<void> {
  const { sha256, sizeBytes, compression } = upload;
  const [known] = await sql.rows("select from raw_document where sha256 = $1", [sha256]);
  if (known) return;
  await sql.rows(
    `insert into raw_document (sha256, size_bytes, compression, stored_at)
     values ($1, $2, $3, $4) on conflict do nothing`,
    [sha256, sizeBytes, compression, at],
  );
}

/** That bytes arrived: for whom, under which name, by whom and how. */
export interface Arrival {
  id: string;
  rawSha256: Buffer;
  partnerId: string;
  adapter: string;
  name: string;
  actor: Actor;
  origin: Origin;
  at: Date;
}

export async function insertArrival(sql: Sql, arrival: Arrival): Promise<void> {
  const { id, rawSha256, partnerId, adapter, name, actor, origin, at } = arrival;
  await sql.rows(
    `insert into arrival (id, raw_sha256, partner_id, adapter, name, actor_kind, actor_id,
       actor_name, channel, address, request_id, arrived_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      rawSha256,
      partnerId,
      adapter,
      name,
      actor.kind,
      actor.id,
      actor.name,
      origin.channel,
      origin.address,
      origin.requestId,
      at,
    ],
  );
}
