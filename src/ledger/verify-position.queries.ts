import type { PositionState } from "./accrual-model.rules.js";
import { plainColumn, textColumn, timeColumn } from "./encode-columns.js";
import {
  accruedText,
  readPositionJson,
  readSegments,
  segmentsText,
} from "./position-json.rules.js";
import type { PositionJson } from "./position-json.rules.js";
import type { Contribution, VerifiedPosition } from "./verify-position.rules.js";
import type { VerifySession } from "./verify-session.queries.js";

const KEYS = `contract_id as "contractId",
  (extract(epoch from period_start) * 1000)::float8 as "periodStart"`;

type Key = Pick<PositionState, "contractId" | "periodStart">;

/** All positions as they are. */
export async function readAllPositions(on: VerifySession): Promise<PositionState[]> {
  const { rows } = await on.query<Key & PositionJson & { version: bigint; accruedMinor: bigint }>(
    `select ${KEYS}, version, segments, accrued, accrued_minor as "accruedMinor", recoupable,
       releases, conditions
     from position order by contract_id, period_start`,
  );
  return rows.map((row) => ({
    ...row,
    ...readPositionJson(row),
    version: Number(row.version),
    isNew: false,
  }));
}

/** All positions as the last verification recomputed them. */
export async function readVerifiedPositions(on: VerifySession): Promise<VerifiedPosition[]> {
  const { rows } = await on.query<Key & Pick<PositionJson, "segments" | "accrued">>(
    `select ${KEYS}, segments, accrued from verified_position order by contract_id, period_start`,
  );
  return rows.map(({ contractId, periodStart, segments, accrued }) => {
    const json = { recoupable: {}, releases: [], conditions: null };
    const position = readPositionJson({ segments: {}, accrued, ...json });
    return {
      contractId,
      periodStart,
      segments: readSegments(segments),
      accrued: position.accrued,
    };
  });
}

const KEEP = `
insert into verified_position (contract_id, period_start, segments, accrued)
select * from unnest($1::uuid[], $2::timestamptz[], $3::jsonb[], $4::jsonb[])
on conflict (contract_id, period_start) do update set segments = excluded.segments,
  accrued = excluded.accrued`;

/** Keeps positions as they were recomputed. */
export async function keepVerifiedPositions(
  on: VerifySession,
  positions: readonly PositionState[],
): Promise<void> {
  await on.query(KEEP, [
    plainColumn(positions, (position) => position.contractId),
    timeColumn(positions, (position) => position.periodStart),
    textColumn(positions, ({ segments }) => segmentsText(segments)),
    textColumn(positions, ({ accrued }) => accruedText(accrued)),
  ]);
}

/**
 * What months that are no longer attached counted towards settlements, of a part of the partners:
 * those whose id comes after one.
 */
export async function readDetachedTotals(
  on: VerifySession,
  afterPartner: string,
  limit: number,
): Promise<Contribution[]> {
  const { rows } = await on.query<Contribution>(
    `select partner_id as "partnerId", currency, type, direction, amount::bigint as "amountMinor",
       count, times, (extract(epoch from quarter_hour) * 1000)::float8 as "occurredAt",
       (extract(epoch from counted_in) * 1000)::float8 as "countedIn"
     from detached_total
     where partner_id in (select distinct partner_id from detached_total where partner_id > $1
       order by partner_id limit $2)
     order by partner_id`,
    [afterPartner, limit],
  );
  return rows;
}

/** What was accrued in detached months, by account: credits less debits. */
export async function readDetachedAccruals(on: VerifySession): Promise<Map<string, bigint>> {
  const { rows } = await on.query<{ accountId: string; amount: bigint }>(
    `select account_id::text as "accountId", sum(amount)::bigint as amount
     from detached_accrual group by account_id`,
  );
  return new Map(rows.map(({ accountId, amount }) => [accountId, amount]));
}
