import { randomUUID } from "node:crypto";
import type { MadeRows, MarkedPartner, RowStatement } from "./partner-row-types.js";

/** What reconciliation and the rules of quality have of a partner. */
export function reconciliationRows({ id }: MarkedPartner, ids: MadeRows): RowStatement[] {
  const rows = [...roleRows(id, ids), ...itemRows(id, ids), ...breakRows(id, ids)];
  return [...rows, ...qualityRows(id, ids)];
}

function roleRows(id: string, { document, statementOfPartner, line }: MadeRows): RowStatement[] {
  return [
    [
      `insert into document_role values
         ($1, $2, 'camt-054', MARK, 'MATCH', 'SET', MARK, MARK, now(), 1)`,
      [randomUUID(), id],
    ],
    [
      `insert into reconciliation_policy (partner_id, settings, zone, our_link, their_link,
         follows_ledger, version, changed_by, changed_at, is_dirty)
       values ($1, '{}', 'UTC', 'REFERENCE', 'REFERENCE', false, 1, MARK, now(), false)
       on conflict do nothing`,
      [id],
    ],
    ["insert into document_account values ($1, MARK)", [document]],
    ["insert into row_value_day values ($1, MARK, MARK, DAY)", [id]],
    [
      `insert into partner_statement (id, partner_id, document_id, ordinal, adapter, role, name,
         account, currency, is_interim, lines, net_minor, check_status, balances, content_hash,
         arrived_at)
       values ($1, $2, $3, 1, 'camt-054', 'MATCH', MARK, MARK, 'EUR', false, 1, AMOUNT001,
         'NOT_CHECKED', '[]', sha256(MARK::bytea), now())`,
      [statementOfPartner, id, document],
    ],
    [
      `insert into statement_line (id, partner_id, statement_id, position, external_id, occurred_at,
         amount_minor, currency, type, reference)
       values ($1, $2, $3, 1, MARK, now(), AMOUNT002, 'EUR', MARK, MARK)`,
      [line, id, statementOfPartner],
    ],
  ];
}

function itemRows(id: string, { line, statementOfPartner, reconciled }: MadeRows): RowStatement[] {
  return [
    [
      `insert into open_item values ($1, 'THEIRS', $2, $3, MARK, 'EUR', AMOUNT003, now(), DAY, MARK,
         MARK, null, 'MISSING_OURS', now())`,
      [id, line, statementOfPartner],
    ],
    [
      `insert into reconciliation_match (partner_id, line_id, rule, state, day, amount_minor,
         currency, link, matched_at)
       values ($1, $2, MARK, 'MISMATCHED', DAY, AMOUNT004, 'EUR', MARK, now())`,
      [id, line],
    ],
    ["insert into ledger_day values ($1, MARK, 'EUR', DAY, AMOUNT005, 1)", [id]],
    [
      `insert into reconciliation_run values ($1, $2, 'COMMAND', now(), now(), 1, 1, 1, 0, 0, 0)`,
      [reconciled, id],
    ],
  ];
}

function breakRows(id: string, { breakGroup, openBreak, line }: MadeRows): RowStatement[] {
  return [
    [
      `insert into break_group values ($1, $2, 'CLOCK_OFF', MARK, MARK, 'WAIT', now())`,
      [breakGroup, id],
    ],
    [
      `insert into reconciliation_break (id, partner_id, subject, kind, state, account, currency,
         day, line_id, difference_minor, fields, proposal, group_id, opened_at, version)
       values ($1, $2, 'ITEM', 'MISSING_OURS', 'OPEN', MARK, 'EUR', DAY, $3, AMOUNT006, '[]',
         'WAIT', $4, now(), 1)`,
      [openBreak, id, line, breakGroup],
    ],
    [
      `insert into break_resolution (id, break_id, action, state, amount_minor, currency, reason,
         decided_by, decided_by_id, decided_at)
       values ($1, $2, 'WAIT', 'DONE', AMOUNT007, 'EUR', MARK, MARK, MARK, now())`,
      [randomUUID(), openBreak],
    ],
  ];
}

function qualityRows(id: string, { document, quarantined, held }: MadeRows): RowStatement[] {
  return [
    ["insert into retention_hold values ($1, $2, null, MARK, MARK, now())", [held, id]],
    ["insert into erasure values ($1, $2, MARK, 0, MARK, now())", [randomUUID(), id]],
    [
      `insert into raw_content (sha256, partner_id, sealed, stored_at)
       values (sha256(MARK::bytea), $1, MARK::bytea, now())`,
      [id],
    ],
    ["insert into quality_rules values ($1, $2, 1, '[]', MARK, MARK, now())", [randomUUID(), id]],
    ["insert into quality_key values ($1, MARK, decode(md5(MARK), 'hex'), MARK, now())", [id]],
    ["insert into quality_sequence values ($1, MARK, '{[1,2)}')", [id]],
    [
      `insert into quarantine_item (id, partner_id, document_id, kind, identity, position, rule,
         code, reason, raw, state, version, quarantined_at)
       values ($1, $2, $3, 'LINE', MARK, 1, 'ADAPTER', 'INVALID_INPUT', MARK, MARK, 'OPEN', 1,
         now())`,
      [quarantined, id, document],
    ],
  ];
}
