import { Migration } from "@mikro-orm/migrations";

/**
 * Settlements, jobs and positions name the transaction that changed them last, so that what changed
 * since a snapshot of the database can be told, in whatever order transactions committed.
 */
export class Migration0014ChangedRows extends Migration {
  override up(): void {
    this.addSql(settlementsAndJobs);
    this.addSql(positions);
  }
}

const columns = (table: string) => `
alter table ${table}
  add changed_in xid8 not null default '0',
  add changed_at timestamptz not null default now();
alter table ${table}
  alter changed_in set default pg_current_xact_id(),
  alter changed_at set default clock_timestamp();
`;

const stamped = (table: string) => `${columns(table)}
create index ${table}_changed on ${table} (changed_in);
create trigger ${table}_stamped before update on ${table}
  for each row execute function stamp_change();
`;

const settlementsAndJobs = `
create function stamp_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.changed_in := pg_current_xact_id();
  new.changed_at := clock_timestamp();
  return new;
end $$;
${stamped("settlement")}
${stamped("job")}
`;

/** Every commit of the ledger writes these: no trigger, and no index that would cost it its HOT. */
const positions = columns("position");
