import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import { reconciliationRows } from "./partner-break-rows.js";
import type { MadeRows, MarkedPartner, RowStatement } from "./partner-row-types.js";

/**
 * Fills what a partner has only after weeks of business: settled periods, payouts, documents, jobs.
 * As the tables' owner, because some of it only ever comes from inside of the database.
 */
export async function fillRows(owner: pg.Client, partner: MarkedPartner): Promise<MadeRows> {
  const ids = newIds();
  for (const [text, values] of [
    ...settlementRows(partner, ids),
    ...payoutRows(partner, ids),
    ...statementRows(partner, ids),
    ...documentRows(partner, ids),
    ...ledgerRows(partner),
    ...workRows(partner, ids),
    ...reconciliationRows(partner, ids),
  ]) {
    await owner.query(written(text, partner), values);
  }
  return ids;
}

/** A parameter would have to be of one type wherever it stands. */
function written(text: string, { mark, amount }: MarkedPartner): string {
  const day = "'2019-01-01'";
  return text.replaceAll("MARK", `'${mark}'`).replaceAll("AMOUNT", amount).replaceAll("DAY", day);
}

function newIds(): MadeRows & { earlier: string; arrival: string } {
  const id = (): string => randomUUID();
  return {
    settlement: id(),
    earlier: id(),
    statement: id(),
    payout: id(),
    run: id(),
    job: id(),
    alert: id(),
    document: id(),
    payoutAccount: id(),
    arrival: id(),
    message: id(),
    statementOfPartner: id(),
    line: id(),
    breakGroup: id(),
    openBreak: id(),
    person: id(),
    quarantined: id(),
    held: id(),
    reconciled: id(),
  };
}

type Ids = ReturnType<typeof newIds>;

const FROZEN = `insert into settlement (id, partner_id, contract_id, currency, first_day, last_day,
  period_start, period_end, closes_at, due_on, state, closing, position_version, chain_heads,
  components, payable_minor, brought_forward_minor, corrections_minor, due_minor,
  carried_forward_minor, when_negative, version, created_at, closed_at)
values ($1, $2, $3, 'EUR', $4::date, $4::date + 27, $4::date, $4::date + 28, $4::date + 28,
  $4::date + 40, 'CLOSED', 1, 1, '{}', '[]', AMOUNT001, 0, 0, AMOUNT001, 0, 'CARRY_FORWARD', 1,
  now(), now())`;

function settlementRows({ id, contractId }: MarkedPartner, ids: Ids): RowStatement[] {
  const { settlement, earlier } = ids;
  return [
    [FROZEN, [settlement, id, contractId, "2025-02-01"]],
    [FROZEN, [earlier, id, contractId, "2025-01-01"]],
    [
      `insert into settlement_transition values
         ($1, 1, 'OPEN', 'CLOSING', 'settlement:close', MARK, 'API_KEY', MARK, MARK,
           now(), '{}', '{}')`,
      [settlement],
    ],
    ["insert into settlement_correction values ($1, 1, $2, 1, AMOUNT002)", [settlement, earlier]],
    [
      `insert into adjustment (id, settlement_id, amount_minor, currency, reason, actor_kind,
         actor_id, actor_name, at) values ($1, $2, AMOUNT003, 'EUR', MARK, 'API_KEY', MARK, MARK,
           now())`,
      [randomUUID(), settlement],
    ],
    [
      `insert into settlement_transfer (id, settlement_id, cause_id, code, debit, credit,
         amount_minor, currency, occurred_at, state, refusal)
       values ($1, $2, $1, MARK, '{}', '{}', AMOUNT004, 'EUR', now(), 'REFUSED', MARK)`,
      [randomUUID(), settlement],
    ],
  ];
}

function payoutRows({ id }: MarkedPartner, ids: Ids): RowStatement[] {
  const { settlement, payout, run, payoutAccount } = ids;
  return [
    [
      `insert into payout_account (id, partner_id, currency, holder_name, holder_masked, scheme,
         number, number_masked, state, created_by, created_at)
       values ($1, $2, 'EUR', MARK, MARK, 'IBAN', MARK, MARK, 'ACTIVE', MARK, now())`,
      [payoutAccount, id],
    ],
    [
      `insert into payout_run (id, currency, execute_on, message_id, debtor, file, file_sha256,
         payouts, total_minor, actor_id, created_at)
       values ($1, 'EUR', now(), MARK, '{}', MARK, sha256(MARK::bytea), 1, AMOUNT005, MARK, now())`,
      [run],
    ],
    [
      `insert into payout (id, run_id, partner_id, payout_account_id, end_to_end_id, amount_minor,
         currency, due_on, state, bank_reason, created_at)
       values ($1, $2, $3, $4, MARK, AMOUNT005, 'EUR', now(), 'IN_PAYOUT', MARK, now())`,
      [payout, run, id, payoutAccount],
    ],
    ["insert into payout_share values ($1, $2, AMOUNT005)", [payout, settlement]],
    ["insert into payout_report values (sha256(MARK::bytea), MARK, MARK, MARK, now())", []],
  ];
}

function statementRows({ id, contractId, mark }: MarkedPartner, ids: Ids): RowStatement[] {
  const content = JSON.stringify({ mark });
  return [
    [
      `insert into statement_key (number, id, x, created_at) values (900, 'test', 'x', now())
       on conflict do nothing`,
      [],
    ],
    [
      `insert into statement (id, settlement_id, partner_id, contract_id, number, revision, closing,
         adjustments, currency, first_day, last_day, due_on, due_minor, transactions, issued_at,
         key_id, content, sha256)
       values ($1, $2, $3, $4, $5, 1, 1, 1, 'EUR', '2025-02-01', '2025-02-28', '2025-03-13',
         AMOUNT006, 1, now(), 'test', $6, $7)`,
      [
        ids.statement,
        ids.settlement,
        id,
        contractId,
        mark,
        content,
        createHash("sha256").update(content).digest(),
      ],
    ],
    [
      "insert into statement_subtree values ($1, 0, now(), $1, sha256(MARK::bytea))",
      [ids.statement],
    ],
  ];
}

function documentRows({ id }: MarkedPartner, ids: Ids): RowStatement[] {
  return [
    [
      `insert into raw_document values
         (sha256(MARK::bytea), 1, 'NONE', MARK::bytea, now())`,
      [],
    ],
    [
      `insert into arrival (id, raw_sha256, partner_id, adapter, name, actor_kind, actor_id,
         actor_name, channel, request_id, arrived_at)
       values ($1, sha256(MARK::bytea), $2, 'camt-054', MARK, 'API_KEY', MARK, MARK, 'HTTP', MARK,
         now())`,
      [ids.arrival, id],
    ],
    [
      `insert into document (id, partner_id, adapter, sha256, arrival_id, name, state, message_ids,
         received_at)
       values ($1, $2, 'camt-054', sha256(MARK::bytea), $3, MARK, 'POSTED', array[MARK], now())`,
      [ids.document, id, ids.arrival],
    ],
    [
      `insert into adapter_activation (id, partner_id, adapter, reason, activated_by, activated_at)
       values ($1, $2, 'camt-054', MARK, MARK, now())`,
      [randomUUID(), id],
    ],
  ];
}

function ledgerRows(partner: MarkedPartner): RowStatement[] {
  const { id, contractId, accountId, transactionId } = partner;
  return [
    [
      `insert into hold (id, partner_id, debit_account_id, credit_account_id, amount_minor,
         currency, state) values ($1, $2, $3, $3, AMOUNT007, 'EUR', 'PENDING')`,
      [randomUUID(), id, accountId],
    ],
    ["insert into reversal_total values ($1, AMOUNT008)", [transactionId]],
    [
      `insert into refused_transaction values ($1, $2, MARK, 'FLOOR', MARK, MARK, now())`,
      [randomUUID(), id],
    ],
    ["insert into position_chain values ($1, AMOUNT009) on conflict do nothing", [contractId]],
    [
      "insert into closed_period values ($1, DAY, DAY, null, 1) on conflict do nothing",
      [contractId],
    ],
    ["insert into account_total values ($1, 4, DAY, AMOUNT010, 0, 0, 1, false)", [accountId]],
    ["insert into account_rollup values ($1, 0) on conflict do nothing", [accountId]],
    [
      `insert into detached_total (month, partner_id, currency, type, direction, quarter_hour,
         counted_in, amount, count) values (DAY, $1, 'EUR', MARK, 'IN', DAY, DAY, AMOUNT011, 1)`,
      [id],
    ],
    ["insert into detached_bucket values ($1, 4, DAY, AMOUNT012, 0, 0, 1, DAY, DAY)", [accountId]],
    ["insert into detached_accrual values (DAY, $1, AMOUNT013)", [accountId]],
    [
      "insert into detached_original (transaction_id, amount_minor) values ($1, AMOUNT014)",
      [transactionId],
    ],
  ];
}

function workRows({ id, endpointId }: MarkedPartner, ids: Ids): RowStatement[] {
  const { message } = ids;
  return [
    [
      `insert into job (id, kind, subject, partner_id, input, due_at, state, reason, decided_by,
         version, created_at)
       values ($1, 'CLOSE_PERIOD', MARK, $2, '{}', now(), 'SKIPPED', MARK, MARK, 1, now())`,
      [ids.job, id],
    ],
    [
      `insert into person (id, email, name, state, must_change_password, totp_number,
         failed_sign_ins, version, created_at)
       values ($1, MARK || '@example.com', MARK, 'ACTIVE', false, 0, 0, 1, now())`,
      [ids.person],
    ],
    [
      `insert into alert (id, kind, subject, partner_id, message, state, raised_at, version)
       values ($1, 'JOB_FAILED', MARK, $2, MARK, 'RAISED', now(), 1)`,
      [ids.alert, id],
    ],
    [
      `insert into webhook_message (id, endpoint_id, kind, subject, body, state, next_attempt_at,
         created_at) values ($1, $2, 'TRANSACTION_POSTED', MARK, MARK, 'DEAD', now(), now())`,
      [message, endpointId],
    ],
    ["insert into webhook_attempt values ($1, 1, now(), 5, null, MARK)", [message]],
  ];
}
