import type { TransactionsItem } from "@tutti/client";
import { describe, expect, it } from "vitest";
import { ConnectionClosed, type LiveConnection } from "../../../client-sdk/src/live-connection.js";
import { watchTransactions } from "../../../client-sdk/src/transactions.js";

const AT = "2026-03-01T00:00:00.000Z";
const common = (cursor: string | null) => ({
  cursor,
  epoch: "1",
  committedAt: AT,
  sentAt: AT,
});

const posted = (ids: string[], cursor: string | null) =>
  ({
    __typename: "TransactionsPosted",
    ...common(cursor),
    transactions: ids.map((id) => ({ id })),
  }) as unknown as TransactionsItem;

const heartbeat = (cursor: string): TransactionsItem => ({
  __typename: "Heartbeat",
  ...common(cursor),
});

/** What a caller is told over connections that break, each behind its items. */
async function told(streams: TransactionsItem[][], store?: { saved: string[] }) {
  const cursors: unknown[] = [];
  const subscribe = async function* (_document: unknown, { after }: { after: unknown }) {
    cursors.push(after);
    for (const transactions of streams.shift() ?? []) yield { transactions };
    throw new ConnectionClosed(1006);
  };
  const kept = store && {
    load: () => store.saved.at(-1) ?? null,
    save: (cursor: string) => void store.saved.push(cursor),
  };
  const connection = { subscribe } as unknown as LiveConnection;
  const ids: string[] = [];
  for await (const item of watchTransactions(connection, {}, kept ? { store: kept } : {})) {
    if (item.cursor === "end") break;
    if (item.__typename === "TransactionsPosted") ids.push(...item.transactions.map((t) => t.id));
  }
  return { ids, cursors };
}

describe("transactions that are watched", () => {
  it("are told once, also when the stream broke between the parts of a block", async () => {
    const { ids, cursors } = await told([
      [heartbeat("start"), posted(["a", "b"], null), posted(["c"], null)],
      [posted(["a", "b"], null), posted(["c"], null), posted(["d"], "block 1")],
      [posted(["e"], "block 2"), heartbeat("end")],
    ]);
    expect(ids).toEqual(["a", "b", "c", "d", "e"]);
    expect(cursors).toEqual([null, "start", "block 1"]);
  });

  it("go on behind the last one that was handled, also in another process", async () => {
    const store = { saved: ["kept"] };
    const { ids, cursors } = await told([[posted(["a"], "behind a"), heartbeat("end")]], store);
    expect([ids, cursors, store.saved]).toEqual([["a"], ["kept"], ["kept", "behind a"]]);
  });
});
