import type { Actor } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { Permission } from "../shared/permission.rules.js";
import { PREPARING } from "./settlement-state.rules.js";
import type { SettlementState } from "./settlement-state.rules.js";

/** The figures of a settlement at a moment, as the log keeps them: amounts are texts. */
export type LoggedFigures = Record<string, string | null>;

/** A step that a settlement took. */
export interface TransitionRow {
  settlementId: string;
  sequence: number;
  from: SettlementState;
  to: SettlementState;
  permission: Permission;
  reason: string | null;
  actorId: string;
  actorName: string;
  at: Date;
  before: LoggedFigures;
  after: LoggedFigures;
}

export const TRANSITION_COLUMNS = `t.settlement_id as "settlementId", t.sequence,
  t.from_state as "from", t.to_state as "to", t.permission, t.reason, t.actor_id as "actorId",
  t.actor_name as "actorName", t.at, t.before, t.after`;

/** Adds a step to the log. The settlement's row is locked, so numbers follow each other. */
export async function insertTransition(
  sql: Sql,
  step: Omit<TransitionRow, "sequence" | "actorId" | "actorName">,
  actor: Actor,
): Promise<void> {
  await sql.rows(
    `insert into settlement_transition (settlement_id, sequence, from_state, to_state, permission,
       reason, actor_kind, actor_id, actor_name, at, before, after)
     select $1, coalesce(max(t.sequence), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
     from settlement_transition t where t.settlement_id = $1`,
    [
      step.settlementId,
      step.from,
      step.to,
      step.permission,
      step.reason,
      actor.kind,
      actor.id,
      actor.name,
      step.at,
      JSON.stringify(step.before),
      JSON.stringify(step.after),
    ],
  );
}

const PREPARERS = `
select t.settlement_id as "settlementId", t.actor_id as "actorId" from settlement_transition t
join unnest($2::text[], $3::text[]) as p (from_state, to_state)
  on p.from_state = t.from_state and p.to_state = t.to_state
where t.settlement_id = any($1::uuid[])
union
select a.settlement_id, a.actor_id from adjustment a where a.settlement_id = any($1::uuid[])`;

/** By settlement: who closed, reconciled, adjusted, withheld or disputed it. */
export async function preparersOf(
  sql: Sql,
  settlementIds: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const rows = await sql.rows<{ settlementId: string; actorId: string }>(PREPARERS, [
    settlementIds,
    PREPARING.map(({ from }) => from),
    PREPARING.map(({ to }) => to),
  ]);
  const groups = Map.groupBy(rows, (row) => row.settlementId);
  return new Map([...groups].map(([id, of]) => [id, new Set(of.map((row) => row.actorId))]));
}
