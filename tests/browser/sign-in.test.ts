import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closePages, openDashboard, signIn, startBrowser } from "../support/browser.js";
import { startTestHub, type TestHub } from "../support/hub.js";
import { wallLedger } from "../support/wall-ledger.js";

describe("signing in to the dashboard", () => {
  let hub: TestHub;
  let browser: Browser;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub(), startBrowser()]);
  });
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser.close();
    await hub.close();
  });

  it("is refused to a wrong key, in words", async () => {
    const { page } = await openDashboard(browser, hub.url);
    await page.getByLabel("API key").fill("tutti_nobody");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("This key is not valid").waitFor();
    expect(await page.getByLabel("API key").getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByRole("grid").count()).toBe(0);
  });

  it("shows the wall, breaks no policy, and leaves the key in the tab alone", async () => {
    const { page, faults } = await openDashboard(browser, hub.url);
    await signIn(page, hub);
    await page.getByRole("status").getByText("Live").waitFor();
    expect(faults).toEqual([]);
    expect(page.url()).toBe(`${hub.url}/`);
    expect(await page.evaluate("Object.values(sessionStorage)")).toEqual([hub.adminKey]);
    expect(await page.evaluate("JSON.stringify(localStorage) + document.cookie")).not.toContain(
      hub.adminKey,
    );
    const other = await page.context().newPage();
    await other.goto(hub.url);
    await other.getByRole("heading", { name: "Sign in" }).waitFor();
  });

  it("lasts over a reload, until one signs out", async () => {
    const { page } = await openDashboard(browser, hub.url);
    await signIn(page, hub);
    await page.reload();
    await page.getByRole("grid").waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await page.evaluate("Object.values(sessionStorage)")).toEqual([]);
    await page.reload();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  });

  it("ends when the key is revoked", async () => {
    const { client } = wallLedger(hub);
    const { apiKey, secret } = await client.apiKeys.create({ name: "wall", role: "VIEWER" });
    const { page } = await openDashboard(browser, hub.url);
    await signIn(page, { adminKey: secret });
    await client.apiKeys.revoke({ apiKeyId: apiKey.id });
    await page.getByText("You were signed out").waitFor();
    expect(await page.evaluate("Object.values(sessionStorage)")).toEqual([]);
  });
});
