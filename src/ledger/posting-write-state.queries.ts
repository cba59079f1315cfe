import { plainColumn, textColumn, timeColumn } from "./encode-columns.js";
import type { ChainState, PositionState } from "./accrual-model.rules.js";
import { accruedText, recoupableText, releasesText, segmentsText } from "./position-json.rules.js";
import type { PostingItem, PostingPlan, RefusalRow } from "./posting-model.rules.js";

/** Registers a value of the statement and answers its placeholder. */
export type Param = (value: unknown) => string;

interface SideTables {
  /** Names the parts that are there: one prepared statement for each combination. */
  name: string;
  parts: string[];
  guards: string[];
}

/** Fails the statement unless a part of it touched as many rows as it must. */
export function stale(reason: string, part: string, expected: string): string {
  return `case when (select count(*) from ${part}) <> ${expected}::bigint
    then refuse_stale('${reason}') end`;
}

/** The parts of a batch's statement that only some batches have. */
export function sideTables(plan: PostingPlan, terms: bigint | null, param: Param): SideTables {
  const side: SideTables = { name: "", parts: [], guards: [] };
  const add = (name: string, part: string, guard?: string) => {
    side.name += name;
    side.parts.push(`${name} as (${part})`);
    if (guard) side.guards.push(guard);
  };
  const positions = [...plan.positions.values()];
  if (positions.length > 0) {
    add(
      "p",
      positionPart(positions, plan.postedAt, param),
      stale("position", "p", param(positions.length)),
    );
  }
  const chains = [...plan.chains];
  if (chains.length > 0) {
    add("c", chainPart(chains, param), stale("position chain", "c", param(chains.length)));
  }
  if (terms !== null) add("r", termsPart(terms, param), stale("terms", "r", "1"));
  if (plan.holds.size > 0) add("h", holdPart(plan, param));
  if (plan.reversals.size > 0) add("v", reversalPart(plan, param));
  if (plan.refusals.length > 0) add("x", refusalPart(plan, param));
  return side;
}

/** A contract may not change while a batch that accrued under it commits: the row is locked. */
function termsPart(revision: bigint, param: Param): string {
  return `select 1 from terms_revision where revision = ${param(revision)}::bigint for share`;
}

function positionPart(positions: PositionState[], postedAt: number, param: Param): string {
  const rows = positions.sort((x, y) => (orderOf(x) < orderOf(y) ? -1 : 1));
  return `
    insert into position (contract_id, period_start, version, segments, accrued, accrued_minor,
      recoupable, releases, conditions, begun_at)
    select u.*, ${param(new Date(postedAt).toISOString())}::timestamptz
    from unnest(${param(plainColumn(rows, (r) => r.contractId))}::uuid[],
      ${param(timeColumn(rows, (r) => r.periodStart))}::timestamptz[],
      ${param(plainColumn(rows, (r) => r.version))}::bigint[],
      ${param(textColumn(rows, (r) => segmentsText(r.segments)))}::jsonb[],
      ${param(textColumn(rows, (r) => accruedText(r.accrued)))}::jsonb[],
      ${param(plainColumn(rows, (r) => r.accruedMinor))}::bigint[],
      ${param(textColumn(rows, (r) => recoupableText(r.recoupable)))}::jsonb[],
      ${param(textColumn(rows, (r) => releasesText(r.releases)))}::jsonb[],
      ${param(textColumn(rows, (r) => JSON.stringify(r.conditions)))}::jsonb[]) as u
    on conflict (contract_id, period_start) do update
      set version = excluded.version, segments = excluded.segments, accrued = excluded.accrued,
        accrued_minor = excluded.accrued_minor, recoupable = excluded.recoupable,
        releases = excluded.releases, conditions = excluded.conditions,
        changed_in = excluded.changed_in, changed_at = excluded.changed_at
      where position.version = excluded.version - 1
    returning 1`;
}

function orderOf({ contractId, periodStart }: PositionState): string {
  return `${contractId} ${String(periodStart).padStart(16, "0")}`;
}

/** In the order of their ids, as every lane does: no deadlocks. */
function chainPart(chains: [string, ChainState][], param: Param): string {
  const rows = chains.sort(([one], [other]) => (one < other ? -1 : 1));
  return `
    with known as materialized (
      select * from unnest(${param(plainColumn(rows, ([contractId]) => contractId))}::uuid[],
        ${param(plainColumn(rows, ([, { version }]) => version))}::bigint[],
        ${param(plainColumn(rows, ([, { stored }]) => stored))}::bigint[])
        as k (contract_id, version, stored))
    insert into position_chain (contract_id, version) select contract_id, version from known
    on conflict (contract_id) do update set version = excluded.version
      where position_chain.version =
        (select k.stored from known k where k.contract_id = excluded.contract_id)
    returning 1`;
}

function holdPart({ holds }: PostingPlan, param: Param): string {
  const rows = [...holds.values()];
  return `
    insert into hold (id, partner_id, debit_account_id, credit_account_id, amount_minor, currency,
      captured_minor, state, expires_at)
    select * from unnest(${param(plainColumn(rows, (r) => r.id))}::uuid[],
      ${param(plainColumn(rows, (r) => r.partnerId ?? "NULL"))}::uuid[],
      ${param(plainColumn(rows, (r) => r.debit))}::bigint[],
      ${param(plainColumn(rows, (r) => r.credit))}::bigint[],
      ${param(plainColumn(rows, (r) => r.amountMinor))}::bigint[],
      ${param(plainColumn(rows, (r) => r.currency))}::text[],
      ${param(plainColumn(rows, (r) => r.capturedMinor))}::bigint[],
      ${param(plainColumn(rows, (r) => r.state))}::text[],
      ${param(textColumn(rows, (r) => isoOrNull(r.expiresAt)))}::timestamptz[])
    on conflict (id) do update
      set captured_minor = excluded.captured_minor, state = excluded.state`;
}

function isoOrNull(millis: number | null): string | null {
  return millis === null ? null : new Date(millis).toISOString();
}

function reversalPart({ reversals }: PostingPlan, param: Param): string {
  const rows = [...reversals.values()];
  return `
    insert into reversal_total (transaction_id, reversed_minor)
    select * from unnest(${param(plainColumn(rows, (r) => r.id))}::uuid[],
      ${param(plainColumn(rows, (r) => r.reversedMinor))}::bigint[])
    on conflict (transaction_id) do update set reversed_minor = excluded.reversed_minor`;
}

function refusalPart({ refusals: rows, postedAt }: PostingPlan, param: Param): string {
  return `
    insert into refused_transaction (id, partner_id, external_id, code, reason, content, refused_at)
    select u.*, ${param(new Date(postedAt).toISOString())}::timestamptz
    from unnest(${param(plainColumn(rows, (r) => r.id))}::uuid[],
      ${param(plainColumn(rows, (r) => r.item.partnerId ?? "NULL"))}::uuid[],
      ${param(textColumn(rows, (r) => r.item.externalId.replaceAll("\0", "\uFFFD")))}::text[],
      ${param(plainColumn(rows, (r) => r.code))}::text[],
      ${param(textColumn(rows, (r) => r.reason))}::text[],
      ${param(textColumn(rows, contentOf))}::text[]) u`;
}

function contentOf({ item }: RefusalRow): string {
  return JSON.stringify(item, (_, value: PostingItem[keyof PostingItem]) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}
