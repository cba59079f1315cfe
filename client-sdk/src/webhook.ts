import { WebhookNotVerified } from "./webhook-not-verified.js";

/** What happened, as a webhook tells of it. */
export interface WebhookEvent {
  /** The message's; the same when it is delivered once more. */
  readonly id: string;
  /** Such as `transaction.posted`. */
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A request's headers: an object, or what `fetch` and servers have. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface VerifyWebhookOptions {
  /** How old or early a message may be: 300 seconds unless given. */
  toleranceSeconds?: number;
  /** The present, in milliseconds since the epoch. */
  now?: () => number;
}

const TOLERANCE_SECONDS = 300;
const SECRET = /^whsec_([A-Za-z0-9+/]{42,88}={0,2})$/;

/**
 * Whether a request is a message of the hub to this endpoint, unchanged and not an old one sent
 * again. @param body as it came, before anything parsed it
 * @throws WebhookNotVerified
 */
export async function verifyWebhook(
  body: string,
  headers: WebhookHeaders,
  secret: string,
  { toleranceSeconds = TOLERANCE_SECONDS, now = Date.now }: VerifyWebhookOptions = {},
): Promise<WebhookEvent> {
  const id = header(headers, "webhook-id");
  const timestamp = header(headers, "webhook-timestamp");
  const signatures = header(headers, "webhook-signature");
  if (!/^\d{1,12}$/.test(timestamp)) throw malformed("webhook-timestamp is not a number");
  if (Math.abs(now() / 1_000 - Number(timestamp)) > toleranceSeconds) {
    throw new WebhookNotVerified("STALE", "The message is older, or newer, than it may be");
  }
  await assertSigned(secret, signatures, `${id}.${timestamp}.${body}`);
  return eventOf(id, body);
}

/** The comparison is the platform's, which takes as long whatever differs. */
async function assertSigned(secret: string, signatures: string, signed: string): Promise<void> {
  const key = await keyOf(secret);
  const bytes = new TextEncoder().encode(signed);
  for (const each of signatures.split(" ")) {
    const [version, signature] = each.split(",", 2);
    if (version !== "v1" || signature === undefined) continue;
    const mac = bytesOf(signature);
    if (mac && (await globalThis.crypto.subtle.verify("HMAC", key, mac, bytes))) return;
  }
  throw new WebhookNotVerified("BAD_SIGNATURE", "No signature of the message is of this secret");
}

type Key = Awaited<ReturnType<typeof globalThis.crypto.subtle.importKey>>;

async function keyOf(secret: string): Promise<Key> {
  const bytes = bytesOf(SECRET.exec(secret)?.[1] ?? "-");
  if (!bytes) throw malformed('the secret is not of the form "whsec_..."');
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return globalThis.crypto.subtle.importKey("raw", bytes, algorithm, false, ["verify"]);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function eventOf(id: string, body: string): WebhookEvent {
  const value = JSON.parse(body) as Omit<WebhookEvent, "id">;
  return { ...value, id };
}

function header(headers: WebhookHeaders, name: string): string {
  const value = typeof headers["get"] === "function" ? headers.get(name) : valueOf(headers, name);
  if (typeof value === "string" && value !== "") return value;
  throw malformed(`the header ${name} is missing`);
}

function valueOf(headers: WebhookHeaders, name: string): unknown {
  const entry = Object.entries(headers).find(([each]) => each.toLowerCase() === name);
  return entry?.[1];
}

function malformed(why: string): WebhookNotVerified {
  return new WebhookNotVerified("MALFORMED", `This is not a webhook of the hub: ${why}`);
}
