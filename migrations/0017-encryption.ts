import { Migration } from "@mikro-orm/migrations";

/**
 * Keys that seal what is personal or secret, and sealed columns beside those that were written as
 * they are: a job moves the rows over.
 */
export class Migration0017Encryption extends Migration {
  override up(): void {
    this.addSql(keys);
    this.addSql(secrets);
    this.addSql(accounts);
    this.addSql(files);
    this.addSql(answers);
    this.addSql(grants);
  }
}

const keys = `
-- A key for each subject: partner:<id>, person:<id>, hub. Wrapped by a key that is kept elsewhere;
-- where the wrapped key is gone, nothing that it sealed can be read by anyone, ever.
create table data_key (
  id uuid primary key,
  subject text not null,
  -- the key that wraps it, by its id
  wrapped_by text not null,
  wrapped bytea,
  created_at timestamptz not null,
  -- since when a newer one seals
  retired_at timestamptz,
  destroyed_at timestamptz,
  constraint data_key_destroyed check ((wrapped is null) = (destroyed_at is not null))
);
create unique index data_key_active on data_key (subject) where retired_at is null;
create index data_key_subject on data_key (subject);
create index data_key_retired on data_key (id) where retired_at is not null and wrapped is not null;
`;

const secrets = `
alter table hub_secret
  alter column value drop not null,
  add column sealed bytea,
  add column key_id uuid references data_key (id),
  add constraint hub_secret_once check ((value is null) = (sealed is not null));
create index hub_secret_key on hub_secret (key_id);
`;

const accounts = `
alter table payout_account
  drop column number_key,
  alter column number drop not null,
  alter column holder_name drop not null,
  add column holder_masked text,
  -- the holder's name and the number, sealed
  add column sealed bytea,
  add column key_id uuid references data_key (id),
  -- a keyed hash of the number, by which it is found without being read
  add column number_index bytea,
  add constraint payout_account_once check ((sealed is null) = (number is not null));
update payout_account set holder_masked = regexp_replace(holder_name, '(\\S)\\S*', '\\1***', 'g');
alter table payout_account alter column holder_masked set not null;
create index payout_account_key on payout_account (key_id);
create index payout_account_number on payout_account (number_index)
  where number_index is not null;
create index payout_account_plain on payout_account (id) where sealed is null;
`;

const files = `
-- Parts of what banks are sent and answer, each sealed with the key of whom it is about. What is
-- about nobody is part 0: it says where the others go.
create table sealed_part (
  -- run:<id>, or report:<sha256>
  file text not null,
  number integer not null check (number >= 0),
  -- the payout that it is about
  name text not null,
  sealed bytea not null,
  key_id uuid not null references data_key (id),
  primary key (file, number)
);
create index sealed_part_key on sealed_part (key_id);
alter table payout_run alter column file drop not null, alter column debtor drop not null;
alter table payout_report alter column content drop not null;
create index payout_run_plain on payout_run (id) where file is not null;
create index payout_report_plain on payout_report (sha256) where content is not null;
`;

/** Answers of commands that were kept with what is sealed from now on. */
const answers = `
update command_claim set answer = answer - 'holderName' where command = 'addPayoutAccount';
update command_claim set answer = jsonb_set(answer, '{run}', (answer -> 'run') - 'debtor')
where command in ('createPayoutRun', 'readPayoutReport') and answer ? 'run';
`;

const grants = `
grant select, insert, update on data_key, sealed_part to tutti_app;
grant update on hub_secret, payout_run, payout_report to tutti_app;
`;
