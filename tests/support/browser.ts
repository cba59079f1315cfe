import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import type { TestHub } from "./hub.js";

const BUILT = join(import.meta.dirname, "../../dist/dashboard/index.html");

/** What is waited for comes, however busy the machine is; the limit ends what never will. */
const WAIT_LIMIT_MS = 120_000;

/** As root it has no sandbox to offer; and it is to speak to the hub and nobody else. */
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts Debian's Chromium, without a window and with a new profile. */
export function startBrowser(): Promise<Browser> {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const executablePath = folders.map((folder) => join(folder, "chromium")).find(existsSync);
  if (!executablePath) {
    throw new Error("chromium is not installed; npm test installs it (apt-get install chromium)");
  }
  return chromium.launch({ executablePath, args: ARGS });
}

/** A page of the dashboard, and what went wrong in it. */
export interface OpenedPage {
  page: Page;
  /** Errors that the page threw or wrote to its console, refused resources among them. */
  faults: string[];
}

/** Opens the dashboard of a hub, or of a way to it, in a profile of its own. */
export async function openDashboard(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  if (!existsSync(BUILT)) throw new Error("The dashboard is not built: npm run build");
  const context = await browser.newContext({ locale: "en-US", timezoneId: "UTC", ...options });
  context.setDefaultTimeout(WAIT_LIMIT_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(url);
  return { page, faults };
}

/** Closes all that a test opened, also when it failed: a hub shares what its pages watch. */
export async function closePages(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}

/** Signs in and waits until the balances are there. */
export async function signIn(page: Page, hub: Pick<TestHub, "adminKey">): Promise<void> {
  await page.getByLabel("API key").fill(hub.adminKey);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("grid").and(page.locator("[aria-busy=false]")).waitFor();
}
