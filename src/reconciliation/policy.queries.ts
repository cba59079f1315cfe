import type { Sql } from "../shared/database/sql.js";
import { policyOf, storedPolicy, type PolicySettings, type StoredPolicy } from "./policy.rules.js";

/** How a partner is reconciled, as it is kept. */
export interface PolicyRow {
  partnerId: string;
  settings: PolicySettings;
  followsLedger: boolean;
  version: number;
  changedBy: string;
  changedAt: Date;
}

const COLUMNS = `partner_id as "partnerId", settings, follows_ledger as "followsLedger", version,
  changed_by as "changedBy", changed_at as "changedAt"`;

type StoredRow = Omit<PolicyRow, "settings"> & { settings: StoredPolicy };

function rowOf(stored: StoredRow): PolicyRow {
  return { ...stored, settings: policyOf(stored.settings) };
}

/** The policies of partners. */
export async function policiesOf(sql: Sql, partnerIds: readonly string[]): Promise<PolicyRow[]> {
  const rows = await sql.rows<StoredRow>(
    `select ${COLUMNS} from reconciliation_policy where partner_id = any($1::uuid[])`,
    [partnerIds],
  );
  return rows.map(rowOf);
}

/** Keeps a policy; what it says of the ledger's log stays as it was, or begins. */
export async function keepPolicy(
  sql: Sql,
  { partnerId, settings, followsLedger, changedBy, changedAt }: Omit<PolicyRow, "version">,
): Promise<PolicyRow> {
  const { zone, ourLink, theirLink, types } = settings;
  const [row] = await sql.rows<StoredRow>(
    `insert into reconciliation_policy (partner_id, settings, zone, our_link, their_link, types,
       follows_ledger, version, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)
     on conflict (partner_id) do update set settings = excluded.settings, zone = excluded.zone,
       our_link = excluded.our_link, their_link = excluded.their_link, types = excluded.types,
       follows_ledger = reconciliation_policy.follows_ledger or excluded.follows_ledger,
       version = reconciliation_policy.version + 1, changed_by = excluded.changed_by,
       changed_at = excluded.changed_at, is_dirty = true
     returning ${COLUMNS}`,
    [
      partnerId,
      JSON.stringify(storedPolicy(settings)),
      zone,
      ourLink,
      theirLink,
      types,
      followsLedger,
      changedBy,
      changedAt,
    ],
  );
  if (!row) throw new Error("The policy was not kept");
  return rowOf(row);
}

/** Partners with something to look at: what arrived, or what has waited long enough. */
export async function waitingPartners(sql: Sql, now: Date): Promise<string[]> {
  const rows = await sql.rows<{ partnerId: string }>(
    `select partner_id as "partnerId" from reconciliation_policy
     where is_dirty or due_at <= $1 order by partner_id limit 100`,
    [now],
  );
  return rows.map(({ partnerId }) => partnerId);
}

/** Notes that a partner was looked at, and when to look again if nothing arrives. */
export async function notePartner(
  sql: Sql,
  partnerId: string,
  { isDirty, dueAt }: { isDirty: boolean; dueAt: Date | null },
): Promise<void> {
  await sql.rows(
    "update reconciliation_policy set is_dirty = $2, due_at = $3 where partner_id = $1",
    [partnerId, isDirty, dueAt],
  );
}

/** Has partners looked at. */
export async function touchPartners(sql: Sql, partnerIds: readonly string[]): Promise<void> {
  await sql.rows(
    `update reconciliation_policy set is_dirty = true
     where partner_id = any($1::uuid[]) and not is_dirty`,
    [partnerIds],
  );
}
