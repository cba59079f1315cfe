import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LiveWorld, type BalanceItem } from "../../support/live-world.js";

let world: LiveWorld;
let accounts: string[];

beforeAll(async () => {
  world = await LiveWorld.start();
  accounts = [await world.account("ONE"), await world.account("TWO")];
});
afterAll(() => world.close());

const move = () => world.move(accounts[0] ?? "", accounts[1] ?? "");

/** How a subscription was refused. */
async function refusal(variables: Record<string, unknown>, key?: string): Promise<unknown> {
  const stream = world.balances(variables, key);
  return stream.ended.then(
    () => "completed",
    (errors: { extensions: { code: string } }[]) => errors[0]?.extensions.code,
  );
}

describe("balances", () => {
  it("begin with a snapshot and tell each change, with the transaction that caused it", async () => {
    const stream = world.balances({ accountIds: accounts });
    const [snapshot] = await stream.count(1);
    expect(snapshot).toMatchObject({ __typename: "BalancesSnapshot", complete: true });
    expect(snapshot?.balances?.map(({ id }) => id)).toEqual(accounts);
    const { transactionId } = await move();
    const [, change] = await stream.count(2);
    expect(change?.changes).toHaveLength(2);
    expect(change).toMatchObject({
      __typename: "BalancesChanged",
      epoch: snapshot?.epoch,
      changes: expect.arrayContaining([
        {
          fromVersion: "0",
          version: "1",
          transactionId,
          account: {
            id: accounts[1],
            currency: "KRW",
            partnerId: null,
            balance: { version: "1", posted: { amount: "100" }, available: { amount: "100" } },
          },
        },
      ]),
    });
    expect(Date.parse(change?.committedAt ?? "")).toBeLessThanOrEqual(
      Date.parse(change?.sentAt ?? ""),
    );
    stream.close();
  });

  it("go on behind a cursor, on another socket, without a snapshot", async () => {
    const before = world.balances({ accountIds: accounts });
    const [snapshot] = await before.count(1);
    before.close();
    const missed = await move();
    const stream = world.balances({ accountIds: accounts, after: snapshot?.cursor });
    const [first] = await stream.count(1);
    expect(first?.changes?.map((change) => change.transactionId)).toEqual([
      missed.transactionId,
      missed.transactionId,
    ]);
    const next = await move();
    const [, second] = await stream.count(2);
    expect(second?.changes?.[0]?.transactionId).toBe(next.transactionId);
    expect(second?.changes?.[0]?.fromVersion).toBe(first?.changes?.[0]?.version);
    stream.close();
  });

  it("say so at once when nothing was missed", async () => {
    const before = world.balances({ accountIds: accounts });
    const [snapshot] = await before.count(1);
    before.close();
    const stream = world.balances({ accountIds: accounts, after: snapshot?.cursor });
    const [first] = await stream.count(1);
    expect(first?.__typename).toBe("Heartbeat");
    expect(first?.cursor).toBe(snapshot?.cursor);
    stream.close();
  });

  it("of a partner take in accounts that are opened later", async () => {
    const partnerId = await world.partner("later");
    const stream = world.balances({ partnerId });
    const [snapshot] = await stream.count(1);
    expect(snapshot?.balances).toEqual([]);
    const opened = await world.account("NEW", partnerId);
    await world.move(accounts[0] ?? "", opened);
    const [, change] = await stream.count(2);
    expect(change?.changes).toMatchObject([{ fromVersion: "0", account: { id: opened } }]);
    stream.close();
  });

  it("can be narrowed by purpose and currency", async () => {
    const stream = world.balances({ filter: { purpose: "TWO", currency: "KRW" } });
    const [snapshot] = await stream.count(1);
    expect(snapshot?.balances?.map(({ id }) => id)).toEqual([accounts[1]]);
    const none = world.balances({ filter: { purpose: "TWO", currency: "USD" } });
    expect((await none.count(1))[0]?.balances).toEqual([]);
    stream.close();
    none.close();
  });

  it("include a mutation's commit when they begin behind its cursor", async () => {
    const { cursor } = await move();
    const stream = world.balances({ accountIds: accounts, after: cursor });
    const [first] = await stream.count(1);
    expect(first?.__typename).toBe("BalancesSnapshot");
    const answer = await world.hub.query<{ account: { balance: { version: string } } }>(
      `query ($id: ID!, $atLeast: String) {
        account(id: $id, atLeast: $atLeast) { balance { version } } }`,
      { id: accounts[1], atLeast: cursor },
    );
    expect(first?.balances?.[1]?.balance.version).toBe(answer.account.balance.version);
    stream.close();
  });
});

describe("a subscription is refused", () => {
  it("to an account or partner that is not there", async () => {
    expect(await refusal({ accountIds: [accounts[0], "acc_999999"] })).toBe("ACCOUNT_NOT_FOUND");
    const partnerId = `ptr_${"0".repeat(32)}`;
    expect(await refusal({ partnerId })).toBe("PARTNER_NOT_FOUND");
  });

  it.each([
    ["no account", { accountIds: [] }],
    ["too many accounts", { accountIds: Array.from({ length: 1_001 }, (_, n) => `acc_${n + 1}`) }],
    ["an id of another kind", { accountIds: [`ptr_${"0".repeat(32)}`] }],
    ["accounts and a filter", { accountIds: ["acc_1"], filter: { purpose: "ONE" } }],
  ])("with %s", async (_what, variables) => {
    expect(await refusal(variables)).toBe("INVALID_INPUT");
  });

  it("to a partner who asks for accounts that are not his", async () => {
    const { secret } = await world.key("PARTNER", await world.partner("other"));
    expect(await refusal({ accountIds: accounts }, secret)).toBe("ACCOUNT_NOT_FOUND");
  });

  it("with a cursor that somebody made, changed, or got for something else", async () => {
    const stream = world.balances({ accountIds: accounts });
    const [snapshot] = (await stream.count(1)) as [BalanceItem];
    stream.close();
    const cursor = snapshot.cursor ?? "";
    const flipped = (cursor.startsWith("A") ? "B" : "A") + cursor.slice(1);
    for (const after of ["", "x", "a".repeat(3_000), flipped, `${cursor}AAAA`]) {
      expect(await refusal({ accountIds: accounts, after })).toBe("INVALID_CURSOR");
    }
    expect(await refusal({ accountIds: [accounts[0]], after: cursor })).toBe("INVALID_CURSOR");
    expect(await refusal({ after: cursor })).toBe("INVALID_CURSOR");
    const reversed = world.balances({ accountIds: accounts.toReversed(), after: cursor });
    expect((await reversed.count(1))[0]?.__typename).toBe("Heartbeat");
    reversed.close();
  });
});
