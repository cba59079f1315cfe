import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closePages, openDashboard, signIn, startBrowser } from "../support/browser.js";
import { openCutWire, type CutWire } from "../support/cut-wire.js";
import { startTestHub, type TestHub } from "../support/hub.js";
import { wallLedger, type WallLedger } from "../support/wall-ledger.js";

describe("the live wall on a network that breaks", () => {
  let hub: TestHub;
  let browser: Browser;
  let wire: CutWire;
  let ledger: WallLedger;
  let accounts: [string, string];

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub(), startBrowser()]);
    wire = await openCutWire(hub.url);
    ledger = wallLedger(hub);
    const open = (reference: string) =>
      ledger.openAccount({ purpose: "WALLET", currency: "EUR", reference });
    accounts = [await open("source"), await open("target")];
  });
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser.close();
    await wire[Symbol.asyncDispose]();
    await hub.close();
  });

  it("says so, comes back by itself, and has missed nothing", async () => {
    const { page } = await openDashboard(browser, wire.url);
    await signIn(page, hub);
    await page.getByText("The connection has not broken").waitFor();
    wire.cut();
    await page
      .getByRole("status")
      .getByText(/Reconnecting, attempt \d/)
      .waitFor();
    await page.getByText("Reconnecting…").waitFor();
    for (let i = 0; i < 7; i++) await ledger.transfer(...accounts, "250", "EUR");
    wire.mend();
    await page.getByRole("status").getByText("Live").waitFor();
    const [event] = await page
      .getByRole("listitem")
      .filter({ has: page.locator("time") })
      .all();
    const told = await event?.innerText();
    expect(told).toMatch(/The connection broke \(close code 1006\)/);
    expect(told).toMatch(/Resumed without a gap\s+14 changes caught up · after [\d.]+ s/);
    const target = page.getByRole("row").filter({ hasText: "target" }).getByRole("gridcell");
    expect((await target.allInnerTexts()).slice(4, 7)).toEqual(["17.50", "–", "7"]);
  });

  it("shows a reload while the hub is away as unreachable, and keeps the key", async () => {
    const { page } = await openDashboard(browser, wire.url);
    await signIn(page, hub);
    await page.route("**/graphql", (route) => route.abort());
    await page.reload();
    await page.getByText("The hub cannot be reached.").waitFor();
    await page.unroute("**/graphql");
    await page.reload();
    await page.getByRole("grid").waitFor();
    expect(await page.evaluate("Object.values(sessionStorage)")).toEqual([hub.adminKey]);
  });
});
