import { isIP } from "node:net";

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_-]{1,63})*\.?$/i;

/** A host name (RFC 1123, with the underscores that container networks use) or an IP address. */
export function isHostOrAddress(text: string): boolean {
  return isIP(text) !== 0 || (HOST_NAME.test(text) && !/^[\d.]+$/.test(text));
}

/** An IP address, or a range of them (CIDR). */
export function isAddressRange(text: string): boolean {
  const [address = "", bits = "0", ...rest] = text.split("/");
  const most = isIP(address) === 4 ? 32 : 128;
  return rest.length === 0 && isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

/** An address of a Postgres database that names its host and database. */
export function isPostgresUrl(text: string): boolean {
  const url = parse(text);
  if (!url || !["postgres:", "postgresql:"].includes(url.protocol)) return false;
  const host = url.hostname || url.searchParams.get("host"); // ?host=/folder: a Unix socket
  return Boolean(host) && url.pathname.length > 1;
}

/** An address of a Redis, plain or over TLS. */
export function isRedisUrl(text: string): boolean {
  const url = parse(text);
  return url !== undefined && ["redis:", "rediss:"].includes(url.protocol) && url.hostname !== "";
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
