import { randomUUID } from "node:crypto";
import { ledgerService, openLedger, recordTransactions } from "../../src/ledger/index.js";
import type { LedgerService } from "../../src/ledger/index.js";
import { loadTermsBook, openSettlements } from "../../src/settlements/index.js";
import { systemActor, type Actor } from "../../src/shared/commands/actor.js";
import type { Clock } from "../../src/shared/clock.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import { ALL_PERMISSIONS } from "../../src/shared/permission.rules.js";
import { flatShare, insertContracts } from "./contracts.js";
import type { TestDatabase } from "./postgres.js";
import { openTestRooms, type TestRooms } from "./rooms.js";

/** A clock that stands still until it is set. */
export interface TestClock extends Clock {
  set(at: string): void;
}

export function testClock(at: string): TestClock {
  let now = new Date(at);
  return { now: () => now, set: (next) => void (now = new Date(next)) };
}

/** Settlements on a real ledger in a database of their own; time is the test's. */
export interface SettlementWorld {
  rooms: TestRooms;
  ledger: LedgerService;
  clock: TestClock;
  /** A contract of a new partner, by default a share of 10 percent of GGR, month by month. */
  contract(terms?: Record<string, unknown>): Promise<TestContract>;
  /** Records what came in for a partner, and answers when it is in the ledger. */
  record(contract: TestContract, occurredAt: string, amountMinor: bigint): Promise<void>;
  close(): Promise<void>;
}

export interface TestContract {
  id: string;
  partnerId: string;
}

/** A person who may do everything. */
export function person(name: string): Actor {
  const permissions = new Set(ALL_PERMISSIONS);
  return { kind: "API_KEY", id: `key_${name}`, name, permissions, scope: null };
}

/** Opens the world on a database of its own, or as one more process of a world that is there. */
export async function openSettlementWorld(
  now: string | TestClock,
  existing?: Pick<TestDatabase, "url">,
): Promise<SettlementWorld> {
  const clock = typeof now === "string" ? testClock(now) : now;
  const rooms = await openTestRooms(clock, existing);
  const { database } = rooms;
  const { log } = rooms.as();
  const options = { database, clock, log, ids: uuidv7Ids(clock), jobs: false };
  const ledger = await openLedger({ ...options, loadTerms: loadTermsBook });
  rooms.as().services.provide(ledgerService, ledger);
  const world = { rooms, ledger, clock };
  return {
    ...world,
    contract: (terms = {}) => agree(world, terms),
    async record({ partnerId }, occurredAt, amountMinor) {
      const transaction = {
        partnerId,
        externalId: randomUUID(),
        type: "bet",
        direction: "IN",
        amountMinor,
        currency: "KRW",
        occurredAt: new Date(occurredAt),
      } as const;
      const { outcomes } = await recordTransactions(ledger, [transaction]);
      if (outcomes[0]?.[0]?.status !== "POSTED") throw new Error(JSON.stringify(outcomes));
    },
    async close() {
      await ledger.close();
      await rooms.close();
    },
  };
}

const PARTNER = `
insert into partner (id, code, name, kind, state, synthetic, version, created_at)
values ($1, $2, $2, 'GAME_PROVIDER', 'ACTIVE', false, 1, now())`;

async function agree(
  { rooms, clock }: Pick<SettlementWorld, "rooms" | "clock">,
  changes: Record<string, unknown>,
): Promise<TestContract> {
  const [id, partnerId] = [randomUUID(), randomUUID()];
  await rooms.database.pool.query(PARTNER, [partnerId, `p-${partnerId}`]);
  const terms = { ...flatShare({ rate: "0.1" }), ...changes };
  const from = clock.now().toISOString().slice(0, 7);
  await insertContracts(rooms.database.pool, [{ id, partnerId, terms }]);
  await rooms.database.pool.query(BEGIN, [id, `${from}-01`]);
  await openSettlements(rooms.as(systemActor("jobs")), { contractId: id });
  return { id, partnerId };
}

/** Those of tests begin in 2020; these with the month, so that no other period is open. */
const BEGIN = `
with r as (update terms_revision set revision = revision + 1),
c as (update contract set version = version + 1, effective_from = $2,
  starts_at = ($2::date::timestamp at time zone time_zone) where id = $1 returning starts_at)
update contract_version set effective_from = $2, starts_at = (select starts_at from c)
where contract_id = $1`;
