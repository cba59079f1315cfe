import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordTransactions } from "../../../src/ledger/index.js";
import type { PartnerTransaction } from "../../../src/ledger/index.js";
import { testLedger } from "../../support/ledger.js";

let ledger: Awaited<ReturnType<typeof testLedger>>;
const partnerId = "01900000-0000-7000-8000-000000000001";

beforeAll(async () => {
  ledger = await testLedger();
  await ledger.pool.query(
    `insert into partner (id, code, name, kind, state, synthetic, version, created_at)
     values ($1, 'acme', 'Acme', 'PAYMENT_VENDOR', 'ACTIVE', true, 1, now())`,
    [partnerId],
  );
});
afterAll(() => ledger.close());

function transaction(n: number, change: Partial<PartnerTransaction> = {}): PartnerTransaction {
  return {
    partnerId,
    externalId: `t-${n}`,
    type: "payment",
    direction: "IN",
    amountMinor: BigInt(n),
    currency: "EUR",
    occurredAt: new Date(1_700_000_000_000 + n),
    ...change,
  };
}

describe("recording", () => {
  test("posts a batch once and answers the same when it is sent again", async () => {
    const batch = Array.from({ length: 500 }, (_, index) => transaction(index + 1));
    const first = await recordTransactions(ledger, batch);
    expect(new Set(first.outcomes.flat().map((o) => o.status))).toEqual(new Set(["POSTED"]));
    const second = await recordTransactions(ledger, batch);
    expect(new Set(second.outcomes.flat().map((o) => o.status))).toEqual(new Set(["REPLAYED"]));
    const idsOf = (receipt: typeof first) =>
      receipt.outcomes.flat().map((o) => (o.status === "REFUSED" ? "" : o.transactionId));
    expect(idsOf(second)).toEqual(idsOf(first));
    const { rows } = await ledger.pool.query("select balance, version from account order by id");
    expect(rows).toEqual([
      { balance: 125_250n, version: 500n },
      { balance: -125_250n, version: 500n },
    ]);
    expect(ledger.troubles).toEqual([]);
  });

  test("refuses a known id with other content and keeps the refusal", async () => {
    await recordTransactions(ledger, [transaction(1_000)]);
    const { outcomes } = await recordTransactions(ledger, [
      transaction(1_000, { amountMinor: 7n }),
    ]);
    expect(outcomes[0]?.[0]).toMatchObject({ status: "REFUSED", code: "EXTERNAL_ID_REUSED" });
    const { rows } = await ledger.pool.query("select external_id, code from refused_transaction");
    expect(rows).toContainEqual({ external_id: "t-1000", code: "EXTERNAL_ID_REUSED" });
  });

  test("posts all or nothing where that is asked for", async () => {
    const batch = [transaction(2_000), transaction(2_001, { currency: "XXX" }), transaction(2_002)];
    const { outcomes } = await recordTransactions(ledger, batch, "ALL_OR_NOTHING");
    expect(outcomes.flat().map((o) => (o.status === "REFUSED" ? o.code : o.status))).toEqual([
      "LINKED_TRANSACTION_FAILED",
      "UNKNOWN_CURRENCY",
      "LINKED_TRANSACTION_FAILED",
    ]);
  });
});
