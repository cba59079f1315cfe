import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { WebhookUrlRefused } from "./webhook.errors.js";
import { WEBHOOK_LIMITS } from "./webhook.rules.js";

/**
 * Addresses that are none of the public internet. @see
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  PRIVATE.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  ["::", 96], // with ::1, and IPv4 addresses in their old form
  ["64:ff9b::", 32],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  PRIVATE.addSubnet(network, prefix, "ipv6");
}

/**
 * Whether an IP address is one that a partner must not make the hub call. An IPv4 address that is
 * written as IPv6 (::ffff:10.0.0.1) is held against the ranges of IPv4.
 */
export function isPrivateAddress(address: string): boolean {
  return PRIVATE.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** The host of a URL, an IPv6 address without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/**
 * The address of an endpoint. Where its name leads is looked at when it is called: names change.
 * @param toPrivate whether private addresses are allowed, and http
 * @throws WebhookUrlRefused
 */
export function assertUrl(text: string, toPrivate: boolean): void {
  const url = text.length <= WEBHOOK_LIMITS.urlCharacters ? URL.parse(text) : null;
  if (!url) throw new WebhookUrlRefused("it is no URL, or too long");
  if (url.username || url.password) throw new WebhookUrlRefused("it has a user or a password");
  if (url.protocol !== "https:" && !(toPrivate && url.protocol === "http:")) {
    throw new WebhookUrlRefused("it is not https");
  }
  const host = hostOf(url);
  if (!toPrivate && isIP(host) !== 0 && isPrivateAddress(host)) {
    throw new WebhookUrlRefused("its address is none of the public internet");
  }
}

/** Finds addresses like the platform does, and fails when one of them is private. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const found = error ? [] : addresses;
    const refused = found.some(({ address }) => isPrivateAddress(address));
    const failure = refused ? new WebhookUrlRefused("its name leads to a private address") : error;
    const [first] = refused ? [] : found;
    if (options.all) callback(failure, refused ? [] : found);
    else callback(failure, first?.address ?? "", first?.family ?? 0);
  });
};
