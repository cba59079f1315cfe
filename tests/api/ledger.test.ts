import { createTuttiClient, RefusedError, type TuttiClient } from "@tutti/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestHub, type TestHub } from "../support/hub.js";

let hub: TestHub;
let tutti: TuttiClient;
let serial = 0;

beforeAll(async () => {
  hub = await startTestHub();
  tutti = createTuttiClient({ url: hub.url, apiKey: hub.adminKey });
});
afterAll(() => hub.close());

const nextId = () => `test-${++serial}`;

async function account(currency = "KRW", floorMinor: string | null = null): Promise<string> {
  const reference = nextId();
  const { id } = await tutti.accounts.open({
    purpose: "TEST",
    currency,
    normalSide: "CREDIT",
    reference,
    floorMinor,
  });
  return id;
}

async function transfer(debitAccountId: string, creditAccountId: string, amountMinor: string) {
  const externalId = nextId();
  const input = { externalId, debitAccountId, creditAccountId, amountMinor, currency: "KRW" };
  const { transaction } = await tutti.transactions.postTransfer({ ...input, code: "ADJUSTMENT" });
  return transaction?.id ?? "";
}

async function balanceOf(id: string) {
  const found = await tutti.accounts.get(id);
  const { posted, available, pendingOut, version } = found?.balance ?? {};
  return [posted?.amountMinor, available?.amountMinor, pendingOut?.amountMinor, version];
}

async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof RefusedError ? error.code : String(error);
}

describe("transfers", () => {
  test("a transfer moves both balances, and the same again nothing", async () => {
    const [from, to] = [await account(), await account()];
    const input = {
      externalId: nextId(),
      debitAccountId: from,
      creditAccountId: to,
      amountMinor: "1250",
      currency: "KRW",
      code: "ADJUSTMENT",
      occurredAt: "2026-01-31T15:00:00Z",
    };
    expect((await tutti.transactions.postTransfer(input)).status).toBe("POSTED");
    expect((await tutti.transactions.postTransfer(input)).status).toBe("REPLAYED");
    const changed = tutti.transactions.postTransfer({ ...input, amountMinor: "1251" });
    expect(await refusalOf(changed)).toBe("EXTERNAL_ID_REUSED");
    expect(await balanceOf(from)).toEqual(["-1250", "-1250", "0", "1"]);
    expect(await balanceOf(to)).toEqual(["1250", "1250", "0", "1"]);
  });

  test("an account is not overdrawn, and not closed while it holds money", async () => {
    const [rich, poor] = [await account(), await account("KRW", "0")];
    expect(await refusalOf(transfer(poor, rich, "1"))).toBe("BALANCE_BELOW_FLOOR");
    await transfer(rich, poor, "5");
    expect(await refusalOf(tutti.accounts.close({ accountId: poor }))).toBe("ACCOUNT_NOT_EMPTY");
    await transfer(poor, rich, "5");
    expect((await tutti.accounts.close({ accountId: poor })).state).toBe("CLOSED");
    expect(await refusalOf(transfer(rich, poor, "5"))).toBe("ACCOUNT_CLOSED");
  });

  test("a reversal undoes a part, then the rest, and never more", async () => {
    const [from, to] = [await account(), await account()];
    const transactionId = await transfer(from, to, "100");
    const reverse = (amountMinor: string | null) =>
      tutti.transactions.reverse({ externalId: nextId(), transactionId, amountMinor });
    await reverse("30");
    expect(await balanceOf(to)).toEqual(["70", "70", "0", "2"]);
    expect(await refusalOf(reverse("71"))).toBe("REVERSAL_EXCEEDS_ORIGINAL");
    const { transaction } = await reverse(null);
    expect(transaction?.amount.amountMinor).toBe("70");
    expect(await refusalOf(reverse(null))).toBe("ALREADY_REVERSED");
    expect(await balanceOf(to)).toEqual(["0", "0", "0", "3"]);
  });

  test("a conversion keeps both legs and its rate", async () => {
    const [dollars, won] = [await account("USD"), await account("KRW")];
    const { transaction } = await tutti.transactions.convert({
      externalId: nextId(),
      fromAccountId: dollars,
      toAccountId: won,
      amountMinor: "10050",
      fromCurrency: "USD",
      toCurrency: "KRW",
      rate: "1391.5",
    });
    expect(JSON.parse(transaction?.details ?? "{}")).toMatchObject({ rate: "1391.5" });
    // 100.50 USD at 1391.5 is 139,845.75 KRW: 139,846 in whole won
    expect(await balanceOf(won)).toEqual(["139846", "139846", "0", "1"]);
    expect(await balanceOf(dollars)).toEqual(["-10050", "-10050", "0", "1"]);
  });
});

describe("holds", () => {
  test("a hold lowers what is available at once, and what is posted when it is captured", async () => {
    const [from, to] = [await account(), await account()];
    const { transaction } = await tutti.holds.place({
      externalId: nextId(),
      debitAccountId: from,
      creditAccountId: to,
      amountMinor: "500",
      currency: "KRW",
    });
    const holdId = transaction?.id ?? "";
    expect(await balanceOf(from)).toEqual(["0", "-500", "500", "1"]);
    const capture = (amountMinor: string, final: boolean) =>
      tutti.holds.capture({ externalId: nextId(), holdId, amountMinor, final });
    await capture("200", false);
    expect(await balanceOf(from)).toEqual(["-200", "-500", "300", "2"]);
    expect(await refusalOf(capture("301", false))).toBe("CAPTURE_EXCEEDS_HOLD");
    await tutti.holds.void({ externalId: nextId(), holdId });
    expect(await balanceOf(from)).toEqual(["-200", "-200", "0", "3"]);
    const placed = await tutti.transactions.get(holdId);
    expect(placed?.hold).toMatchObject({ state: "VOIDED", captured: { amountMinor: "200" } });
    expect(await refusalOf(capture("1", true))).toBe("HOLD_NOT_PENDING");
  });

  test("a hold expires by itself", async () => {
    const [from, to] = [await account(), await account()];
    const released = moved(from, (versions) => versions.includes("2"));
    const { transaction } = await tutti.holds.place({
      externalId: nextId(),
      debitAccountId: from,
      creditAccountId: to,
      amountMinor: "500",
      currency: "KRW",
      expiresAt: new Date().toISOString(),
    });
    await released;
    const placed = await tutti.transactions.get(transaction?.id ?? "");
    expect(placed?.hold?.state).toBe("EXPIRED");
    expect(await balanceOf(from)).toEqual(["0", "0", "0", "2"]);
  });
});

describe("wallets", () => {
  test("a stake, a win and a rollback, each with one effect and the same answer again", async () => {
    const { id: partnerId } = await tutti.partners.create({
      code: "games",
      name: "Games",
      kind: "GAME_PROVIDER",
      synthetic: true,
    });
    const wallet = { partnerId, customerId: "c-1", currency: "KRW" };
    await tutti.wallets.open({ customerId: "c-1", currency: "KRW" });
    const stake = { ...wallet, externalId: "b-1", amountMinor: "1000" };
    expect(await refusalOf(tutti.wallets.debit(stake))).toBe("BALANCE_BELOW_FLOOR");
    const win = { ...wallet, externalId: "w-1", amountMinor: "5000" };
    expect((await tutti.wallets.credit(win)).wallet?.available.amountMinor).toBe("5000");
    expect((await tutti.wallets.debit(stake)).wallet?.available.amountMinor).toBe("4000");
    expect((await tutti.wallets.credit(win)).wallet?.available.amountMinor).toBe("5000");
    const rollback = { ...wallet, externalId: "r-1", originalExternalId: "b-1" };
    expect((await tutti.wallets.rollback(rollback)).wallet?.available.amountMinor).toBe("5000");
    const early = { ...wallet, externalId: "r-2", originalExternalId: "b-2" };
    expect((await tutti.wallets.rollback(early)).status).toBe("POSTED");
    const late = tutti.wallets.debit({ ...stake, externalId: "b-2" });
    expect(await refusalOf(late)).toBe("ROLLED_BACK_BEFORE");
    const unknown = tutti.wallets.debit({ ...stake, externalId: "b-3", customerId: "nobody" });
    expect(await refusalOf(unknown)).toBe("ACCOUNT_NOT_FOUND");
  });
});

describe("the past", () => {
  test("a balance as of a version and as of a time", async () => {
    const [from, to] = [await account(), await account()];
    await transfer(from, to, "10");
    await transfer(from, to, "20");
    const asOf = async (point: string) => {
      const fields = "posted { amountMinor }";
      const document = `{ account(id: "${to}") { balance(asOf: ${point}) { ${fields} } } }`;
      const answer = await hub.query<{
        account: { balance: { posted: { amountMinor: string } } };
      }>(document);
      return answer.account.balance.posted.amountMinor;
    };
    expect(await asOf('{ version: "1" }')).toBe("10");
    expect(await asOf('{ version: "2" }')).toBe("30");
    expect(await asOf('{ postedAt: "2020-01-01T00:00:00Z" }')).toBe("0");
    expect(await asOf('{ occurredAt: "2999-01-01T00:00:00Z" }')).toBe("30");
    const { errors } = await hub.graphql(
      `{ account(id: "${to}") { balance(asOf: {}) { version } } }`,
    );
    expect(errors?.[0]?.extensions["code"]).toBe("INVALID_INPUT");
  });
});

/** Resolves when the account's stream has shown versions that satisfy. */
async function moved(id: string, enough: (versions: string[]) => boolean): Promise<void> {
  const versions: string[] = [];
  for await (const item of tutti.balances.watch({ accountIds: [id], delivery: "EVENTS" })) {
    if (item.__typename === "BalancesChanged") {
      versions.push(...item.changes.map((change) => change.version));
    }
    if (enough(versions)) return;
  }
}
