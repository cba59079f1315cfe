import { createHash } from "node:crypto";
import type { Sql } from "../../shared/database/sql.js";
import { canonicalText } from "../../shared/tagged-json.js";
import type { CanonicalTransaction } from "../canonical-transaction.js";
import { heldBy } from "./check-row.rules.js";
import { holdRow } from "./hold-row.js";
import type { Held } from "./quarantine.rules.js";
import type { KeyField, QualityRuleOf } from "./quality-rule.rules.js";
import { claimKeys, forgetKeys, type QualityKey } from "./quality-rules.queries.js";

const DAY_MS = 86_400_000;
const KEY_BYTES = 16;
/** Keys that one statement takes. */
const CHUNK = 5_000;

export interface DuplicateCheck {
  sql: Sql;
  partnerId: string;
  rule: QualityRuleOf<"DUPLICATE">;
  now: Date;
}

/** Which rows agree with one of another id, in this document or in what came before. */
export async function findDuplicates(
  check: DuplicateCheck,
  rows: readonly CanonicalTransaction[],
): Promise<Held[]> {
  const keyed = rows.map((row) => ({ row, key: keyOf(row, check.rule.fields) }));
  const owners = await ownersOf(check, keyed);
  return keyed.flatMap(({ row, key }) => {
    const owner = owners.get(key.toString("hex"));
    return owner === undefined || owner === row.externalId ? [] : [duplicate(check, row, owner)];
  });
}

function duplicate({ rule }: DuplicateCheck, row: CanonicalTransaction, owner: string): Held {
  const field = rule.fields.join(", ");
  const reason = `${field}: the transaction "${owner.slice(0, 100)}" has the same`;
  return holdRow(row, heldBy(rule, { field, value: owner, reason }));
}

async function ownersOf(
  { sql, partnerId, rule, now }: DuplicateCheck,
  keyed: readonly { row: CanonicalTransaction; key: Buffer }[],
): Promise<Map<string, string>> {
  const mine = { partnerId, ruleId: rule.id };
  const cutoff = new Date(now.getTime() - rule.withinDays * DAY_MS);
  await forgetKeys(sql, mine, cutoff);
  const first = new Map<string, QualityKey>();
  for (const { row, key } of keyed) {
    const text = key.toString("hex");
    if (!first.has(text)) first.set(text, { key, externalId: row.externalId });
  }
  const keys = [...first.values()];
  const owners = new Map<string, string>();
  for (let start = 0; start < keys.length; start += CHUNK) {
    const chunk = keys.slice(start, start + CHUNK);
    for (const { key, externalId } of await claimKeys(sql, mine, chunk, { now, cutoff })) {
      owners.set(key.toString("hex"), externalId);
    }
  }
  return owners;
}

function keyOf(row: CanonicalTransaction, fields: readonly KeyField[]): Buffer {
  const values = fields.map((field) =>
    field === "day" ? row.occurredAt.toISOString().slice(0, 10) : row[field],
  );
  return createHash("sha256").update(canonicalText(values)).digest().subarray(0, KEY_BYTES);
}
