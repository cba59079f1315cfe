import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closePages, openDashboard, signIn, startBrowser } from "../support/browser.js";
import { startTestHub, type TestHub } from "../support/hub.js";
import { wallLedger, type WallLedger } from "../support/wall-ledger.js";

describe("the live wall", () => {
  let hub: TestHub;
  let browser: Browser;
  let ledger: WallLedger;
  let wallet: string;
  let clearing: string;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub(), startBrowser()]);
    ledger = wallLedger(hub);
    const partner = await ledger.client.partners.create({
      code: "star-games",
      name: "별 게임즈",
      kind: "GAME_PROVIDER",
    });
    wallet = await ledger.openAccount({
      partnerId: partner.id,
      purpose: "WALLET",
      currency: "KRW",
      reference: "customer-7",
    });
    clearing = await ledger.openAccount({ purpose: "CLEARING", currency: "KRW" });
    await ledger.openAccount({ purpose: "CLEARING", currency: "USD" });
  });
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser.close();
    await hub.close();
  });

  const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

  const open = (options: BrowserContextOptions = {}) => openDashboard(browser, hub.url, options);

  it("shows accounts by partner, and moves with each transaction, to the last digit", async () => {
    const { page, faults } = await open();
    await signIn(page, hub);
    await page.getByRole("row", { name: /별 게임즈 star-games Game provider 1 account/ }).waitFor();
    await page.getByRole("row", { name: /^Platform 2 accounts/ }).waitFor();
    await ledger.transfer(clearing, wallet, "9007199254740993");
    const row = rowOf(page, "customer-7");
    await row.getByText("9,007,199,254,740,993").first().waitFor();
    const cells = await row.getByRole("gridcell").allInnerTexts();
    expect(cells.slice(1, 3)).toEqual(["WALLET", "KRW"]);
    expect(cells[4]).toBe("9,007,199,254,740,993");
    expect(cells[6]).toBe("1");
    await rowOf(page, clearing).getByText("\u22129,007,199,254,740,993").first().waitFor();
    await page.getByRole("button", { name: /KRW WALLET 1 9,007,199,254,740,993/ }).waitFor();
    expect(faults).toEqual([]);
  });

  it("takes in accounts that are opened while it is open", async () => {
    const { page } = await open();
    await signIn(page, hub);
    const later = await ledger.openAccount({
      purpose: "WALLET",
      currency: "KRW",
      reference: "customer-8",
    });
    await ledger.transfer(clearing, later, "5");
    const row = rowOf(page, "customer-8");
    await row.waitFor();
    expect(await row.getByRole("gridcell").nth(4).innerText()).toBe("5");
  });

  it("tells which way a balance went without colour", async () => {
    const { page } = await open();
    await signIn(page, hub);
    await ledger.transfer(wallet, clearing, "1");
    const posted = rowOf(page, "customer-7").getByRole("gridcell").nth(3);
    await posted.filter({ hasText: /▼\s*down/ }).waitFor();
    expect(await posted.textContent()).toContain("9,007,199,254,740,992");
  });

  it("narrows to what is looked for", async () => {
    const { page } = await open();
    await signIn(page, hub);
    await page.getByRole("searchbox").fill("별 customer");
    await expect.poll(() => page.getByRole("row").count()).toBe(3);
    await page.getByRole("searchbox").fill("nothing of the kind");
    await page.getByText("No account matches the filter.").waitFor();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await page.getByLabel("Currency", { exact: true }).selectOption("USD");
    await expect.poll(() => page.getByRole("row").count()).toBe(3);
    await page.getByText("1 shown").waitFor();
  });

  it("is used by keyboard alone", async () => {
    const { page } = await open();
    await signIn(page, hub);
    const grid = page.getByRole("grid");
    await grid.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const active = await grid.getAttribute("aria-activedescendant");
    expect(active).toBe(await rowOf(page, "customer-7").getAttribute("id"));
    await page.keyboard.press("Enter");
    expect(await rowOf(page, "customer-7").getAttribute("aria-selected")).toBe("true");
    await page.getByText("WALLET · customer-7").waitFor();
    const described = page.getByRole("img", { name: /별 게임즈: .* KRW; between/ });
    await described.waitFor();
    await page.keyboard.press("End");
    await expect.poll(() => grid.getAttribute("aria-activedescendant")).not.toBe(active);
  });

  it("speaks Korean to those whose browser does, and English when asked", async () => {
    const { page } = await open({ locale: "ko-KR" });
    await page.getByLabel("API 키").fill(hub.adminKey);
    await page.getByRole("button", { name: "로그인" }).click();
    await page.getByRole("status").getByText("실시간").waitFor();
    await page.getByRole("columnheader", { name: "가용 잔액" }).waitFor();
    await page.getByRole("row", { name: /별 게임즈 star-games 게임제공사/ }).waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("ko");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("columnheader", { name: "Available" }).waitFor();
    await page.reload();
    await page.getByRole("columnheader", { name: "Available" }).waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
  });

  it("is dark where the system is, and light when asked", async () => {
    const { page } = await open({ colorScheme: "dark" });
    const ground = () =>
      page.evaluate<string>("getComputedStyle(document.documentElement).backgroundColor");
    const dark = await ground();
    await page.getByRole("button", { name: "Light appearance" }).click();
    await expect.poll(ground).not.toBe(dark);
    await page.reload();
    await page.getByRole("button", { name: "Dark appearance" }).click();
    await expect.poll(ground).toBe(dark);
  });
});
