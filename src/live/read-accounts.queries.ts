import type { Sql } from "../shared/database/sql.js";
import type { Positions } from "./positions.rules.js";

/** Accounts by what they are; null stands for any. */
export interface OpenSelection {
  partnerId: string | null;
  currency: string | null;
  purpose: string | null;
}

/** What is to be read: accounts by their numbers, and those of open selections. */
export interface AccountsWanted {
  ids: readonly string[];
  open: readonly OpenSelection[];
  /** Accounts of one open selection at the most. */
  limit: number;
}

/** The state of an account as its row has it. */
export interface AccountSnapshot {
  accountId: string;
  partnerId: string | null;
  purpose: string;
  currency: string;
  normalSide: "DEBIT" | "CREDIT";
  version: number;
  /** Credits less debits, in minor units. */
  balance: bigint;
  pendingDebit: bigint;
  pendingCredit: bigint;
  /** Milliseconds since the epoch; null while the account has no entry. */
  postedAt: number | null;
}

/** Accounts and the ends of all lanes, of one moment. */
export interface AccountsRead {
  positions: Positions;
  accounts: AccountSnapshot[];
}

interface AccountRow {
  positions: Record<string, number> | null;
  id: bigint;
  partnerId: string | null;
  purpose: string;
  currency: string;
  normalSide: "DEBIT" | "CREDIT";
  version: bigint;
  balance: bigint;
  pendingDebit: bigint;
  pendingCredit: bigint;
  postedAtMs: number | null;
}

const COLUMNS = `a.id, a.partner_id, a.purpose, a.currency, a.normal_side, a.version, a.balance,
  a.pending_debit, a.pending_credit, a.posted_at`;

const MATCHES = `(s.currency is null or x.currency = s.currency)
  and (s.purpose is null or x.purpose = s.purpose)`;

/** One statement, so that accounts and positions are of one moment. */
const ACCOUNTS = `
with picked as (
  select ${COLUMNS} from account a where a.id = any($1::bigint[])
  union
  select ${COLUMNS}
  from unnest($2::uuid[], $3::text[], $4::text[]) as s (partner_id, currency, purpose)
  cross join lateral (select * from account x
    where x.partner_id = s.partner_id and ${MATCHES} order by x.id limit $5) a
  union
  select ${COLUMNS} from unnest($6::text[], $7::text[]) as s (currency, purpose)
  cross join lateral (select * from account x where ${MATCHES} order by x.id limit $5) a
)
select coalesce(jsonb_object_agg(id, sequence), '{}') as positions, null::bigint as id,
  null::uuid as "partnerId", null as purpose, null as currency, null as "normalSide",
  null::bigint as version, null::bigint as balance, null::bigint as "pendingDebit",
  null::bigint as "pendingCredit", null::float8 as "postedAtMs"
from lane
union all
select null, a.id, a.partner_id, a.purpose, a.currency, a.normal_side, a.version, a.balance,
  a.pending_debit, a.pending_credit,
  case when a.version > 0 then (extract(epoch from a.posted_at) * 1000)::float8 end
from picked a`;

/** Reads accounts together with the positions that their states are of. */
export async function readAccounts(sql: Sql, wanted: AccountsWanted): Promise<AccountsRead> {
  const ofPartners = wanted.open.filter((selection) => selection.partnerId !== null);
  const ofAll = wanted.open.filter((selection) => selection.partnerId === null);
  const rows = await sql.rows<AccountRow>(ACCOUNTS, [
    wanted.ids,
    ...columns(ofPartners, "partnerId", "currency", "purpose"),
    wanted.limit,
    ...columns(ofAll, "currency", "purpose"),
  ]);
  const [end, ...accounts] = rows;
  const positions = Object.entries(end?.positions ?? {});
  return {
    positions: new Map(positions.map(([lane, sequence]) => [Number(lane), sequence])),
    accounts: accounts.map(snapshotOf),
  };
}

function columns(
  selections: readonly OpenSelection[],
  ...names: (keyof OpenSelection)[]
): (string | null)[][] {
  return names.map((name) => selections.map((selection) => selection[name]));
}

function snapshotOf(row: AccountRow): AccountSnapshot {
  const { partnerId, purpose, currency, normalSide, balance, pendingDebit, pendingCredit } = row;
  return {
    accountId: row.id.toString(),
    partnerId,
    purpose,
    currency,
    normalSide,
    balance,
    pendingDebit,
    pendingCredit,
    version: Number(row.version),
    postedAt: row.postedAtMs,
  };
}

/** The transactions behind versions of accounts, in the order asked; null where there is none. */
export async function readCauses(
  sql: Sql,
  versions: readonly { accountId: string; version: number }[],
): Promise<(string | null)[]> {
  const rows = await sql.rows<{ n: bigint; transactionId: string | null }>(
    `select v.n, m.transaction_id as "transactionId"
     from unnest($1::bigint[], $2::bigint[]) with ordinality as v (account_id, version, n)
     left join entry e on e.account_id = v.account_id and e.version = v.version
     left join transfer m on m.id = e.transfer_id
     order by v.n`,
    [versions.map(({ accountId }) => accountId), versions.map(({ version }) => version)],
  );
  return rows.map((row) => row.transactionId);
}
