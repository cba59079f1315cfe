import type { Sql } from "../shared/database/sql.js";

/** Contracts that have a period without a settlement, and when the first of these began. */
export function contractsToOpen(
  sql: Sql,
  now: Date,
): Promise<{ contractId: string; partnerId: string; beginsAt: Date }[]> {
  return sql.rows(
    `select * from (
       select c.id as "contractId", c.partner_id as "partnerId", c.ends_at,
         coalesce((select max(s.period_end) from settlement s where s.contract_id = c.id),
           c.starts_at) as "beginsAt"
       from contract c) begun
     where "beginsAt" <= $1 and (ends_at is null or "beginsAt" < ends_at)
     order by "beginsAt", "contractId" limit 1000`,
    [now],
  );
}

/** Settlements that are open, or were left half closed, with no earlier one of their contract. */
export function settlementsToClose(
  sql: Sql,
): Promise<{ id: string; partnerId: string; attempt: number; closesAt: Date }[]> {
  return sql.rows(
    `select distinct on (s.contract_id) s.id, s.partner_id as "partnerId",
       s.closing + (s.state = 'OPEN')::integer as attempt, s.closes_at as "closesAt"
     from settlement s where s.state in ('OPEN', 'CLOSING')
     order by s.contract_id, s.period_start`,
  );
}

/** Settlements that have to be opened again: of the newest closed period, for late transactions. */
export function lateSettlements(
  sql: Sql,
): Promise<{ id: string; partnerId: string; positionVersion: bigint }[]> {
  return sql.rows(
    `select s.id, s.partner_id as "partnerId", p.version as "positionVersion"
     from settlement s
     join position p on p.contract_id = s.contract_id and p.period_start = s.period_start
       and p.version > s.position_version and p.accrued_minor <> s.payable_minor
     where s.state in ('CLOSED', 'RECONCILED')
       and not exists (select from settlement l where l.contract_id = s.contract_id
         and l.period_start > s.period_start and l.state <> 'OPEN')
       and (select v.terms->>'lateData' from contract_version v
         where v.contract_id = s.contract_id and v.state = 'SCHEDULED'
           and v.effective_from <= s.last_day
         order by v.effective_from desc limit 1) = 'REOPEN'`,
  );
}

/**
 * Approved settlements with something to pay, or with nothing that is due or owed still, each under
 * the number of its approval.
 */
export function settlementsToPay(
  sql: Sql,
): Promise<{ id: string; partnerId: string; approval: number; dueOn: string; timeZone: string }[]> {
  return sql.rows(
    `select s.id, s.partner_id as "partnerId", s.due_on::text as "dueOn",
       c.time_zone as "timeZone",
       (select max(t.sequence) from settlement_transition t where t.settlement_id = s.id
         and t.from_state = 'RECONCILED' and t.to_state = 'APPROVED') as approval
     from settlement s join contract c on c.id = s.contract_id
     where s.state = 'APPROVED' and (s.due_minor > 0
       or s.due_minor = 0 and (s.carried_forward_minor = 0 or exists (
         select from settlement l where l.contract_id = s.contract_id
           and l.period_start > s.period_start and l.state <> 'OPEN')))`,
  );
}

/** How long the command that decided a transfer has time to post it itself. */
const GRACE_MS = 30_000;

/** Transfers that were decided and did not come to the ledger. */
export function transfersLeft(
  sql: Sql,
  now: Date,
): Promise<{ id: string; causeId: string; partnerId: string }[]> {
  return sql.rows(
    `select t.id, t.cause_id as "causeId", s.partner_id as "partnerId"
     from settlement_transfer t join settlement s on s.id = t.settlement_id
     where t.state <> 'POSTED' and t.occurred_at < $1 order by t.id limit 1000`,
    [new Date(now.getTime() - GRACE_MS)],
  );
}

/** Contracts that hold reserves back, now or under an earlier version. */
export function contractsWithReserves(
  sql: Sql,
): Promise<{ contractId: string; partnerId: string; timeZone: string }[]> {
  return sql.rows(
    `select c.id as "contractId", c.partner_id as "partnerId", c.time_zone as "timeZone"
     from contract c
     where exists (select from contract_version v where v.contract_id = c.id
       and v.state = 'SCHEDULED' and v.terms->'clauses' @> '[{"kind": "ROLLING_RESERVE"}]')
     order by c.id`,
  );
}

/** Contracts with open settlements whose rates of a period were published, and when the last. */
export function contractsWithNewRates(
  sql: Sql,
): Promise<{ contractId: string; partnerId: string; publishedAt: Date }[]> {
  return sql.rows(
    `select c.id as "contractId", c.partner_id as "partnerId",
       max(r.published_at) as "publishedAt"
     from contract c
     join contract_version v on v.contract_id = c.id and v.state = 'SCHEDULED'
       and v.terms->'rateSource'->>'kind' = 'PERIOD'
     join exchange_rate r on r.source = v.terms->'rateSource'->>'source' and r.quote = c.currency
     where exists (select from settlement s where s.contract_id = c.id and s.state = 'OPEN')
     group by c.id, c.partner_id order by c.id`,
  );
}
