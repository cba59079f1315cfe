import { createTuttiClient, type TransactionsItem } from "@tutti/client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { LiveWorld } from "../../support/live-world.js";

let world: LiveWorld;
let accounts: string[];
const sockets: WebSocket[] = [];

beforeAll(async () => {
  world = await LiveWorld.start();
  accounts = [await world.account("ONE"), await world.account("TWO")];
});
afterAll(() => world.close());

/** The platform's socket, and a hand on it. */
class Cuttable extends WebSocket {
  constructor(...args: ConstructorParameters<typeof WebSocket>) {
    super(...args);
    sockets.push(this);
  }
}

it("the client tells every transaction once, over cuts, and goes on from its store", async () => {
  const tutti = createTuttiClient({
    url: world.hub.url,
    apiKey: world.hub.adminKey,
    webSocket: Cuttable,
  });
  let kept: string | null = null;
  const store = { load: () => kept, save: (cursor: string) => void (kept = cursor) };
  const expected: string[] = [];
  const move = async (): Promise<void> => {
    expected.push((await world.move(accounts[0] ?? "", accounts[1] ?? "")).transactionId);
  };
  const idsOf = (item: TransactionsItem): string[] =>
    item.__typename === "TransactionsPosted" ? item.transactions.map(({ id }) => id) : [];

  /** Watches until so many were told, and is cut after each. */
  const watchUntil = async (count: number, told: string[]): Promise<void> => {
    for await (const item of tutti.transactions.watch({}, { store })) {
      const ids = idsOf(item);
      told.push(...ids);
      if (told.length >= count) return;
      if (ids.length > 0) sockets.at(-1)?.terminate();
      if (ids.length > 0 || expected.length === 0) await move();
    }
  };
  const told: string[] = [];
  await watchUntil(4, told);
  // What it had in hand when it ended was not handled: it is told again.
  const again: string[] = [];
  await watchUntil(3, again);
  expect(told).toEqual(expected.slice(0, told.length));
  expect(again[0]).toBe(told.at(-1));
  expect(again.slice(1)).toEqual(expected.slice(told.length, told.length + again.length - 1));
});
