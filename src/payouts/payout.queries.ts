import type { PartnerScope } from "../shared/commands/actor.js";
import type { Sql } from "../shared/database/sql.js";
import type { PaymentCharacters, PaymentParty } from "./credit-transfer.rules.js";

export const PAYOUT_STATES = ["IN_PAYOUT", "PAID_OUT", "FAILED"] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

/** What a partner is paid with a run. */
export interface PayoutRow {
  id: string;
  runId: string;
  partnerId: string;
  payoutAccountId: string;
  endToEndId: string;
  amountMinor: bigint;
  currency: string;
  dueOn: string;
  state: PayoutState;
  bankStatus: string | null;
  bankReason: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

/** Who pays, as the run was given it. */
export interface PayoutDebtor {
  party: PaymentParty;
  characters: PaymentCharacters;
}

/** One file for the bank. */
export interface PayoutRunRow {
  id: string;
  currency: string;
  executeOn: string;
  messageId: string;
  payouts: number;
  totalMinor: bigint;
  createdAt: Date;
}

export const PAYOUT_COLUMNS = `p.id, p.run_id as "runId", p.partner_id as "partnerId",
  p.payout_account_id as "payoutAccountId", p.end_to_end_id as "endToEndId",
  p.amount_minor as "amountMinor", p.currency, p.due_on::text as "dueOn", p.state,
  p.bank_status as "bankStatus", p.bank_reason as "bankReason", p.created_at as "createdAt",
  p.finished_at as "finishedAt"`;

export const RUN_COLUMNS = `r.id, r.currency, r.execute_on::text as "executeOn",
  r.message_id as "messageId", r.payouts, r.total_minor as "totalMinor",
  r.created_at as "createdAt"`;

const INSERT_RUN = `
insert into payout_run (id, currency, execute_on, message_id, file_sha256, payouts, total_minor,
  actor_id, created_at)
values ($1, $2, $3, $4, sha256(convert_to($5, 'UTF8')), $6, $7, $8, $9)`;

/** Keeps a run with the hash of its file, which is sealed. */
export async function insertRun(
  sql: Sql,
  run: PayoutRunRow,
  { file, actorId }: { file: string; actorId: string },
): Promise<void> {
  await sql.rows(INSERT_RUN, [
    run.id,
    run.currency,
    run.executeOn,
    run.messageId,
    file,
    run.payouts,
    run.totalMinor,
    actorId,
    run.createdAt,
  ]);
}

const INSERT_PAYOUTS = `
insert into payout (id, run_id, partner_id, payout_account_id, end_to_end_id, amount_minor,
  currency, due_on, state, created_at)
select u.id, $1, u.partner_id, u.payout_account_id, u.end_to_end_id, u.amount_minor, $2, u.due_on,
  'IN_PAYOUT', $3
from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::bigint[], $9::date[])
  as u (id, partner_id, payout_account_id, end_to_end_id, amount_minor, due_on)`;

/** Keeps the payouts of a run. */
export async function insertPayouts(
  sql: Sql,
  { id, currency, createdAt }: PayoutRunRow,
  payouts: readonly Omit<PayoutRow, "runId" | "currency" | "state" | "createdAt" | "finishedAt">[],
): Promise<void> {
  await sql.rows(INSERT_PAYOUTS, [
    id,
    currency,
    createdAt,
    payouts.map((each) => each.id),
    payouts.map((each) => each.partnerId),
    payouts.map((each) => each.payoutAccountId),
    payouts.map((each) => each.endToEndId),
    payouts.map((each) => each.amountMinor),
    payouts.map((each) => each.dueOn),
  ]);
}

/** A settlement's part of a payout; negative where it owes. */
export interface PayoutShare {
  payoutId: string;
  settlementId: string;
  amountMinor: bigint;
}

/** Keeps which settlements payouts pay. */
export async function insertShares(sql: Sql, shares: readonly PayoutShare[]): Promise<void> {
  await sql.rows(
    `insert into payout_share (payout_id, settlement_id, amount_minor)
     select * from unnest($1::uuid[], $2::uuid[], $3::bigint[])`,
    [
      shares.map((each) => each.payoutId),
      shares.map((each) => each.settlementId),
      shares.map((each) => each.amountMinor),
    ],
  );
}

/** The parts of payouts, in the order of their settlements. */
export function sharesOf(sql: Sql, payoutIds: readonly string[]): Promise<PayoutShare[]> {
  return sql.rows(
    `select payout_id as "payoutId", settlement_id as "settlementId",
       amount_minor as "amountMinor"
     from payout_share where payout_id = any($1::uuid[]) order by payout_id, settlement_id`,
    [payoutIds],
  );
}

/** Runs that the scope shows: those that pay one of its partners. */
export function runsById(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<PayoutRunRow[]> {
  return sql.rows(
    `select ${RUN_COLUMNS} from payout_run r where r.id = any($1::uuid[]) and $2::uuid[] is null`,
    [ids, scope],
  );
}

/** Whether all transfers of a run are in the ledger: until then its file is withheld. */
export async function isRunPosted(sql: Sql, runId: string): Promise<boolean> {
  const rows = await sql.rows(
    `select from payout_run r where r.id = $1 and not exists (
       select from payout p join settlement_transfer t on t.cause_id = p.id
       where p.run_id = r.id and t.state <> 'POSTED')`,
    [runId],
  );
  return rows.length > 0;
}

export async function runByMessage(sql: Sql, messageId: string): Promise<PayoutRunRow | null> {
  const [run] = await sql.rows<PayoutRunRow>(
    `select ${RUN_COLUMNS} from payout_run r where r.message_id = $1`,
    [messageId],
  );
  return run ?? null;
}

/** The payouts of a run, locked until the command ends. */
export function lockPayouts(sql: Sql, runId: string): Promise<PayoutRow[]> {
  return sql.rows(
    `select ${PAYOUT_COLUMNS} from payout p where p.run_id = $1 order by p.id for update`,
    [runId],
  );
}

export function payoutsById(
  sql: Sql,
  scope: PartnerScope,
  ids: readonly string[],
): Promise<PayoutRow[]> {
  return sql.rows(
    `select ${PAYOUT_COLUMNS} from payout p
     where p.id = any($1::uuid[]) and ($2::uuid[] is null or p.partner_id = any($2))`,
    [ids, scope],
  );
}

/** Writes down what the bank told of a payout. */
export async function updatePayout(
  sql: Sql,
  { id, state, bankStatus, bankReason, finishedAt }: PayoutRow,
): Promise<void> {
  await sql.rows(
    `update payout set state = $2, bank_status = $3, bank_reason = $4, finished_at = $5
     where id = $1`,
    [id, state, bankStatus, bankReason, finishedAt],
  );
}

/** Notes a bank's report, whose content is sealed; false when it came before. */
export async function insertReport(
  sql: Sql,
  report: { sha256: Buffer; messageId: string; actorId: string; at: Date },
): Promise<boolean> {
  const rows = await sql.rows(
    `insert into payout_report (sha256, message_id, actor_id, received_at)
     values ($1, $2, $3, $4) on conflict (sha256) do nothing returning message_id`,
    [report.sha256, report.messageId, report.actorId, report.at],
  );
  return rows.length > 0;
}

/** The payouts that the bank was told of and has not told of, since when. */
export function openPayouts(
  sql: Sql,
): Promise<{ id: string; partnerId: string; createdAt: Date }[]> {
  return sql.rows(
    `select id, partner_id as "partnerId", created_at as "createdAt" from payout
     where state = 'IN_PAYOUT' order by id`,
  );
}
