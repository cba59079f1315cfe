import { randomUUID } from "node:crypto";
import { recordTransactions } from "../../src/ledger/index.js";
import { validateTerms } from "../../src/settlements/validate-terms.rules.js";
import type { BenchLedger } from "../posting/ledger.js";

const PARTNER = `
insert into partner (id, code, name, kind, state, synthetic, version, created_at)
values ($1::uuid, $1::uuid::text, 'Bench', 'GAME_PROVIDER', 'ACTIVE', true, 1, now())`;
const CONTRACT = `
insert into contract (id, partner_id, code, currency, effective_from, time_zone, starts_at, version,
  created_at)
values ($1, $2, 'main', 'EUR', $3::date, 'UTC', $3::date::timestamp at time zone 'UTC', 1, now())`;
const VERSION = `
insert into contract_version
select id, 1, effective_from, starts_at, $2, 'SCHEDULED', null, 'system:bench', now()
from contract where id = $1`;

/** A share of 12.5 percent of what came in less what went out, day by day. */
const FLAT = {
  currency: "EUR",
  timeZone: "UTC",
  cycle: { rhythm: { kind: "DAILY" } },
  bases: [{ id: "ggr", kind: "GGR" }],
  clauses: [
    {
      id: "share",
      kind: "REVENUE_SHARE",
      basis: "ggr",
      beneficiary: "PARTNER",
      scheme: "FLAT",
      tiers: [{ from: "0", rate: "0.125" }],
    },
  ],
};

/** Adds partners, with a flat contract each from a day on, or without; answers their ids. */
export async function addPartners(
  { pool }: Pick<BenchLedger, "pool">,
  { count, from }: { count: number; from: string | null },
): Promise<string[]> {
  const partnerIds = Array.from({ length: count }, () => randomUUID());
  for (const partnerId of partnerIds) {
    await pool.query(PARTNER, [partnerId]);
    if (from === null) continue;
    // The contract has its partner's id, so that either finds the other.
    const contractId = partnerId;
    await pool.query(CONTRACT, [contractId, partnerId, from]);
    await pool.query(VERSION, [contractId, JSON.stringify(validateTerms(FLAT))]);
  }
  await pool.query("update terms_revision set revision = revision + 1");
  return partnerIds;
}

let serial = 0;

function transaction(partnerIds: readonly string[], occurredAt: Date) {
  const n = ++serial;
  return {
    partnerId: partnerIds[n % partnerIds.length] ?? "",
    externalId: `bench-${n}`,
    type: n % 3 === 0 ? "win" : "bet",
    direction: n % 3 === 0 ? "OUT" : "IN",
    amountMinor: BigInt(1 + (n % 9_999)),
    currency: "EUR",
    occurredAt,
  } as const;
}

const CALLERS = 20;
const ITEMS_PER_CALL = 200;

/** Records partners' transactions until told to stop; every one is required to be posted. */
async function record(
  ledger: Pick<BenchLedger, "engine" | "accounts">,
  { partnerIds, at }: { partnerIds: readonly string[]; at: Date },
  goesOn: (posted: number) => boolean,
): Promise<{ posted: number; seconds: number }> {
  const start = performance.now();
  let taken = 0;
  const caller = async () => {
    while (goesOn(taken)) {
      const batch = Array.from({ length: ITEMS_PER_CALL }, () => transaction(partnerIds, at));
      taken += batch.length;
      const { outcomes } = await recordTransactions(ledger, batch);
      if (!outcomes.flat().every(({ status }) => status === "POSTED")) throw new Error("refused");
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return { posted: taken, seconds: (performance.now() - start) / 1_000 };
}

/** Transactions a second over so many seconds. */
export async function recordFor(
  ledger: Pick<BenchLedger, "engine" | "accounts">,
  partnerIds: readonly string[],
  seconds: number,
): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  const load = { partnerIds, at: new Date() };
  const done = await record(ledger, load, () => performance.now() < end);
  return done.posted / done.seconds;
}

/** Records so many transactions of one partner that occurred at a moment. */
export async function recordMany(
  ledger: Pick<BenchLedger, "engine" | "accounts">,
  { partnerId, at, count }: { partnerId: string; at: Date; count: number },
): Promise<void> {
  await record(ledger, { partnerIds: [partnerId], at }, (posted) => posted < count);
}
