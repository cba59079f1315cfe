import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { flatShare } from "../support/contracts.js";
import { startTestHub, type TestHub } from "../support/hub.js";

let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

const CREATE = `mutation { createPartner(input: { code: "tiers", name: "Star Games",
  kind: GAME_PROVIDER }) { partner { id } } }`;
const AGREE = `mutation ($input: CreateContractInput!) { createContract(input: $input) {
  contract { id } userErrors { code path } } }`;
const RECORD = `mutation ($input: RecordTransactionsInput!) { recordTransactions(input: $input) {
  userErrors { code message } } }`;
const POSITION = `query ($id: ID!) { position(contractId: $id, on: "2026-03-10") {
  currency firstDay lastDay isClosed version payable { amount } broughtForward { amount }
  components { clause kind version effect { amount }
    explanation { kind text input tier { from to part factor value } } }
  totals { version input amount { amount currency } count } } }`;

/** A contract whose share has two tiers. */
async function agree(): Promise<{ id: string; partnerId: string }> {
  const { createPartner } = await hub.query<{ createPartner: { partner: { id: string } } }>(CREATE);
  const terms = flatShare();
  const tiers = [
    { from: "0", to: "1000", rate: "0.10" },
    { from: "1000", rate: "0.20" },
  ];
  const [share] = terms.clauses;
  const clauses = [{ ...share, scheme: "GRADUATED", tiers }];
  const input = {
    partnerId: createPartner.partner.id,
    code: "krw",
    effectiveFrom: "2026-01-01",
    terms: { ...terms, clauses },
  };
  const made = await hub.query<{ createContract: { contract: { id: string } } }>(AGREE, {
    input,
  });
  const { id } = made.createContract.contract;
  return { id, partnerId: createPartner.partner.id };
}

const MONEY_1500 = { amount: "1500", currency: "KRW" };

describe("a position", () => {
  test("is exact at once, and explained tier by tier", async () => {
    const { id, partnerId } = await agree();
    expect(await hub.query(POSITION, { id })).toEqual({ position: null });
    const transaction = {
      externalId: "one",
      type: "bet",
      direction: "IN",
      amountMinor: "1500",
      currency: "KRW",
      occurredAt: "2026-03-05T00:00:00Z",
    };
    await hub.query(RECORD, { input: { partnerId, transactions: [transaction] } });
    // 1,000 at 10 percent and 500 at 20: 100 and 100
    expect(await hub.query(POSITION, { id })).toMatchObject({
      position: {
        currency: "KRW",
        firstDay: "2026-03-01",
        lastDay: "2026-03-31",
        isClosed: false,
        version: 1,
        payable: { amount: "200" },
        broughtForward: { amount: "0" },
        components: [
          {
            clause: "share",
            kind: "REVENUE_SHARE",
            version: 1,
            effect: { amount: "200" },
            explanation: expect.arrayContaining([
              expect.objectContaining({
                tier: { from: "0", to: "1000", part: "1000", factor: "0.10", value: "100" },
              }),
              expect.objectContaining({
                tier: { from: "1000", to: null, part: "500", factor: "0.20", value: "100" },
              }),
              expect.objectContaining({ kind: "INPUT", input: "bet:IN:KRW" }),
            ]),
          },
        ],
        totals: [{ version: 1, input: "bet:IN:KRW", amount: MONEY_1500, count: "1" }],
      },
    });
  });

  test("of today is read with its contract", async () => {
    const CONTRACTS = `{ partner(code: "tiers") { id contracts { id
      position { firstDay version payable { amount } } } } }`;
    const { partner } = await hub.query<Contracts>(CONTRACTS);
    const occurredAt = new Date().toISOString();
    const plain = { type: "bet", direction: "IN", amountMinor: "500", currency: "KRW" };
    const transactions = [{ externalId: "today", ...plain, occurredAt }];
    await hub.query(RECORD, { input: { partnerId: partner.id, transactions } });
    const [contract] = (await hub.query<Contracts>(CONTRACTS)).partner.contracts;
    const { position } = await hub.query<Contract>(
      `query ($id: ID!) { position(contractId: $id) { firstDay version payable { amount } } }`,
      { id: contract?.id },
    );
    expect(partner.contracts[0]?.position).toBeNull();
    expect(contract?.position).toEqual(position);
    expect(position).toMatchObject({ payable: { amount: "50" } });
  });
});

interface Contract {
  id: string;
  position: object | null;
}

interface Contracts {
  partner: { id: string; contracts: Contract[] };
}
