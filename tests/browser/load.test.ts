import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { AccountBook } from "../../src/ledger/index.js";
import { systemClock } from "../../src/shared/clock.js";
import { poolSql } from "../../src/shared/database/sql.js";
import { closePages, openDashboard, signIn, startBrowser } from "../support/browser.js";
import { startTestHub, type TestHub } from "../support/hub.js";
import { wallLedger } from "../support/wall-ledger.js";

const ACCOUNTS = 2_000;
/** Of one subscription (schema/README.md). */
const MOST_WATCHED = 5_000;
/** Rows that are in sight when the wall opens: half of all entries are theirs. */
const IN_SIGHT = 16;
const REQUESTS = 250;
const TRANSFERS_A_REQUEST = 20;
const CHANGES = 2 * REQUESTS * TRANSFERS_A_REQUEST;
/** Requests under way at a time. */
const AT_ONCE = 16;

const INDEXES = Array.from({ length: TRANSFERS_A_REQUEST }, (_, index) => index);
const TRANSFER_MANY = `mutation Move(${INDEXES.map((i) => `$t${i}: PostTransferInput!`).join()}) {
  ${INDEXES.map((i) => `t${i}: postTransfer(input: $t${i}) { status }`).join("\n")}
}`;

/** Counts, in the page, its frames, how often the table is changed, and the rows it has. */
const PROBE = `(() => {
  const grid = document.querySelector("[role=grid]");
  const seen = { frames: 0, renders: 0, rows: 0, longestMs: 0 };
  let last = performance.now();
  const frame = (now) => {
    seen.frames += 1;
    seen.rows = Math.max(seen.rows, grid.querySelectorAll("[role=row]").length);
    seen.longestMs = Math.max(seen.longestMs, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new MutationObserver(() => (seen.renders += 1))
    .observe(grid, { subtree: true, childList: true, attributes: true, characterData: true });
  globalThis.seen = seen;
})()`;

interface Seen {
  frames: number;
  renders: number;
  rows: number;
  longestMs: number;
}

describe("the live wall with 2,000 accounts that move all the time", () => {
  let hub: TestHub;
  let browser: Browser;
  let accountIds: string[];

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startTestHub(), startBrowser()]);
    accountIds = await openCustomers(ACCOUNTS);
  });
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser.close();
    await hub.close();
  });

  /** Opens them where they are not there yet, all at once. */
  async function openCustomers(count: number): Promise<string[]> {
    const book = new AccountBook(poolSql(hub.database.pool), systemClock);
    const ids = await book.ensure(
      Array.from({ length: count }, (_, index) => ({
        partnerId: null,
        purpose: "WALLET",
        currency: "KRW",
        normalSide: "CREDIT",
        reference: `customer-${index}`,
      })),
    );
    return ids.map((id) => `acc_${id}`);
  }

  /** Accounts in sight pay all others, in turn. */
  async function moveAll(): Promise<void> {
    let next = 0;
    const input = (number: number) => ({
      externalId: `load-${number}`,
      debitAccountId: accountIds[number % IN_SIGHT],
      creditAccountId: accountIds[IN_SIGHT + (number % (ACCOUNTS - IN_SIGHT))],
      amountMinor: "100",
      currency: "KRW",
      code: "TEST",
    });
    const some = async (): Promise<void> => {
      for (let i = next++; i < REQUESTS; i = next++) {
        const inputs = INDEXES.map((t) => [`t${t}`, input(i * TRANSFERS_A_REQUEST + t)]);
        await hub.query(TRANSFER_MANY, Object.fromEntries(inputs));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, some));
  }

  const changesShown = async (page: Page): Promise<string> =>
    page.getByText("Changes since opened").locator("..").locator(".figure-value").innerText();

  it("renders once a frame, keeps the rows in sight alone, and loses no change", async () => {
    const { page, faults } = await openDashboard(browser, hub.url);
    await signIn(page, hub);
    await page.getByText("2,000 accounts", { exact: true }).waitFor();
    await page.evaluate(PROBE);
    await moveAll();
    await expect.poll(() => changesShown(page)).toBe(CHANGES.toLocaleString("en"));
    const seen = await page.evaluate<Seen>("seen");
    // Scrolling aside, nothing but a frame changes the table; the last one may not be counted yet.
    expect(seen.renders).toBeLessThanOrEqual(seen.frames + 1);
    expect(seen.renders).toBeGreaterThan(1);
    expect(seen.rows).toBeLessThan(60);
    expect(faults).toEqual([]);
  });

  it("stays where one scrolls to, and finds one of all accounts", async () => {
    const { page } = await openDashboard(browser, hub.url);
    await signIn(page, hub);
    const grid = page.getByRole("grid");
    const rowCount = () => grid.getAttribute("aria-rowcount");
    // The names come page by page: with the last of them every account is found by its own.
    await page.getByRole("searchbox").fill("customer-");
    await expect.poll(rowCount).toBe(String(ACCOUNTS + 2));
    await grid.focus();
    await page.keyboard.press("End");
    const last = page.getByRole("row").filter({ has: page.getByText("customer-1999") });
    await last.waitFor();
    expect(await last.getAttribute("data-active")).toBe("true");
    await page.getByRole("searchbox").fill("customer-1234");
    await expect.poll(() => page.getByRole("row").count()).toBe(3);
  });

  it("asks for a partner where there are more accounts than one wall may watch", async () => {
    const { client, openAccount } = wallLedger(hub);
    const { id } = await client.partners.create({
      code: "one-of-many",
      name: "One of many",
      kind: "PAYMENT_VENDOR",
    });
    await openAccount({ partnerId: id, purpose: "WALLET", currency: "KRW", reference: "alone" });
    await openCustomers(MOST_WATCHED);
    const { page } = await openDashboard(browser, hub.url);
    await page.getByLabel("API key").fill(hub.adminKey);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("alert").getByText("The wall has stopped").waitFor();
    await page.getByLabel("Choose a partner").selectOption({ label: "One of many" });
    await page.getByRole("button", { name: "Watch" }).click();
    await page.getByRole("gridcell", { name: "alone" }).waitFor();
    expect(await page.getByRole("row").count()).toBe(3);
  });
});
