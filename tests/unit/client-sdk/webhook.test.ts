import { createHmac } from "node:crypto";
import { WebhookNotVerified, verifyWebhook } from "@tutti/client";
import { describe, expect, it } from "vitest";
import {
  deriveSecret,
  secretText,
  signatureHeader,
} from "../../../src/webhooks/webhook-signature.js";

const NOW = 1_800_000_000;
const now = () => NOW * 1_000;
const secret = deriveSecret(Buffer.from("the hub's own"), "endpoint", 1);
const text = secretText(secret);
const body = JSON.stringify({ type: "balance.changed", timestamp: "t", data: { 금액: "1" } });

const headersAt = (timestamp: number, secrets = [secret], id = "whm_1") => ({
  "Webhook-Id": id,
  "webhook-timestamp": String(timestamp),
  "webhook-signature": signatureHeader(secrets, { id, timestamp, body }),
});

/** Why a message is not verified. */
async function reason(...given: Parameters<typeof verifyWebhook>): Promise<string> {
  try {
    await verifyWebhook(...given);
  } catch (error) {
    if (error instanceof WebhookNotVerified) return error.reason;
    throw error;
  }
  return "verified";
}

describe("a webhook", () => {
  it("is verified, whatever carries its headers", async () => {
    const event = { id: "whm_1", type: "balance.changed", data: { 금액: "1" } };
    const headers = headersAt(NOW);
    expect(await verifyWebhook(body, headers, text, { now })).toMatchObject(event);
    expect(await verifyWebhook(body, new Headers(headers), text, { now })).toMatchObject(event);
  });

  it("is verified by either secret while both are in force", async () => {
    const next = deriveSecret(Buffer.from("the hub's own"), "endpoint", 2);
    const headers = headersAt(NOW, [next, secret]);
    expect(await reason(body, headers, text, { now })).toBe("verified");
    expect(await reason(body, headers, secretText(next), { now })).toBe("verified");
  });

  it("is signed as Standard Webhooks says", () => {
    const signed = createHmac("sha256", Buffer.from(text.slice(6), "base64"))
      .update(`whm_1.${NOW}.${body}`)
      .digest("base64");
    expect(headersAt(NOW)["webhook-signature"]).toBe(`v1,${signed}`);
  });

  it("is not verified when anything of it was changed", async () => {
    const headers = headersAt(NOW);
    const other = secretText(deriveSecret(Buffer.from("another hub's"), "endpoint", 1));
    const reasons = await Promise.all([
      reason(`${body} `, headers, text, { now }),
      reason(body, { ...headers, "Webhook-Id": "whm_2" }, text, { now }),
      reason(body, { ...headers, "webhook-timestamp": String(NOW + 1) }, text, { now }),
      reason(body, { ...headers, "webhook-signature": "v1,AAAA v2,x nonsense v1,%" }, text, {
        now,
      }),
      reason(body, headers, other, { now }),
    ]);
    expect(reasons).toEqual(Array.from({ length: 5 }, () => "BAD_SIGNATURE"));
  });

  it("is not verified when it is old, or of the future", async () => {
    const reasons = await Promise.all(
      [-301, -300, 300, 301].map((seconds) =>
        reason(body, headersAt(NOW + seconds), text, { now }),
      ),
    );
    expect(reasons).toEqual(["STALE", "verified", "verified", "STALE"]);
    const tolerance = { now, toleranceSeconds: 10 };
    expect(await reason(body, headersAt(NOW - 11), text, tolerance)).toBe("STALE");
  });

  it("is none without its headers, or with a secret that is none", async () => {
    const headers = headersAt(NOW);
    const { "webhook-signature": _signature, ...unsigned } = headers;
    expect(await reason(body, unsigned, text, { now })).toBe("MALFORMED");
    expect(await reason(body, { ...headers, "webhook-timestamp": "x" }, text, { now })).toBe(
      "MALFORMED",
    );
    expect(await reason(body, headers, "whsec_short", { now })).toBe("MALFORMED");
  });
});
