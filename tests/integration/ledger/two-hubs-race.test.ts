import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { postTransfers } from "../../../src/ledger/index.js";
import type { TransferRequest } from "../../../src/ledger/index.js";
import { laneConnections } from "../../support/fault-connect.js";
import { FaultyWire } from "../../support/fault-wire.js";
import { startLedger, testLedger } from "../../support/ledger.js";
import { verdicts } from "../../support/reference-batching.js";
import { ledgerFaults } from "../../support/reference-invariants.js";

let first: Awaited<ReturnType<typeof testLedger>>;
let second: Awaited<ReturnType<typeof startLedger>>;
let wire: FaultyWire;
let ids: string[];

beforeEach(async () => {
  first = await testLedger();
  wire = await FaultyWire.open(first.url);
  second = await startLedger(first.url, { connect: laneConnections(wire.through(first.url)) });
  const spec = { partnerId: null, currency: "EUR", normalSide: "CREDIT" as const };
  ids = await first.accounts.ensure([
    { ...spec, purpose: "TEST", reference: "cash" },
    { ...spec, purpose: "TEST", reference: "wallet", floorMinor: 0n },
  ]);
  await send(first, { externalId: "funds", amountMinor: 10n }, "in");
});
afterEach(async () => {
  await second.close();
  await first.close();
  await wire.close();
});

async function send(
  hub: Pick<typeof first, "engine">,
  names: Pick<TransferRequest, "externalId" | "amountMinor">,
  way: "in" | "out",
): Promise<string[]> {
  const [cash = "", wallet = ""] = ids;
  const [debitAccountId, creditAccountId] = way === "in" ? [cash, wallet] : [wallet, cash];
  const rest = { currency: "EUR", code: "TEST", occurredAt: new Date(0) };
  const request = { ...names, ...rest, debitAccountId, creditAccountId };
  return verdicts((await postTransfers(hub, [request])).outcomes);
}

describe("a transaction sent to two hubs at once", () => {
  const bet = { externalId: "bet", amountMinor: 10n };

  test("is a replay on the later one, although its money is spent by then", async () => {
    // The second hub has found out that it cannot post it, and is about to make sure.
    const tooMuch = { externalId: "too much", amountMinor: 11n };
    const held = wire.holdBack("accounts:lock");
    const both = Promise.all([send(second, tooMuch, "out"), send(second, bet, "out")]);
    await held.reached;
    expect(await send(first, bet, "out")).toEqual(["POSTED"]);
    held.letGo();
    expect(await both).toEqual([["BALANCE_BELOW_FLOOR"], ["REPLAYED"]]);
    expect(await ledgerFaults(first.pool)).toEqual([]);
  });

  test("is posted by one of them, whichever writes first", async () => {
    await send(second, { externalId: "warm", amountMinor: 1n }, "in");
    const held = wire.holdBack("post:m");
    const later = send(second, bet, "out");
    await held.reached;
    expect(await send(first, bet, "out")).toEqual(["POSTED"]);
    held.letGo();
    expect(await later).toEqual(["REPLAYED"]);
    expect(await ledgerFaults(first.pool)).toEqual([]);
  });
});

describe("a hub that remembers what another has changed since", () => {
  test("does not refuse for lack of money that came by the other", async () => {
    expect(await send(second, { externalId: "all", amountMinor: 10n }, "out")).toEqual(["POSTED"]);
    expect(await send(first, { externalId: "more", amountMinor: 7n }, "in")).toEqual(["POSTED"]);
    expect(await send(second, { externalId: "spend", amountMinor: 7n }, "out")).toEqual(["POSTED"]);
    expect(await ledgerFaults(first.pool)).toEqual([]);
  });

  test("does not spend money that is gone by the other", async () => {
    await send(second, { externalId: "some", amountMinor: 1n }, "out");
    expect(await send(first, { externalId: "rest", amountMinor: 9n }, "out")).toEqual(["POSTED"]);
    expect(await send(second, { externalId: "twice", amountMinor: 9n }, "out")).toEqual([
      "BALANCE_BELOW_FLOOR",
    ]);
    expect(await ledgerFaults(first.pool)).toEqual([]);
  });
});
