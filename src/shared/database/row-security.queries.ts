import type { Client } from "pg";
import { APP_ROLE, HUB_ROLE, PARTNER_ROLE } from "./session-role.queries.js";

/** Whose rows a table has. */
export type RowRule =
  /** A partner's, by a condition on the row. */
  | { kind: "OWNED"; owned: string; insert?: string }
  /** No partner's: whoever may read the table may read all of it. The reason why. */
  | { kind: "SHARED"; because: string }
  /** The hub's alone: a caller who is limited to partners sees nothing. The reason why. */
  | { kind: "HUB"; because: string };

/** The caller's partners, found out once a statement and not once a row. */
const SCOPE = "(select tutti_scope())::uuid[]";

const ofPartner = (column = "partner_id"): RowRule => ({
  kind: "OWNED",
  owned: `${column} = any (${SCOPE})`,
});

/** As visible as the row of another table that it belongs to. */
const through = (parent: string, column: string, key = "id"): RowRule => ({
  kind: "OWNED",
  owned: `exists (select from ${parent} _of where _of.${key} = ${column})`,
});

const shared = (because: string): RowRule => ({ kind: "SHARED", because });
const hub = (because: string): RowRule => ({ kind: "HUB", because });

const BOOKS = "the hub's own books, which the tunnel of commands keeps for every caller";
const ENGINE = "state of the posting engine, which answers for all partners";
const VERIFIED = "state of the verification, which goes over all partners";
const PLACES = "places in the log and counters: they name no partner and no amount";

/**
 * Whose rows each table has. A table that is missing here is the hub's alone until it is added: a
 * caller who is limited to partners sees nothing of it. A condition may name the row's columns by
 * their table, as in `transfer.transaction_id`.
 */
export const ROW_RULES: Readonly<Record<string, RowRule>> = {
  partner: ofPartner("id"),
  contract: ofPartner(),
  contract_version: through("contract", "contract_version.contract_id"),
  api_key: ofPartner(),
  role_grant: { kind: "OWNED", owned: "partner_ids <@ (select to_jsonb(tutti_scope()))" },
  own_role: shared("a role names no partner; who may read roles is a permission"),
  own_role_version: hub("the history of roles, which concern all partners"),
  person: hub("people belong to no partner"),
  session: hub("people belong to no partner"),
  request_nonce: hub("the door's own memory of signed requests"),
  account: ofPartner(),
  transaction: ofPartner(),
  transfer: through("transaction", "transfer.transaction_id"),
  entry: through("account", "entry.account_id"),
  hold: ofPartner(),
  reversal_total: through("transaction", "reversal_total.transaction_id"),
  refused_transaction: ofPartner(),
  position: through("contract", "position.contract_id"),
  position_chain: through("contract", "position_chain.contract_id"),
  closed_period: through("contract", "closed_period.contract_id"),
  account_total: through("account", "account_total.account_id"),
  account_rollup: through("account", "account_rollup.account_id"),
  detached_total: ofPartner(),
  detached_bucket: through("account", "detached_bucket.account_id"),
  detached_accrual: through("account", "detached_accrual.account_id"),
  raw_document: {
    kind: "OWNED",
    owned: "exists (select from arrival _of where _of.raw_sha256 = raw_document.sha256)",
    insert: "true", // the bytes are kept before anything says whose they are
  },
  arrival: ofPartner(),
  raw_content: ofPartner(),
  retention_hold: ofPartner(),
  erasure: ofPartner(),
  document: ofPartner(),
  adapter_activation: ofPartner(),
  quality_rules: ofPartner(),
  quality_key: ofPartner(),
  quality_sequence: ofPartner(),
  quarantine_item: ofPartner(),
  settlement: ofPartner(),
  settlement_transition: through("settlement", "settlement_transition.settlement_id"),
  settlement_correction: through("settlement", "settlement_correction.settlement_id"),
  adjustment: through("settlement", "adjustment.settlement_id"),
  settlement_transfer: through("settlement", "settlement_transfer.settlement_id"),
  payout_account: ofPartner(),
  payout: ofPartner(),
  payout_share: through("settlement", "payout_share.settlement_id"),
  statement: ofPartner(),
  statement_subtree: through("statement", "statement_subtree.statement_id"),
  job: ofPartner(),
  alert: ofPartner(),
  webhook_endpoint: ofPartner(),
  webhook_message: through("webhook_endpoint", "webhook_message.endpoint_id"),
  webhook_attempt: through("webhook_message", "webhook_attempt.message_id"),
  document_role: ofPartner(),
  reconciliation_policy: ofPartner(),
  document_account: through("document", "document_account.document_id"),
  row_value_day: ofPartner(),
  partner_statement: ofPartner(),
  statement_line: ofPartner(),
  open_item: ofPartner(),
  reconciliation_match: ofPartner(),
  ledger_day: ofPartner(),
  reconciliation_run: ofPartner(),
  break_group: ofPartner(),
  reconciliation_break: ofPartner(),
  break_resolution: through("reconciliation_break", "break_resolution.break_id"),
  reconciliation_feed: shared(PLACES),
  payout_run: hub("a file for the bank pays many partners"),
  payout_report: hub("a bank's report is of payouts to many partners"),
  retention_rule: hub("how long the hub keeps what"),
  retention_run: hub("what the hub removed"),
  audit_checkpoint: hub("where the audit trail begins"),
  sealed_part: hub("parts of files that pay many partners"),
  detached_original: hub("read where settlements are simulated and verified, by the hub"),
  hub_secret: hub("keys of the hub itself"),
  command_claim: hub(BOOKS),
  outbox_event: hub(BOOKS),
  audit_event: ofPartner(),
  transaction_identity: hub(ENGINE),
  lane_rollup: hub(ENGINE),
  verified_block: hub(VERIFIED),
  verified_position: hub(VERIFIED),
  lane: shared(PLACES),
  block: shared(PLACES),
  terms_revision: shared(PLACES),
  webhook_feed: shared(PLACES),
  detached_month: shared(PLACES),
  schema_migration: shared("names of the steps that the schema has taken"),
  exchange_rate: shared("published rates are the same for everyone"),
  data_key: shared("without the keys of the hub that wrap them they open nothing"),
  statement_key: shared("public keys, served to anyone"),
  adapter_version: shared("how formats are read; drafts belong to the operator, not to a partner"),
};

/** A table that the application's roles may use, and the rule that is in force. */
interface Guarded {
  table: string;
  enabled: boolean;
  rule: string | null;
}

const GUARDED = `
select c.relname as "table", c.relrowsecurity as enabled, obj_description(p.oid) as rule
from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polname = 'hub'
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and has_any_column_privilege('${APP_ROLE}', c.oid, 'select, insert, update')
order by c.relname`;

/**
 * Puts the rules into force, as the tables' owner. What is in force already is left alone: changing
 * a policy waits for those who use the table.
 */
export async function ensureRowSecurity(client: Client): Promise<void> {
  const { rows } = await client.query<Guarded>(GUARDED);
  const changes = rows.flatMap(changesOf);
  if (changes.length > 0) await client.query(["begin", ...changes, "commit"].join(";\n"));
}

const FORGOTTEN = hub("nobody has said yet whose rows these are");

function changesOf({ table, enabled, rule }: Guarded): string[] {
  const wanted = ROW_RULES[table] ?? FORGOTTEN;
  if (wanted.kind === "SHARED") {
    return enabled ? [`alter table ${table} disable row level security`] : [];
  }
  const text = JSON.stringify(wanted);
  if (enabled && rule === text) return [];
  return [
    ...["hub", "owned", "inserted"].map((name) => `drop policy if exists ${name} on ${table}`),
    ...policies(table, wanted),
    `comment on policy hub on ${table} is '${text.replaceAll("'", "''")}'`,
    `alter table ${table} enable row level security`,
  ];
}

function policies(table: string, rule: RowRule): string[] {
  const forHub = `create policy hub on ${table} to ${HUB_ROLE} using (true) with check (true)`;
  if (rule.kind !== "OWNED") return [forHub];
  const { owned, insert } = rule;
  const forOwner = `create policy owned on ${table} to ${PARTNER_ROLE} using (${owned})`;
  if (insert === undefined) return [forHub, forOwner];
  const atFirst = `create policy inserted on ${table} for insert to ${PARTNER_ROLE} with check`;
  return [forHub, forOwner, `${atFirst} (${insert})`];
}
