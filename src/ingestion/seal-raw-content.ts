import type { Sql } from "../shared/database/sql.js";
import { countSealed, hasPlainRow, type Place } from "../vault/index.js";
import type { SealedStore, Vault } from "../vault/index.js";
import {
  clearPlainContent,
  contentsUnder,
  hasContent,
  insertContent,
  plainContents,
  replaceContent,
} from "./raw-content.queries.js";

/** Bytes of a partner as they arrived, or compressed. */
export interface ArrivedContent {
  sha256: Buffer;
  partnerId: string;
  bytes: Buffer;
}

/** Keeps bytes sealed with their partner's key, once for each partner; they are found by hash. */
export async function keepContent(
  vault: Vault,
  sql: Sql,
  { sha256, partnerId, bytes }: ArrivedContent,
  at: Date,
): Promise<void> {
  if (await hasContent(sql, sha256, partnerId)) return;
  const place = placeOf(sha256, partnerId);
  const sealed = await vault.seal(sql, `partner:${partnerId}`, place, bytes);
  await insertContent(sql, { sha256, partnerId, ...sealed }, at);
}

/** The bytes as they were kept; null when they were erased or removed. */
export async function openContent(
  vault: Vault,
  sql: Sql,
  { sha256, partnerId, sealed }: { sha256: Buffer; partnerId: string; sealed: Buffer | null },
): Promise<Buffer | null> {
  if (!sealed) return null;
  const [bytes] = await vault.open(sql, [{ place: placeOf(sha256, partnerId), sealed }]);
  return bytes ?? null;
}

function placeOf(sha256: Buffer, partnerId: string): Place {
  const row = `${sha256.toString("hex")} ${partnerId}`;
  return { table: "raw_content", column: "sealed", row };
}

const TABLE = { table: "raw_content", plain: "false" };
const BEFORE = { table: "raw_document", plain: "s.bytes is not null" };
/** Documents may be large: a few at a time. */
const AT_ONCE = 4;

/** Raw documents, as the vault seals them. */
export const rawContentStore: SealedStore = {
  name: "raw documents",
  async count(sql) {
    return { ...(await countSealed(sql, TABLE)), plain: Number(await hasPlainRow(sql, BEFORE)) };
  },
  hasPlain: (sql) => hasPlainRow(sql, BEFORE),
  async sealSome(sql, vault, limit) {
    const rows = await plainContents(sql, Math.min(limit, AT_ONCE));
    for (const { sha256, bytes, partnerIds, storedAt } of rows) {
      for (const partnerId of partnerIds) {
        await keepContent(vault, sql, { sha256, partnerId, bytes }, storedAt);
      }
      await clearPlainContent(sql, sha256);
    }
    return rows.length;
  },
  async resealSome(sql, vault, keyIds, limit) {
    const rows = await contentsUnder(sql, keyIds, Math.min(limit, AT_ONCE));
    for (const { sha256, partnerId, sealed } of rows) {
      const plain = await openContent(vault, sql, { sha256, partnerId, sealed });
      if (!plain) continue;
      const place = placeOf(sha256, partnerId);
      const again = await vault.seal(sql, `partner:${partnerId}`, place, plain);
      await replaceContent(sql, { sha256, partnerId, ...again });
    }
    return rows.length;
  },
};
