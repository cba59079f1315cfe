import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { SettlementState } from "./settlement-state.rules.js";
import type { Terms } from "./terms.rules.js";

/** Where a lane of the ledger's hash chain stood. */
export interface ChainHead {
  lane: number;
  sequence: string;
  hash: string;
}

/** A component as it is frozen: what a clause of a version did to the payable. */
export interface FrozenComponent {
  clause: string;
  /** Null for what was released of a reserve of an earlier period. */
  version: number | null;
  /** Minor units, as text: JSON has no such numbers. Positive is owed to the partner. */
  effectMinor: string;
  residualMinor: string;
}

/** What changes in the life of a settlement. */
export interface SettlementProgress {
  lastDay: string;
  periodEnd: Date;
  closesAt: Date;
  dueOn: string;
  state: SettlementState;
  closing: number;
  positionVersion: bigint | null;
  chainHeads: ChainHead[] | null;
  components: FrozenComponent[] | null;
  payableMinor: bigint | null;
  broughtForwardMinor: bigint | null;
  correctionsMinor: bigint | null;
  adjustmentsMinor: bigint;
  whenNegative: Terms["whenNegative"] | null;
  dueMinor: bigint | null;
  carriedForwardMinor: bigint | null;
  nettingId: string | null;
  closedAt: Date | null;
}

/** A settlement as it is read: of a contract for a period. */
export interface SettlementRow extends SettlementProgress {
  id: string;
  partnerId: string;
  contractId: string;
  currency: string;
  firstDay: string;
  periodStart: Date;
  /** The day on which the money becomes available. */
  availableOn: string;
  version: number;
  createdAt: Date;
}

/** The day of the run that pays it; as long as there is none, the day on which it is due. */
export const AVAILABLE_ON = `coalesce((
    select r.execute_on from payout_share h
    join payout p on p.id = h.payout_id and p.state <> 'FAILED'
    join payout_run r on r.id = p.run_id
    where h.settlement_id = s.id order by p.id desc limit 1), s.due_on)`;

export const SETTLEMENT_COLUMNS = `s.id, s.partner_id as "partnerId",
  s.contract_id as "contractId", s.currency, s.first_day::text as "firstDay",
  s.last_day::text as "lastDay", s.period_start as "periodStart", s.period_end as "periodEnd",
  s.closes_at as "closesAt", s.due_on::text as "dueOn", s.state, s.closing,
  s.position_version as "positionVersion", s.chain_heads as "chainHeads", s.components,
  s.payable_minor as "payableMinor", s.brought_forward_minor as "broughtForwardMinor",
  s.corrections_minor as "correctionsMinor", s.adjustments_minor as "adjustmentsMinor",
  s.when_negative as "whenNegative", s.due_minor as "dueMinor",
  s.carried_forward_minor as "carriedForwardMinor", s.netting_id as "nettingId", s.version,
  s.created_at as "createdAt", s.closed_at as "closedAt",
  ${AVAILABLE_ON}::text as "availableOn"`;

/** The settlements with these ids that the scope shows, in no order; absent ones are left out. */
export function settlementsById(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<SettlementRow[]> {
  return sql.rows(
    `select ${SETTLEMENT_COLUMNS} from settlement s
     where s.id = any($1::uuid[]) and ($2::uuid[] is null or s.partner_id = any($2))`,
    [ids, scope],
  );
}

/** Locks settlements until the command ends, in the order of their ids. */
export function lockSettlements(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<SettlementRow[]> {
  return sql.rows(
    `select ${SETTLEMENT_COLUMNS} from settlement s
     where s.id = any($1::uuid[]) and ($2::uuid[] is null or s.partner_id = any($2))
     order by s.id for update`,
    [ids, scope],
  );
}

/**
 * The settlements that are scheduled for payout in a currency up to a day, whose partners are not
 * on hold, locked; those that are paid as one are together or not there.
 */
export function lockPayable(
  sql: Sql,
  scope: PartnerScope,
  { currency, dueTo, limit }: { currency: string; dueTo: string; limit: number },
): Promise<SettlementRow[]> {
  return sql.rows(
    `select ${SETTLEMENT_COLUMNS} from settlement s
     where s.state = 'PAYOUT_SCHEDULED' and s.currency = $2
       and ($1::uuid[] is null or s.partner_id = any($1))
       and not exists (select from partner where id = s.partner_id and state = 'ON_HOLD')
       and coalesce(s.netting_id, s.id) in (
         select coalesce(n.netting_id, n.id) from settlement n
         where n.state = 'PAYOUT_SCHEDULED' and n.currency = $2 group by 1
         having max(n.due_on) <= $3::date order by 1 limit $4)
     order by s.id for update of s`,
    [scope, currency, dueTo, limit],
  );
}

/** The settlements that are paid as one, locked. */
export function lockNetting(sql: Sql, nettingId: string): Promise<SettlementRow[]> {
  return sql.rows(
    `select ${SETTLEMENT_COLUMNS} from settlement s where s.netting_id = $1
     order by s.id for update`,
    [nettingId],
  );
}

/** The contract's settlement of the period before, or null for its first. */
export async function settlementBefore(
  sql: Sql,
  { contractId, periodStart }: Pick<SettlementRow, "contractId" | "periodStart">,
): Promise<SettlementRow | null> {
  const [row] = await sql.rows<SettlementRow>(
    `select ${SETTLEMENT_COLUMNS} from settlement s
     where s.contract_id = $1 and s.period_start < $2 order by s.period_start desc limit 1`,
    [contractId, periodStart],
  );
  return row ?? null;
}

/** The contract's settlements that are open, in the order of their periods. */
export function openSettlementsOf(sql: Sql, contractId: string): Promise<SettlementRow[]> {
  return sql.rows(
    `select ${SETTLEMENT_COLUMNS} from settlement s
     where s.contract_id = $1 and s.state = 'OPEN' order by s.period_start`,
    [contractId],
  );
}

/** Whether a later period of the contract is closed, or on the way to it. */
export async function isLaterClosed(
  sql: Sql,
  { contractId, periodStart }: Pick<SettlementRow, "contractId" | "periodStart">,
): Promise<boolean> {
  const rows = await sql.rows(
    `select from settlement where contract_id = $1 and period_start > $2 and state <> 'OPEN'
     limit 1`,
    [contractId, periodStart],
  );
  return rows.length > 0;
}

/** Writes what changed; the version is one more. */
export async function updateSettlement(
  sql: Sql,
  row: SettlementRow,
  changes: Partial<SettlementProgress>,
): Promise<SettlementRow> {
  const next = { ...row, ...changes };
  const [updated] = await sql.rows<SettlementRow>(UPDATE, [
    row.id,
    next.lastDay,
    next.periodEnd,
    next.closesAt,
    next.dueOn,
    next.state,
    next.closing,
    next.positionVersion,
    asJson(next.chainHeads),
    asJson(next.components),
    next.payableMinor,
    next.broughtForwardMinor,
    next.correctionsMinor,
    next.adjustmentsMinor,
    next.whenNegative,
    next.dueMinor,
    next.carriedForwardMinor,
    next.nettingId,
    next.closedAt,
  ]);
  if (!updated) throw new Error(`Settlement ${row.id} is locked and yet gone`);
  return updated;
}

const UPDATE = `
update settlement s set last_day = $2, period_end = $3, closes_at = $4, due_on = $5, state = $6,
  closing = $7, position_version = $8, chain_heads = $9, components = $10, payable_minor = $11,
  brought_forward_minor = $12, corrections_minor = $13, adjustments_minor = $14,
  when_negative = $15, due_minor = $16, carried_forward_minor = $17, netting_id = $18,
  closed_at = $19, version = s.version + 1
where s.id = $1 returning ${SETTLEMENT_COLUMNS}`;

function asJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
