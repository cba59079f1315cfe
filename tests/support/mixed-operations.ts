import { postTransfers, recordTransactions } from "../../src/ledger/index.js";
import type { PartnerTransaction } from "../../src/ledger/index.js";
import { convertCurrency } from "../../src/ledger/convert-currency.js";
import { captureHold, placeHold, voidHold } from "../../src/ledger/hold-funds.js";
import { creditWallet, debitWallet, openWallet } from "../../src/ledger/move-wallet.js";
import { rollbackWallet } from "../../src/ledger/move-wallet.js";
import type { Outcome } from "../../src/ledger/posting-model.rules.js";
import { reverseTransaction } from "../../src/ledger/reverse-transaction.js";
import { flatShare, insertContracts } from "./contracts.js";
import type { startLedger } from "./ledger.js";

type Ledger = Awaited<ReturnType<typeof startLedger>>;

export const PARTNERS = [
  "01900000-0000-7000-8000-000000000001",
  "01900000-0000-7000-8000-000000000002",
] as const;
const [ACME, BOLT] = PARTNERS;

/** Two partners: one whose contract pays a share of the net, one with a share of the turnover. */
export async function addPartners({ pool }: Ledger): Promise<void> {
  await pool.query(
    `insert into partner (id, code, name, kind, state, synthetic, version, created_at)
     select id, 'partner-' || n, 'Partner', 'GAME_PROVIDER', 'ACTIVE', true, 1, now()
     from unnest($1::uuid[]) with ordinality p (id, n)`,
    [PARTNERS],
  );
  const net = flatShare({ currency: "EUR" });
  const turnover = { basis: "TURNOVER", rate: "0.0333", rounding: "DOWN" } as const;
  const zone = { currency: "EUR", timeZone: "Asia/Kathmandu" };
  const ids = ["01900000-0000-7000-8000-00000000c001", "01900000-0000-7000-8000-00000000c002"];
  await insertContracts(pool, [
    { id: ids[0] ?? "", partnerId: ACME, terms: net },
    { id: ids[1] ?? "", partnerId: BOLT, terms: flatShare({ ...turnover, ...zone }) },
  ]);
}

/** All kinds of operations once, with ids of their own for each round. */
export async function operateMixed(ledger: Ledger, round: string, records = 60): Promise<void> {
  await recordMixed(ledger, round, records);
  await moveWallets(ledger, round);
  await holdFunds(ledger, round);
  await moveMoney(ledger, round);
}

const now = (ledger: Ledger) => ledger.clock.now().getTime();

function record(ledger: Ledger, round: string, n: number): PartnerTransaction {
  return {
    partnerId: PARTNERS[n % 2] ?? ACME,
    externalId: `${round}-r${n}`,
    type: n % 3 === 0 ? "win" : "bet",
    direction: n % 3 === 0 ? "OUT" : "IN",
    amountMinor: BigInt(100 + n),
    currency: n % 10 === 9 ? "USD" : "EUR",
    occurredAt: new Date(now(ledger) - n * (n % 7 === 0 ? 86_400_000 : 60_000)),
    counterparty: n % 4 === 0 ? 'O\'Neil "7" \\ 김' : null,
    reference: n % 5 === 0 ? `round\n${n}` : null,
  };
}

async function recordMixed(ledger: Ledger, round: string, records: number): Promise<void> {
  const batch = Array.from({ length: records }, (_, n) => record(ledger, round, n));
  const { outcomes } = await recordTransactions(ledger, batch);
  await recordTransactions(ledger, batch.slice(0, 5)); // replays
  const other = { ...record(ledger, round, 1), amountMinor: 9_999n };
  await recordTransactions(ledger, [other]); // refused
  const common = { currency: "EUR", occurredAt: new Date(now(ledger)) };
  const reverse = (n: number, externalId: string, amountMinor?: bigint) =>
    reverseTransaction(ledger, {
      ...common,
      partnerId: batch[n]?.partnerId ?? ACME,
      externalId: `${round}-${externalId}`,
      transactionId: idOf(outcomes.flat()[n]),
      amountMinor,
    });
  await reverse(1, "v1");
  await reverse(2, "v2", 40n);
  await reverse(2, "v3", 7n);
  await reverse(3, "v4");
  await reverse(2, "too much", 1_000n);
}

function idOf(outcome: Outcome | undefined): string {
  return outcome && outcome.status !== "REFUSED" ? outcome.transactionId : "";
}

async function moveWallets(ledger: Ledger, round: string): Promise<void> {
  const customerId = `customer-${round}`;
  await openWallet(ledger, customerId, "EUR");
  const call = (externalId: string) => ({
    partnerId: ACME,
    customerId,
    currency: "EUR",
    externalId: `${round}-${externalId}`,
    occurredAt: new Date(now(ledger)),
    occurredAtIsReceipt: externalId.endsWith("!"),
  });
  await creditWallet(ledger, { ...call("w1!"), amountMinor: 1_000n });
  await debitWallet(ledger, { ...call("w2"), amountMinor: 300n });
  await debitWallet(ledger, { ...call("w3!"), amountMinor: 200n });
  await debitWallet(ledger, { ...call("w4"), amountMinor: 5_000n }); // below the floor
  await rollbackWallet(ledger, { ...call("w5"), originalExternalId: `${round}-w2` });
  await rollbackWallet(ledger, { ...call("w6!"), originalExternalId: `${round}-w7` });
  await debitWallet(ledger, { ...call("w7"), amountMinor: 10n }); // rolled back before
}

async function holdFunds(ledger: Ledger, round: string): Promise<void> {
  const wallet = await openWallet(ledger, `customer-${round}`, "EUR");
  const [sales = ""] = await ledger.accounts.ensure([
    { partnerId: null, purpose: "SALES", currency: "EUR", normalSide: "CREDIT" },
  ]);
  const common = (externalId: string) => ({
    partnerId: null,
    externalId: `${round}-${externalId}`,
    currency: "EUR",
    occurredAt: new Date(now(ledger)),
  });
  const place = async (externalId: string, expiresAt: Date | null = null) => {
    const sides = { debitAccountId: wallet, creditAccountId: sales };
    const hold = { ...common(externalId), ...sides, amountMinor: 50n, expiresAt };
    return idOf((await placeHold(ledger, hold)).outcomes.flat()[0]);
  };
  const [part, final, voided] = [await place("h1"), await place("h2"), await place("h3")];
  await place("h4", new Date(now(ledger) + 3_600_000));
  const capture = (holdId: string, externalId: string, amountMinor: bigint, isFinal: boolean) =>
    captureHold(ledger, { ...common(externalId), holdId, amountMinor, final: isFinal });
  await capture(part, "c1", 10n, false);
  await capture(part, "c2", 15n, false);
  const { outcomes } = await capture(final, "c3", 20n, true);
  await voidHold(ledger, { ...common("c4"), holdId: voided });
  const captured = { ...common("c5"), transactionId: idOf(outcomes.flat()[0]), amountMinor: 5n };
  await reverseTransaction(ledger, captured);
}

async function moveMoney(ledger: Ledger, round: string): Promise<void> {
  const specs = (["EUR", "USD"] as const).map((currency) => {
    return { partnerId: null, purpose: "TREASURY", currency, normalSide: "DEBIT" as const };
  });
  const [euros = "", dollars = ""] = await ledger.accounts.ensure(specs);
  const [bank = ""] = await ledger.accounts.ensure([
    { partnerId: null, purpose: "BANK", currency: "EUR", normalSide: "DEBIT" },
  ]);
  const common = { currency: "EUR", occurredAt: new Date(now(ledger)), partnerId: BOLT };
  await postTransfers(ledger, [
    {
      ...common,
      externalId: `${round}-m1`,
      debitAccountId: bank,
      creditAccountId: euros,
      amountMinor: 777n,
      code: "FUNDING",
    },
  ]);
  await convertCurrency(ledger, {
    ...common,
    externalId: `${round}-m2`,
    fromAccountId: euros,
    toAccountId: dollars,
    amountMinor: 333n,
    fromCurrency: "EUR",
    toCurrency: "USD",
    rate: "1.0875",
  });
}
