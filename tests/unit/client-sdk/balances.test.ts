import type { BalancesItem } from "@tutti/client";
import { describe, expect, it } from "vitest";
import { watchBalances } from "../../../client-sdk/src/balances.js";
import { ConnectionClosed, type LiveConnection } from "../../../client-sdk/src/live-connection.js";
import { changed, heartbeat, snapshot } from "../../support/told-balances.js";

/** Connections one after the other, each with its items, and broken behind them. */
function connectionsOf(...streams: BalancesItem[][]) {
  const cursors: unknown[] = [];
  const subscribe = async function* (_document: unknown, { after }: { after: unknown }) {
    cursors.push(after);
    for (const balances of streams.shift() ?? []) yield { balances };
    throw new ConnectionClosed(1006);
  };
  return { connection: { subscribe } as unknown as LiveConnection, cursors };
}

/** What a caller is told until a heartbeat, and why it was reconnected. */
async function watched(...streams: BalancesItem[][]) {
  const { connection, cursors } = connectionsOf(...streams);
  const causes: string[] = [];
  const told: [id: string, fromVersion: string, version: string][] = [];
  const onReconnect = ({ cause }: { cause: Error }) => void causes.push(cause.name);
  for await (const item of watchBalances(connection, {}, { onReconnect })) {
    if (item.__typename === "Heartbeat") break;
    if (item.__typename !== "BalancesChanged") continue;
    for (const { account, fromVersion, version } of item.changes) {
      told.push([account.id, fromVersion, version]);
    }
  }
  return { told, causes, cursors };
}

const ACCOUNTS = snapshot([{ id: "a" }, { id: "b" }]);

describe("balances that are watched", () => {
  it("are told once, also when the stream broke between the parts of a change", async () => {
    const a = { id: "a", fromVersion: 1, version: 2 };
    const b = { id: "b", fromVersion: 1, version: 2 };
    const { told, causes, cursors } = await watched(
      [ACCOUNTS, changed([a], null)],
      [changed([a], null), changed([b], "behind both"), heartbeat()],
    );
    expect(told).toEqual([
      ["a", "1", "2"],
      ["b", "1", "2"],
    ]);
    expect([causes, cursors]).toEqual([["ConnectionClosed"], [null, "snapshot"]]);
  });

  it("take a merged change that begins at what they have", async () => {
    const { told } = await watched(
      [ACCOUNTS, changed([{ id: "a", fromVersion: 1, version: 3 }], null)],
      [changed([{ id: "a", fromVersion: 1, version: 5 }]), heartbeat()],
    );
    expect(told.map(([, , version]) => version)).toEqual(["3", "5"]);
  });

  it("are fetched anew behind a gap", async () => {
    const { told, causes } = await watched(
      [ACCOUNTS, changed([{ id: "a", fromVersion: 2, version: 3 }])],
      [changed([{ id: "a", fromVersion: 1, version: 3 }]), heartbeat()],
    );
    expect(told).toEqual([["a", "1", "3"]]);
    expect(causes).toEqual(["GapDetected"]);
  });
});
