import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addPayoutAccount,
  createPayoutRun,
  openRunFile,
  readPayoutReport,
  revealPayoutAccount,
} from "../../../src/payouts/index.js";
import {
  adjustSettlement,
  changeSettlement,
  netSettlements,
} from "../../../src/settlements/index.js";
import { vaultService } from "../../../src/vault/index.js";
import { bankReport, PLATFORM, scheduled } from "../../support/payouts.js";
import { openSettlementWorld, person, type SettlementWorld } from "../../support/settlements.js";

let world: SettlementWorld;

beforeAll(async () => {
  world = await openSettlementWorld("2026-03-10T00:00:00Z");
});

afterAll(() => world.close());

const as = (name: string) => world.rooms.as(person(name));
const refusedAs = (code: string) => expect.objectContaining({ code });

async function one<Row extends object>(
  sql: string,
  ...values: unknown[]
): Promise<Row | undefined> {
  return (await world.rooms.database.pool.query<Row>(sql, values)).rows[0];
}

async function stateOf(settlementId: string): Promise<string | undefined> {
  const sql = "select state from settlement where id = $1";
  return (await one<{ state: string }>(sql, settlementId))?.state;
}

async function balanceOf(purpose: string, reference = ""): Promise<bigint> {
  const sql = "select balance from account where purpose = $1 and reference = $2";
  return (await one<{ balance: bigint }>(sql, purpose, reference))?.balance ?? 0n;
}

const run = (executeOn = "2026-04-30") =>
  createPayoutRun(as("kim"), {
    currency: "KRW",
    executeOn,
    debtor: PLATFORM,
    characters: "LATIN",
    idempotencyKey: `run ${world.rooms.as().ids.next()}`,
  });

describe("a payout", () => {
  test("is paid out once the bank says that it has settled, and never twice", async () => {
    const { contract, settlement } = await scheduled(world, 100_000n);
    const clearing = await balanceOf("PAYOUT_CLEARING");
    const bank = await balanceOf("BANK");
    const { id, messageId, totalMinor } = await run();
    expect(totalMinor).toBe(100_000n);
    expect(await stateOf(settlement.id)).toBe("IN_PAYOUT");
    expect(await balanceOf("PAYOUT_CLEARING")).toBe(clearing + 100_000n);
    await expect(run()).rejects.toThrow(refusedAs("NOTHING_TO_PAY"));
    const { sql, services } = world.rooms.as();
    const file = await openRunFile(services.use(vaultService), sql, id);
    expect(file).toContain('<InstdAmt Ccy="KRW">100000</InstdAmt>');
    const report = bankReport(messageId, "ACSC");
    await readPayoutReport(as("kim"), { report });
    await readPayoutReport(as("lee"), { report });
    expect(await stateOf(settlement.id)).toBe("PAID_OUT");
    expect(await balanceOf("PAYOUT_CLEARING")).toBe(clearing);
    expect(await balanceOf("BANK")).toBe(bank + 100_000n);
    expect(await balanceOf("PARTNER_PAYABLE", contract.id)).toBe(settlement.before);
  });

  test("that the bank refuses goes back to a person, with the bank's reason", async () => {
    const { contract, settlement } = await scheduled(world, 70_000n);
    const payable = await balanceOf("PARTNER_PAYABLE", contract.id);
    const { messageId } = await run();
    await readPayoutReport(as("kim"), { report: bankReport(messageId, "PDNG") });
    expect(await stateOf(settlement.id)).toBe("IN_PAYOUT");
    const report = bankReport(messageId, "RJCT", "AC04", "account is closed");
    await readPayoutReport(as("kim"), { report });
    expect(await stateOf(settlement.id)).toBe("APPROVED");
    expect(await balanceOf("PARTNER_PAYABLE", contract.id)).toBe(payable);
    const payout = await one<{ id: string }>(
      `select id, state, bank_reason as reason from payout
       where id = (select payout_id from payout_share where settlement_id = $1)`,
      settlement.id,
    );
    expect(payout).toMatchObject({
      state: "FAILED",
      reason: "The bank refused it (RJCT): AC04 account is closed",
    });
    const alert = await one("select kind, state from alert where subject = $1", payout?.id);
    expect(alert).toEqual({ kind: "PAYOUT_FAILED", state: "RAISED" });
    await expect(run()).rejects.toThrow(refusedAs("NOTHING_TO_PAY"));
    await changeSettlement(as("kim"), "schedulePayout", { settlementId: settlement.id });
    const again = await run();
    await readPayoutReport(as("kim"), { report: bankReport(again.messageId, "ACCC") });
    expect(await stateOf(settlement.id)).toBe("PAID_OUT");
  });

  test("of two contracts takes from one what the other owes", async () => {
    const { contract, settlement } = await scheduled(world, 100_000n, "APPROVED");
    const owing = await scheduled(world, -40_000n, "APPROVED", contract.partnerId);
    const settlementIds = [settlement.id, owing.settlement.id];
    await netSettlements(as("kim"), { settlementIds });
    const { messageId, totalMinor, payouts } = await run();
    expect([totalMinor, payouts]).toEqual([60_000n, 1]);
    expect(await balanceOf("PARTNER_PAYABLE", owing.contract.id)).toBe(owing.settlement.before);
    await readPayoutReport(as("kim"), { report: bankReport(messageId, "ACSC") });
    for (const id of settlementIds) expect(await stateOf(id)).toBe("PAID_OUT");
    expect(await balanceOf("PARTNER_PAYABLE", contract.id)).toBe(settlement.before);
  });

  test("waits while its partner is on hold, and is not corrected behind an approval", async () => {
    const { contract, settlement } = await scheduled(world, 1_000n);
    await world.rooms.database.pool.query(
      "update partner set state = 'ON_HOLD', hold_reason = 'x', held_at = now() where id = $1",
      [contract.partnerId],
    );
    await expect(run()).rejects.toThrow(refusedAs("NOTHING_TO_PAY"));
    const late = { settlementId: settlement.id, amountMinor: 1n, reason: "more" };
    await expect(adjustSettlement(as("kim"), late)).rejects.toThrow(
      refusedAs("SETTLEMENT_NOT_ADJUSTABLE"),
    );
  });

  test("is not confirmed by a report about another file, or with other amounts", async () => {
    const strange = bankReport("f".repeat(32), "ACSC");
    await expect(readPayoutReport(as("kim"), { report: strange })).rejects.toThrow(
      refusedAs("UNKNOWN_PAYMENT"),
    );
    await expect(readPayoutReport(as("kim"), { report: "<x/>" })).rejects.toThrow(
      refusedAs("STATUS_REPORT_REFUSED"),
    );
  });
});

describe("a payout account", () => {
  test("is masked, and read whole only with a reason that is on record", async () => {
    const { partnerId } = await world.contract();
    const number = "DE89 3704 0044 0532 0130 00";
    const iban = { holderName: "Star", scheme: "IBAN", number } as const;
    const added = await addPayoutAccount(as("kim"), {
      ...iban,
      partnerId,
      currency: "EUR",
    });
    expect(added.numberMasked).toBe("DE****************3000");
    expect(JSON.stringify(added)).not.toContain("3704");
    const reveal = (reason: string) =>
      revealPayoutAccount(as("lee"), { payoutAccountId: added.id, reason });
    await expect(reveal(" ")).rejects.toThrow(refusedAs("REASON_REQUIRED"));
    expect(await reveal("the bank asks")).toMatchObject({ number: "DE89370400440532013000" });
    const trail = await one<{ facts: string; actor: string }>(
      `select facts::text, actor_name as actor from audit_event
       where command = 'revealPayoutAccount' and outcome = 'DONE'`,
    );
    expect(trail?.actor).toBe("lee");
    expect(trail?.facts).toContain("the bank asks");
    const wrong = { ...iban, number: "DE88370400440532013000" };
    await expect(
      addPayoutAccount(as("kim"), { ...wrong, partnerId, currency: "EUR" }),
    ).rejects.toThrow(refusedAs("PAYMENT_NOT_WRITABLE"));
  });
});
