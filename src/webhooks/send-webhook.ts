import http from "node:http";
import https from "node:https";
import { assertUrl, lookupPublic } from "./webhook-url.js";

/** One request to a receiver. */
export interface WebhookRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
  /** Whether private addresses may be called. */
  toPrivate: boolean;
}

/**
 * Posts a message; resolves with the status of the answer, whose body is not looked at. Redirects
 * are not followed: they could lead anywhere.
 * @throws WebhookUrlRefused, and what the connection fails with
 */
export async function sendWebhook(request: WebhookRequest): Promise<number> {
  const { url, headers, body, timeoutMs, toPrivate } = request;
  assertUrl(url, toPrivate);
  const { request: begin } = url.startsWith("https:") ? https : http;
  const signal = AbortSignal.timeout(timeoutMs);
  const lookup = toPrivate ? {} : { lookup: lookupPublic };
  return new Promise((resolve, reject) => {
    const call = begin(url, { method: "POST", headers, signal, ...lookup }, (response) => {
      resolve(response.statusCode ?? 0);
      // Nothing of the body is wanted; how long it is, is the receiver's choice.
      response.destroy();
    });
    call.once("error", reject);
    call.end(body);
  });
}
