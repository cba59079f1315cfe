/** The key by which requests are signed instead of sending a secret along. */
export interface SigningOptions {
  /** The API key's id, which begins with `key_`. */
  keyId: string;
  /** The key's signing secret, which begins with `tutti_sign_`. */
  secret: string;
}

/** What is signed of a request. */
export interface SignedParts {
  method: string;
  url: URL;
  body?: string | Uint8Array | undefined;
}

const NONCE_BYTES = 16;

/**
 * The headers that sign a request: HTTP Message Signatures (RFC 9421) with hmac-sha256, and
 * Content-Digest (RFC 9530). With WebCrypto alone, so that it works on every platform.
 */
export async function signatureHeaders(
  { keyId, secret }: SigningOptions,
  { method, url, body }: SignedParts,
  nowMs: number = Date.now(),
): Promise<Record<string, string>> {
  const digest = body === undefined ? undefined : await contentDigest(body);
  const covered: [string, string][] = [
    ["@method", method.toUpperCase()],
    ["@authority", url.host.toLowerCase()],
    ["@path", url.pathname],
    ...(url.search === "" ? [] : [["@query", url.search] as [string, string]]),
    ...(digest === undefined ? [] : [["content-digest", digest] as [string, string]]),
  ];
  const names = covered.map(([name]) => `"${name}"`).join(" ");
  const created = Math.floor(nowMs / 1_000);
  const nonce = base64(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
  const signer = `keyid="${keyId}";alg="hmac-sha256";nonce="${nonce}"`;
  const parameters = `(${names});created=${created};${signer}`;
  const lines = covered.map(([name, value]) => `"${name}": ${value}`);
  const base = [...lines, `"@signature-params": ${parameters}`].join("\n");
  return {
    ...(digest === undefined ? {} : { "content-digest": digest }),
    "signature-input": `sig=${parameters}`,
    signature: `sig=:${base64(await hmac(secret, base))}:`,
  };
}

async function contentDigest(body: string | Uint8Array): Promise<string> {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : new Uint8Array(body);
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return `sha-256=:${base64(new Uint8Array(hash))}:`;
}

async function hmac(secret: string, text: string): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const bytes = encoder.encode(secret);
  const key = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text)));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
