import type { Client } from "pg";
import type {
  AccountState,
  Direction,
  HoldState,
  KnownTransaction,
  Leg,
  OriginalState,
  Side,
} from "./posting-model.rules.js";

/** The connection of a lane, or anything that runs a statement as one does. */
export type Connection = Pick<Client, "query">;

interface AccountRecord {
  id: bigint;
  partner_id: string | null;
  purpose: string;
  currency: string;
  normal_side: Side;
  floor_minor: bigint | null;
  state: "OPEN" | "CLOSED";
  revision: bigint;
  balance: bigint;
  pending_debit: bigint;
  pending_credit: bigint;
  version: bigint;
  posted_ms: bigint;
}

const ACCOUNTS = `
select id, partner_id, purpose, currency, normal_side, floor_minor, state, revision, balance,
  pending_debit, pending_credit, version,
  case when version = 0 then 0 else (extract(epoch from posted_at) * 1000)::bigint end as posted_ms
from account where id = any($1::bigint[])`;

/** Accounts by id; `lock` takes their row locks, in id order, for the transaction in progress. */
export async function readAccounts(on: Connection, ids: string[], lock: boolean) {
  const text = lock ? `${ACCOUNTS} order by id for no key update` : ACCOUNTS;
  const name = lock ? "accounts:lock" : "accounts";
  const { rows } = await on.query<AccountRecord>({ name, text, values: [`{${ids.join(",")}}`] });
  return rows.map(accountOf);
}

function accountOf(row: AccountRecord): AccountState {
  return {
    id: row.id.toString(),
    partnerId: row.partner_id,
    purpose: row.purpose,
    currency: row.currency,
    normalSide: row.normal_side,
    floorMinor: row.floor_minor,
    closed: row.state === "CLOSED",
    revision: row.revision,
    balance: row.balance,
    pendingDebit: row.pending_debit,
    pendingCredit: row.pending_credit,
    version: Number(row.version),
    postedAt: Number(row.posted_ms),
  };
}

const IDENTITIES = `
select key, content_hash, transaction_id from transaction_identity where key = any($1::uuid[])`;

/** Which of these identity keys are known, and as what. */
export async function readIdentities(on: Connection, keys: string[]) {
  const known = new Map<string, KnownTransaction>();
  if (keys.length === 0) return known;
  const values = [`{${keys.join(",")}}`];
  const { rows } = await on.query<{ key: string; content_hash: string; transaction_id: string }>({
    name: "identities",
    text: IDENTITIES,
    values,
  });
  for (const row of rows) {
    known.set(row.key, { transactionId: row.transaction_id, contentHash: row.content_hash });
  }
  return known;
}

const HOLDS = `
select id, partner_id as "partnerId", debit_account_id::text as debit,
  credit_account_id::text as credit, amount_minor as "amountMinor", currency,
  captured_minor as "capturedMinor", state,
  (extract(epoch from expires_at) * 1000)::float8 as "expiresAt"
from hold where id = any($1::uuid[])`;

export async function readHolds(on: Connection, ids: string[]): Promise<Map<string, HoldState>> {
  if (ids.length === 0) return new Map();
  const values = [`{${ids.join(",")}}`];
  const { rows } = await on.query<HoldState>({ name: "holds", text: HOLDS, values });
  return new Map(rows.map((row) => [row.id, row]));
}

/** A transaction's transfers are in its block: its ids say in which month to look for them. */
const ORIGINALS = `
select t.id, t.partner_id, t.kind, t.type, t.direction, t.amount_minor, t.currency,
  coalesce(r.reversed_minor, 0) as reversed_minor,
  (extract(epoch from t.occurred_at) * 1000)::float8 as occurred_ms,
  (extract(epoch from t.counted_in) * 1000)::float8 as counted_ms,
  (select coalesce(json_agg(json_build_object('debit', m.debit_account_id::text,
      'credit', m.credit_account_id::text, 'amountMinor', m.amount_minor::text,
      'currency', a.currency, 'code', m.code) order by m.id), '[]')
    from transfer m join account a on a.id = m.debit_account_id
    where m.transaction_id = t.id and m.id > t.id and m.id <= b.last_id
      and m.kind in ('POST', 'CAPTURE') and m.code <> 'ACCRUAL') as legs
from transaction t join block b on b.lane = t.lane and b.sequence = t.block
left join reversal_total r on r.transaction_id = t.id
where t.id = any($1::uuid[])`;

interface OriginalRecord {
  id: string;
  partner_id: string | null;
  kind: string;
  type: string;
  direction: Direction;
  amount_minor: bigint;
  currency: string;
  reversed_minor: bigint;
  occurred_ms: number;
  counted_ms: number | null;
  legs: (Omit<Leg, "amountMinor"> & { amountMinor: string })[];
}

/** Transactions that are to be undone, with what they moved and what was undone already. */
export async function readOriginals(on: Connection, ids: string[]) {
  if (ids.length === 0) return new Map<string, OriginalState>();
  const values = [`{${ids.join(",")}}`];
  const { rows } = await on.query<OriginalRecord>({ name: "originals", text: ORIGINALS, values });
  return new Map(rows.map((row) => [row.id, originalOf(row)]));
}

function originalOf(row: OriginalRecord): OriginalState {
  const { id, kind, type, direction, currency } = row;
  const legs = row.legs.map((leg) => ({ ...leg, amountMinor: BigInt(leg.amountMinor) }));
  return {
    id,
    kind,
    type,
    direction,
    currency,
    legs,
    partnerId: row.partner_id,
    amountMinor: row.amount_minor,
    occurredAt: row.occurred_ms,
    countedIn: row.counted_ms,
    reversedMinor: row.reversed_minor,
  };
}
