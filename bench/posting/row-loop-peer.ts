import pg from "pg";

/**
 * A stock ledger on Postgres: a function that posts one transfer, row by row, under row locks taken
 * in account order. Each call is a transaction, from several clients at once.
 */
const SCHEMA = `
create table loop_account (id bigint primary key, balance bigint not null default 0,
  version bigint not null default 0);
create table loop_transfer (id bigint generated always as identity primary key,
  external_id text not null unique,
  debit_account_id bigint not null, credit_account_id bigint not null,
  amount bigint not null check (amount > 0),
  posted_at timestamptz not null default now());
create table loop_entry (account_id bigint not null, version bigint not null,
  transfer_id bigint not null,
  amount bigint not null, balance_after bigint not null,
  posted_at timestamptz not null default now(),
  primary key (account_id, version));
create function loop_post(external text, debit bigint, credit bigint, amount bigint) returns bigint
language plpgsql as $$
declare
  new_id bigint;
  leg record;
  account loop_account;
begin
  insert into loop_transfer (external_id, debit_account_id, credit_account_id, amount)
    values (external, debit, credit, amount) returning id into new_id;
  perform 1 from loop_account where id in (debit, credit) order by id for no key update;
  for leg in select * from (values (debit, -amount), (credit, amount)) v (account_id, delta) loop
    update loop_account set balance = balance + leg.delta, version = version + 1
      where id = leg.account_id returning * into account;
    insert into loop_entry (account_id, version, transfer_id, amount, balance_after)
      values (leg.account_id, account.version, new_id, leg.delta, account.balance);
  end loop;
  return new_id;
end $$;
insert into loop_account (id) select generate_series(1, 1001);
`;

/** Prepares the peer's tables. */
export async function prepareRowLoop(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(SCHEMA);
  await client.end();
}

let serial = 0;

/** Transfers a second out of one hot account, so many clients each waiting for its commit. */
export async function rowLoopRate(url: string, clients: number, seconds: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  const start = performance.now();
  let count = 0;
  const client = async () => {
    while (performance.now() - start < seconds * 1_000) {
      const n = ++serial;
      const values = [`loop-${n}`, 1, 2 + (n % 1_000), 1 + (n % 9_999)];
      await pool.query({ name: "loop", text: "select loop_post($1, $2, $3, $4)", values });
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const rate = count / ((performance.now() - start) / 1_000);
  await pool.end();
  return rate;
}
