import { afterAll, beforeAll, expect, test } from "vitest";
import { recordTransactions } from "../../../src/ledger/index.js";
import { closeSettlement, openSettlements } from "../../../src/settlements/index.js";
import { systemActor } from "../../../src/shared/commands/actor.js";
import { openSettlementWorld, type SettlementWorld } from "../../support/settlements.js";
import { soakRuns } from "../../support/soak.js";

let world: SettlementWorld;

beforeAll(async () => {
  world = await openSettlementWorld("2026-03-10T00:00:00Z");
});

afterAll(() => world.close());

const jobs = () => world.rooms.as(systemActor("jobs"));
const LATE = new Date("2026-03-31T00:00:00Z");

/** Records transactions of March, one submission after the other, until it is told to stop. */
async function pour(partnerId: string, stream: number, isOver: () => boolean): Promise<number> {
  let sent = 0;
  while (!isOver()) {
    const transactions = Array.from({ length: 20 }, () => ({
      partnerId,
      externalId: `${stream} ${(sent += 1)}`,
      type: "bet",
      direction: "IN" as const,
      amountMinor: 10n,
      currency: "KRW",
      occurredAt: LATE,
    }));
    const { outcomes } = await recordTransactions(world.ledger, transactions);
    if (outcomes.flat().some(({ status }) => status !== "POSTED")) throw new Error("refused");
  }
  return sent;
}

interface Counted {
  month: string;
  transactions: number;
}

async function countedOf(partnerId: string): Promise<Counted[]> {
  const { rows } = await world.rooms.database.pool.query<Counted>(
    `select to_char(counted_in at time zone 'Asia/Seoul', 'YYYY-MM') as month,
       count(*)::integer as transactions
     from transaction where partner_id = $1 and kind = 'TRANSFER' group by 1 order by 1`,
    [partnerId],
  );
  return rows;
}

test.each(Array.from({ length: soakRuns(3, 100) }, (_, n) => n))(
  "a period is closed while transactions pour in, and each is in exactly one (%i)",
  async () => {
    world.clock.set("2026-03-10T00:00:00Z");
    const contract = await world.contract();
    world.clock.set("2026-04-02T00:00:00Z");
    await openSettlements(jobs(), { contractId: contract.id });
    const { rows } = await world.rooms.database.pool.query<{ id: string }>(
      "select id from settlement where contract_id = $1 order by period_start",
      [contract.id],
    );
    let isOver = false;
    const pouring = [1, 2, 3].map((n) => pour(contract.partnerId, n, () => isOver));
    const has = async () => (await countedOf(contract.partnerId)).length;
    await expect.poll(has, { timeout: 30_000 }).toBe(1);
    const closed = await closeSettlement(jobs(), { settlementId: rows[0]?.id ?? "" });
    await expect.poll(has, { timeout: 30_000 }).toBe(2);
    isOver = true;
    const sent = (await Promise.all(pouring)).reduce((sum, count) => sum + count, 0);
    const counted = await countedOf(contract.partnerId);
    expect(counted.map(({ month }) => month)).toEqual(["2026-03", "2026-04"]);
    const [march, april] = counted.map(({ transactions }) => transactions);
    expect((march ?? 0) + (april ?? 0)).toBe(sent);
    expect(closed.payableMinor).toBe(BigInt(march ?? 0));
    const settlementId = rows[1]?.id ?? "";
    world.clock.set("2026-05-02T00:00:00Z");
    const next = await closeSettlement(jobs(), { settlementId });
    expect(next.payableMinor).toBe(BigInt(april ?? 0));
  },
);
