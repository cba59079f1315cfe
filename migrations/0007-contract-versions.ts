import { Migration } from "@mikro-orm/migrations";

/**
 * Contracts have versions that take effect on a day, each with its terms as data, and exchange
 * rates are published. A contract so far had one flat revenue share, which becomes its version 1.
 */
export class Migration0007ContractVersions extends Migration {
  override up(): void {
    this.addSql(versions);
    this.addSql(conversion);
    this.addSql(contracts);
    this.addSql(rates);
    this.addSql(grants);
  }
}

const versions = `
create table contract_version (
  contract_id uuid not null references contract (id),
  number integer not null check (number > 0),
  effective_from date not null,
  -- the same day as a moment, in the time zone of the contract
  starts_at timestamptz not null,
  terms jsonb not null check (jsonb_typeof(terms) = 'object'),
  -- what is scheduled takes effect on its day by itself
  state text not null check (state in ('SCHEDULED', 'CANCELLED')),
  -- why it was scheduled, moved or cancelled last
  reason text,
  created_by text not null,
  created_at timestamptz not null,
  primary key (contract_id, number)
);
create unique index contract_version_day on contract_version (contract_id, effective_from)
  where state = 'SCHEDULED';
`;

const conversion = `
insert into contract_version
select c.id, 1, c.effective_from, c.starts_at, jsonb_build_object(
    'currency', c.currency,
    'rateSource', null,
    'rounding', jsonb_build_object('mode', t.term->>'rounding', 'per', 'PERIOD', 'unitMinor', '1'),
    'timeZone', c.time_zone,
    'cycle', '{"rhythm": {"kind": "MONTHLY", "startsOnDay": 1}, "closeLagDays": 0,
      "payoutLagDays": 0, "payoutLagIn": "CALENDAR_DAYS", "holidayPolicy": "NONE",
      "calendar": {"weekend": ["SATURDAY", "SUNDAY"], "holidays": []}}'::jsonb,
    'lateData', 'SWEEP',
    'whenNegative', 'CARRY_FORWARD',
    'bases', jsonb_build_array(jsonb_build_object(
      'id', 'basis',
      'whenNegative', 'KEEP',
      'kind', case t.term->>'basis' when 'NET' then 'GGR' else 'TURNOVER' end,
      'types', null)),
    'clauses', jsonb_build_array(jsonb_build_object(
      'id', 'share',
      'kind', 'REVENUE_SHARE',
      'basis', 'basis',
      'beneficiary', 'PARTNER',
      'scheme', 'FLAT',
      'tierPeriod', 'PERIOD',
      'tiers', jsonb_build_array(
        jsonb_build_object('from', '0', 'to', null, 'rate', t.term->>'shareRate')),
      'consentToRateAboveOne', false,
      'rounding', null))),
  'SCHEDULED', null, 'system:migration', c.created_at
from contract c cross join lateral (select c.terms->0 as term) t;
`;

const contracts = `
alter table contract drop column cycle, drop column terms;
update terms_revision set revision = revision + 1;
`;

const rates = `
-- What one unit of a currency is worth in another on a day, as a source says; major units of both.
create table exchange_rate (
  source text not null,
  currency text not null,
  quote text not null check (quote <> currency),
  day date not null,
  rate numeric not null check (rate > 0),
  -- how often it was said, from 1; why it was corrected last
  revision integer not null default 1 check (revision > 0),
  reason text,
  published_by text not null,
  published_at timestamptz not null,
  primary key (source, currency, quote, day),
  constraint exchange_rate_correction_says_why check ((revision = 1) = (reason is null))
);
`;

const grants = `
grant select, insert, update on contract_version, exchange_rate to tutti_app;
`;
