import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestHub, type TestHub } from "../support/hub.js";

describe("the dashboard's files", () => {
  let hub: TestHub;
  let page: Response;
  let html: string;

  beforeAll(async () => {
    hub = await startTestHub();
    page = await fetch(hub.url);
    html = await page.text();
  });
  afterAll(() => hub.close());

  const assets = () => [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(String);
  const paths = () => assets().map((match) => /\/assets\/[^"]+/.exec(match)?.[0] ?? "");

  it("are a page that asks no key, holds nothing and trusts nobody but this hub", () => {
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).not.toMatch(/https?:|\*|unsafe|sha256|nonce/);
    expect(html).not.toContain(hub.adminKey);
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it("have no script and no style within the page", () => {
    expect([...html.matchAll(/<script[^>]*>([^<]*)<\/script>/g)].map((match) => match[1])).toEqual([
      "",
    ]);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  it("may be kept for ever where their name is a hash, and the page not at all", async () => {
    expect(page.headers.get("cache-control")).toBe("no-cache");
    const answers = await Promise.all(paths().map((path) => fetch(hub.url + path)));
    expect(answers.length).toBeGreaterThanOrEqual(2);
    for (const { status, headers } of answers) {
      expect(status).toBe(200);
      expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    }
    const icon = await fetch(`${hub.url}/favicon.svg`);
    expect(icon.headers.get("content-type")).toBe("image/svg+xml");
  });

  it.each([
    "/assets/",
    "/assets/../index.html",
    "/assets/%2e%2e/%2e%2e/package.json",
    "/assets/x.js",
  ])("give nothing beside themselves: %s", async (path) => {
    expect((await fetch(hub.url + path)).status).toBeOneOf([403, 404]);
  });
});
