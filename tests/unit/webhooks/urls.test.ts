import { describe, expect, it } from "vitest";
import { assertUrl, isPrivateAddress, lookupPublic } from "../../../src/webhooks/webhook-url.js";
import { pauseAfter } from "../../../src/webhooks/webhook.rules.js";

describe("the address of a webhook", () => {
  it.each([
    ["https://partner.example/hook"],
    ["https://partner.example:8443/hook?a=1"],
    ["https://93.184.215.14/hook"],
    ["https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/hook"],
  ])("may be %s", (url) => {
    expect(() => assertUrl(url, false)).not.toThrow();
  });

  it.each([
    ["http://partner.example/hook", "not https"],
    ["ftp://partner.example", "not https"],
    ["file:///etc/passwd", "not https"],
    ["partner.example", "no URL"],
    ["https://user:secret@partner.example", "a user"],
    ["https://127.0.0.1/", "none of the public internet"],
    ["https://2130706433/", "none of the public internet"],
    ["https://0x7f.1/", "none of the public internet"],
    ["https://10.1.2.3/", "none of the public internet"],
    ["https://169.254.169.254/latest/meta-data", "none of the public internet"],
    ["https://[::1]/", "none of the public internet"],
    ["https://[::ffff:10.0.0.1]/", "none of the public internet"],
    ["https://[fd00::1]/", "none of the public internet"],
    ["https://[64:ff9b::7f00:1]/", "none of the public internet"],
    [`https://partner.example/${"x".repeat(2_100)}`, "too long"],
  ])("may not be %s", (url, why) => {
    expect(() => assertUrl(url, false)).toThrow(why);
  });

  it("may be private, and http, where that is allowed", () => {
    for (const url of ["http://127.0.0.1:8080/", "https://10.0.0.1/", "http://localhost/"]) {
      expect(() => assertUrl(url, true)).not.toThrow();
    }
    expect(() => assertUrl("ftp://127.0.0.1/", true)).toThrow("not https");
  });

  it("is looked at again when its name is resolved: a name may lead anywhere", async () => {
    const found = await new Promise<{ error: Error | null; addresses: unknown }>((resolve) => {
      lookupPublic("localhost", { all: true }, (error, addresses) => resolve({ error, addresses }));
    });
    expect(found.error?.message).toContain("private address");
    expect(found.addresses).toEqual([]);
  });

  it.each(["192.168.0.1", "172.31.255.255", "100.64.0.1", "0.0.0.0", "255.255.255.255", "fe80::1"])(
    "at %s is private",
    (address) => {
      expect(isPrivateAddress(address)).toBe(true);
    },
  );
});

describe("the pause before the next attempt", () => {
  const limits = { firstPauseMs: 1_000, longestPauseMs: 60_000 };

  it("doubles up to a limit, half of it by chance", () => {
    expect([1, 2, 3, 12].map((attempt) => pauseAfter(attempt, 1, limits))).toEqual([
      1_000, 2_000, 4_000, 60_000,
    ]);
    expect([1, 2, 3, 12].map((attempt) => pauseAfter(attempt, 0, limits))).toEqual([
      500, 1_000, 2_000, 30_000,
    ]);
  });
});
