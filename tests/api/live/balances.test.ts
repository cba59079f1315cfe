import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestHub, type TestHub } from "../../support/hub.js";
import { standardClient, subscribeTo } from "../../support/live-client.js";

const BALANCES = `
subscription Watch(
  $accountIds: [ID!], $partnerId: ID, $after: String, $delivery: Delivery! = STATE
) {
  balances(accountIds: $accountIds, partnerId: $partnerId, after: $after, delivery: $delivery) {
    __typename
    ... on LiveItem { cursor epoch committedAt sentAt }
    ... on BalancesSnapshot {
      complete balances { id currency balance { version posted { amount } } }
    }
    ... on BalancesChanged {
      changes {
        fromVersion version transactionId account { id balance { version posted { amount } } }
      }
    }
    ... on Resync { reason }
  }
}`;

interface Item {
  __typename: string;
  cursor: string | null;
  committedAt: string;
  sentAt: string;
  balances?: { id: string; balance: { version: string; posted: { amount: string } } }[];
  changes?: { fromVersion: string; version: string; account: { id: string } }[];
}

describe("balances over a WebSocket, with a client that knows nothing of this hub", () => {
  let hub: TestHub;
  let accounts: string[];
  let transfers = 0;

  const open = (purpose: string) =>
    hub
      .query<{ openAccount: { account: { id: string } } }>(
        `mutation ($purpose: String!) {
          openAccount(input: { purpose: $purpose, currency: "KRW", normalSide: CREDIT }) {
            account { id } userErrors { message } } }`,
        { purpose },
      )
      .then((answer) => answer.openAccount.account.id);

  const transfer = () =>
    hub.query(
      `mutation ($input: PostTransferInput!) { postTransfer(input: $input) {
        status userErrors { message } } }`,
      {
        input: {
          externalId: `t-${transfers++}`,
          debitAccountId: accounts[0],
          creditAccountId: accounts[1],
          amountMinor: "100",
          currency: "KRW",
          code: "TEST",
        },
      },
    );

  beforeAll(async () => {
    hub = await startTestHub();
    accounts = [await open("ONE"), await open("TWO")];
  });
  afterAll(() => hub.close());

  it("begin with a snapshot and tell each change", async () => {
    const client = standardClient(hub);
    const received = subscribeTo<Item>(client, BALANCES, { accountIds: accounts });
    const [snapshot] = await received.count(1);
    expect(snapshot).toMatchObject({ __typename: "BalancesSnapshot", complete: true });
    expect(snapshot?.balances?.map(({ id }) => id)).toEqual(accounts);
    await transfer();
    const [, change] = await received.count(2);
    expect(change).toMatchObject({
      __typename: "BalancesChanged",
      changes: expect.arrayContaining([
        expect.objectContaining({ fromVersion: "0", version: "1" }),
        expect.objectContaining({
          account: { id: accounts[1], balance: { version: "1", posted: { amount: "100" } } },
        }),
      ]),
    });
    await client.dispose();
  });
});
