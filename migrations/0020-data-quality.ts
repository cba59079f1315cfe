import { Migration } from "@mikro-orm/migrations";

/** Quality rules of sources as data, and the quarantine: the one place for refused input. */
export class Migration0020DataQuality extends Migration {
  override up(): void {
    this.addSql(rules);
    this.addSql(quarantine);
    this.addSql(memory);
    this.addSql(moved);
    this.addSql(figures);
    this.addSql(grants);
  }
}

const rules = `
-- The rules of a source; the newest version is in force, and none of them ever changes.
create table quality_rules (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  version integer not null check (version > 0),
  rules jsonb not null check (jsonb_typeof(rules) = 'array'),
  reason text not null check (length(reason) between 1 and 500),
  set_by text not null,
  set_at timestamptz not null,
  constraint quality_rules_version unique (partner_id, version)
);
`;

const quarantine = `
create table quarantine_item (
  id uuid primary key,
  partner_id uuid not null references partner (id),
  -- null for a transaction that came in no document
  document_id uuid references document (id),
  -- DOCUMENT: a whole file; LINE: a line that became no transaction; ROW: a transaction
  kind text not null check (kind in ('DOCUMENT', 'LINE', 'ROW')),
  -- tells items of a document and kind apart, over readings of the same document
  identity text not null,
  position integer not null,
  line integer,
  rule text not null,
  rule_id text,
  code text not null,
  refusal_code text,
  field text,
  value text,
  reason text not null,
  -- the line as it came, up to a length; the whole is with the document
  raw text,
  -- the transaction, canonical
  row_content jsonb check (jsonb_typeof(row_content) = 'object'),
  state text not null check (state in
    ('OPEN', 'AWAITING_APPROVAL', 'RELEASED', 'POSTED', 'CLEARED', 'REJECTED')),
  -- what is posted instead of the row
  correction jsonb check (jsonb_typeof(correction) = 'object'),
  ignores_rules boolean not null default false,
  corrected_by_id text,
  corrected_by text,
  correction_reason text,
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  version integer not null check (version > 0),
  quarantined_at timestamptz not null,
  constraint quarantine_identity unique (document_id, kind, identity)
);
create index quarantine_partner on quarantine_item (partner_id, id);
create index quarantine_state on quarantine_item (state, id);
`;

/** What rules that look beyond one document remember, only of sources that have such rules. */
const memory = `
create table quality_key (
  partner_id uuid not null references partner (id),
  rule_id text not null,
  key bytea not null check (length(key) = 16),
  external_id text not null,
  seen_at timestamptz not null,
  primary key (partner_id, rule_id, key)
);
create index quality_key_seen on quality_key (partner_id, rule_id, seen_at);

create table quality_sequence (
  partner_id uuid not null references partner (id),
  rule_id text not null,
  seen int8multirange not null,
  primary key (partner_id, rule_id)
);
`;

const moved = `
insert into quarantine_item (id, partner_id, document_id, kind, identity, position, rule, code,
  reason, row_content, state, version, quarantined_at)
select gen_random_uuid(), d.partner_id, d.id, case when r->>'externalId' = '' then 'LINE'
    else 'ROW' end, coalesce(nullif(r->>'externalId', '') || ' ', '') || (r->>'position'),
  (r->>'position')::integer, case when r->>'externalId' = '' then 'ADAPTER' else 'LEDGER' end,
  r->>'code', r->>'reason', null, 'OPEN', 1, coalesce(d.finished_at, d.received_at)
from document d, jsonb_array_elements(d.refused_transactions) r
on conflict do nothing;

insert into quarantine_item (id, partner_id, document_id, kind, identity, position, line, rule,
  code, refusal_code, reason, state, version, quarantined_at)
select gen_random_uuid(), d.partner_id, d.id, 'DOCUMENT', '', 0, (d.refusal->>'line')::integer,
  'ADAPTER', 'DOCUMENT_REFUSED', d.refusal->>'code', d.refusal->>'reason', 'OPEN', 1,
  coalesce(d.finished_at, d.received_at)
from document d where d.state = 'REFUSED';

alter table document drop column refused_transactions;
`;

const figures = `
create index document_received on document (partner_id, received_at);
create index quarantine_day on quarantine_item (partner_id, quarantined_at);

-- What came of a source's input, by the day (UTC) on which it came.
create view quality_day with (security_invoker = true) as
select partner_id, day, sum(documents)::integer as documents,
  sum(refused_documents)::integer as refused_documents, sum(transactions) as transactions,
  sum(posted) as posted, sum(refused) as refused, sum(quarantined)::integer as quarantined,
  sum(waiting)::integer as waiting, sum(rejected)::integer as rejected
from (
  select partner_id, (received_at at time zone 'UTC')::date as day, 1 as documents,
    (state = 'REFUSED')::integer as refused_documents, transactions::bigint, posted::bigint,
    refused::bigint, 0 as quarantined, 0 as waiting, 0 as rejected
  from document
  union all
  select partner_id, (quarantined_at at time zone 'UTC')::date, 0, 0, 0, 0, 0, 1,
    (state in ('OPEN', 'AWAITING_APPROVAL', 'RELEASED'))::integer, (state = 'REJECTED')::integer
  from quarantine_item
) parts
group by partner_id, day;
`;

const grants = `
grant select, insert on quality_rules to tutti_app;
grant select, insert, update on quarantine_item, quality_sequence to tutti_app;
grant select, insert, update, delete on quality_key to tutti_app;
grant select on quality_day to tutti_app;
`;
