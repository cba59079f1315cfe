import { randomUUID } from "node:crypto";
import type { Outcome, PositionState, PostingItem } from "../../src/ledger/index.js";
import { readPositionJson, type PositionJson } from "../../src/ledger/index.js";
import { closePeriod, reopenPeriod } from "../../src/settlements/index.js";
import type { PublishedRate } from "../../src/settlements/published-rates.rules.js";
import { startOfDay } from "../../src/shared/calendar.rules.js";
import { CURRENCIES } from "../unit/settlements/arbitrary-terms.js";
import { startOf, type StoryLedger } from "./accrual-run.js";
import { VERSION_DAYS, type AccrualStory } from "./accrual-story.js";
import type { testLedger } from "./ledger.js";

type Ledger = Awaited<ReturnType<typeof testLedger>>;

const PARTNER = `insert into partner (id, code, name, kind, state, synthetic, version, created_at)
  values ($1::uuid, $1::uuid::text, 'Partner', 'GAME_PROVIDER', 'ACTIVE', true, 1, now())`;
const CONTRACT = `insert into contract (id, partner_id, code, currency, effective_from,
    effective_to, time_zone, starts_at, ends_at, version, created_at)
  values ($1, $2, 'main', $3, '2026-01-01', '2026-04-30', 'Asia/Seoul', $4, $5, 1, now())`;
const VERSION = `insert into contract_version
  values ($1, $2, $3, $4, $5, 'SCHEDULED', null, 'system:test', now())`;
const RATE = `insert into exchange_rate
    (source, currency, quote, day, rate, published_by, published_at)
  select u.*, 'system:test', now()
  from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::numeric[]) u`;
const POSITIONS = `select contract_id as "contractId", version, segments, accrued,
    accrued_minor as "accruedMinor", recoupable, releases, conditions,
    (extract(epoch from period_start) * 1000)::float8 as "periodStart"
  from position where contract_id = $1`;

/** A hub's engine on a real Postgres, with a contract of its own for a story. */
export async function storyLedger(ledger: Ledger, story: AccrualStory): Promise<StoryLedger> {
  const [partnerId, contractId, run] = [randomUUID(), randomUUID(), randomUUID()];
  const currency = story.versions[0]?.currency ?? "";
  await agree(ledger, { partnerId, contractId, run, story });
  const specs = CURRENCIES.flatMap((each) =>
    ["in", "out"].map((way) => {
      const reference = `${run} ${way}`;
      return { partnerId: null, purpose: "TEST", currency: each, normalSide: "CREDIT", reference };
    }),
  );
  const ids = await ledger.accounts.ensure(specs as Parameters<Ledger["accounts"]["ensure"]>[0]);
  const accounts = CURRENCIES.map((each, index) => {
    return [each, { debit: ids[2 * index] ?? "", credit: ids[2 * index + 1] ?? "" }] as const;
  });
  const at = new Date();
  return {
    partnerId,
    contractId,
    accounts: Object.fromEntries(accounts),
    post: (items) => post(ledger, items),
    setClosed: (month, closed) => {
      const move = { contractId, periodStart: new Date(startOf(month)), at };
      return closed ? closePeriod(ledger.sql, move) : reopenPeriod(ledger.sql, move);
    },
    publish: (rates) => publish(ledger, run, rates),
    positions: () => positions(ledger, contractId),
    async payableMinor() {
      const [row] = await ledger.sql.rows<{ balance: bigint }>(
        `select balance from account where partner_id = $1 and purpose = 'PARTNER_PAYABLE'
           and reference = $2 and currency = $3`,
        [partnerId, contractId, currency],
      );
      return row?.balance ?? 0n;
    },
  };
}

interface Agreement {
  partnerId: string;
  contractId: string;
  run: string;
  story: AccrualStory;
}

async function agree({ sql }: Ledger, { partnerId, contractId, run, story }: Agreement) {
  const { versions } = story;
  const startsAt = startOfDay("2026-01-01", "Asia/Seoul");
  const endsAt = startOfDay("2026-05-01", "Asia/Seoul");
  await sql.rows(PARTNER, [partnerId]);
  await sql.rows(CONTRACT, [contractId, partnerId, versions[0]?.currency, startsAt, endsAt]);
  for (const [index, terms] of versions.entries()) {
    const { rateSource } = terms;
    const kind = rateSource?.kind === "DAILY" ? "daily" : "bank";
    const source = rateSource && "source" in rateSource ? { source: `${kind} ${run}` } : {};
    const own = { ...terms, rateSource: rateSource && { ...rateSource, ...source } };
    const day = VERSION_DAYS[index] ?? "";
    const at = startOfDay(day, "Asia/Seoul");
    await sql.rows(VERSION, [contractId, index + 1, day, at, JSON.stringify(own)]);
  }
  await sql.rows("update terms_revision set revision = revision + 1");
}

async function publish({ sql }: Ledger, run: string, rates: readonly PublishedRate[]) {
  const column = (pick: (rate: PublishedRate) => string) => rates.map(pick);
  await sql.rows(RATE, [
    column(({ source }) => `${source} ${run}`),
    column(({ currency }) => currency),
    column(({ quote }) => quote),
    column(({ day }) => day),
    column(({ rate }) => rate),
  ]);
  await sql.rows("update terms_revision set revision = revision + 1");
}

async function post({ engine }: Ledger, items: readonly PostingItem[]): Promise<Outcome[]> {
  return (await engine.submit(items.map((item) => [item]))).outcomes.flat();
}

async function positions({ sql }: Ledger, contractId: string): Promise<PositionState[]> {
  type Row = PositionJson & Pick<PositionState, "contractId" | "periodStart" | "accruedMinor">;
  const rows = await sql.rows<Row & { version: bigint }>(POSITIONS, [contractId]);
  return rows.map((row) => {
    return { ...row, ...readPositionJson(row), version: Number(row.version), isNew: false };
  });
}
