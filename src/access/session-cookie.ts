import type { IncomingHttpHeaders } from "node:http";
import { SESSION_PREFIX } from "./session-credentials.js";

/** Over TLS the prefix binds the cookie to this host, its root and TLS (RFC 6265bis). */
const SECURE_NAME = "__Host-tutti";
const PLAIN_NAME = "tutti";
const COOKIE = new RegExp(
  `(?:^|;\\s*)(?:${SECURE_NAME}|${PLAIN_NAME})=(${SESSION_PREFIX}[0-9a-f]{64})(?:;|$)`,
);
const BEARER = /^Bearer +([\x21-\x7e]+)$/i;

/** The key, or token, in an Authorization header; null when there is none. */
export function bearerText(header: string | undefined): string | null {
  return BEARER.exec(header ?? "")?.[1] ?? null;
}

/**
 * The text of a request's credential: of its Authorization header, or else of the session cookie,
 * which browsers send by themselves and so counts only when one of our own pages asked.
 * @param host as the client named it
 */
export function credentialText(headers: IncomingHttpHeaders, host: string): string | null {
  if (headers.authorization !== undefined) return bearerText(headers.authorization);
  const token = COOKIE.exec(headers.cookie ?? "")?.[1];
  return token !== undefined && isOwnPage(headers, host) ? token : null;
}

/** Browsers name the origin of what can change something, newer ones of everything. */
function isOwnPage(headers: IncomingHttpHeaders, host: string): boolean {
  const { origin } = headers;
  const site = headers["sec-fetch-site"];
  if (origin !== undefined) return URL.canParse(origin) && new URL(origin).host === host;
  return site === "same-origin";
}

/** The value of Set-Cookie that opens a session, out of reach of scripts. */
export function sessionCookie(token: string, expiresAt: Date, isSecure: boolean): string {
  return `${attributes(token, isSecure)}; Expires=${expiresAt.toUTCString()}`;
}

/** The value of Set-Cookie that takes a session's cookie away. */
export function endedCookie(isSecure: boolean): string {
  return `${attributes("", isSecure)}; Max-Age=0`;
}

function attributes(value: string, isSecure: boolean): string {
  const name = isSecure ? SECURE_NAME : PLAIN_NAME;
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict${isSecure ? "; Secure" : ""}`;
}
