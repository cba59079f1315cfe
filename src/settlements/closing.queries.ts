import type { Sql } from "../shared/database/sql.js";
import type { ChainHead, SettlementRow } from "./settlement.queries.js";

type OfPeriod = Pick<SettlementRow, "contractId" | "periodStart">;

/** Where each lane of the hash chain stands. Read after the position was locked. */
export function chainHeads(sql: Sql): Promise<ChainHead[]> {
  return sql.rows(
    `select id as lane, sequence::text as sequence, encode(hash, 'hex') as hash
     from lane order by id`,
  );
}

/** What late transactions changed in a period that was settled before, and nobody settled yet. */
export interface Correction {
  aboutId: string;
  positionVersion: bigint;
  amountMinor: bigint;
}

const CORRECTIONS = `
select * from (
  select e.id as "aboutId", p.version as "positionVersion",
    (p.accrued_minor - e.payable_minor - coalesce((
      select sum(c.amount_minor) from settlement_correction c
      join settlement s on s.id = c.settlement_id and s.closing = c.closing
        and s.state not in ('OPEN', 'CLOSING')
      where c.about_id = e.id), 0))::bigint as "amountMinor"
  from settlement e
  join position p on p.contract_id = e.contract_id and p.period_start = e.period_start
  where e.contract_id = $1 and e.period_start < $2 and e.state not in ('OPEN', 'CLOSING')
    and p.version > e.position_version
) late where "amountMinor" <> 0 order by "aboutId"`;

/** What has to be paid or taken back for earlier periods, with the settlement of this one. */
export function openCorrections(sql: Sql, of: OfPeriod): Promise<Correction[]> {
  return sql.rows(CORRECTIONS, [of.contractId, of.periodStart]);
}

/** Keeps what a settlement pays for earlier ones. */
export async function insertCorrections(
  sql: Sql,
  { id, closing }: Pick<SettlementRow, "id" | "closing">,
  corrections: readonly Correction[],
): Promise<void> {
  if (corrections.length === 0) return;
  await sql.rows(
    `insert into settlement_correction
       (settlement_id, closing, about_id, position_version, amount_minor)
     select $1, $2, u.about_id, u.position_version, u.amount_minor
     from unnest($3::uuid[], $4::bigint[], $5::bigint[])
       as u (about_id, position_version, amount_minor)`,
    [
      id,
      closing,
      corrections.map((each) => each.aboutId),
      corrections.map((each) => each.positionVersion),
      corrections.map((each) => each.amountMinor),
    ],
  );
}
