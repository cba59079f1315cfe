import { BlockList, isIP } from "node:net";
import { InvalidInput } from "../shared/input.errors.js";
import { MAX_IP_RANGES } from "./api-key.rules.js";

const RANGE = /^([0-9a-f.:]{2,45})(?:\/(\d{1,3}))?$/i;
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

interface Range {
  address: string;
  bits: number;
  family: "ipv4" | "ipv6";
}

/** Ranges as they are kept: an address and a number of bits. @throws InvalidInput */
export function normalRanges(ranges: readonly string[]): string[] {
  if (ranges.length > MAX_IP_RANGES) {
    throw new InvalidInput(`A key has at most ${MAX_IP_RANGES} ranges`, ["ipRanges"]);
  }
  return ranges.map((text) => {
    const range = parsed(text);
    if (range) return `${range.address}/${range.bits}`;
    const message = `"${text.slice(0, 64)}" is no range of addresses, such as 203.0.113.0/24`;
    throw new InvalidInput(message, ["ipRanges"]);
  });
}

function parsed(text: string): Range | null {
  const [, address = "", bits] = RANGE.exec(text) ?? [];
  const version = isIP(address);
  if (version === 0) return null;
  const most = version === 4 ? 32 : 128;
  const count = bits === undefined ? most : Number(bits);
  return count > most ? null : { address, bits: count, family: `ipv${version as 4 | 6}` };
}

/** The ranges that a key may be used from. */
export class AddressRanges {
  readonly #list = new BlockList();
  readonly #isEmpty: boolean;

  /** @param ranges as `normalRanges` made them */
  constructor(ranges: readonly string[]) {
    this.#isEmpty = ranges.length === 0;
    for (const range of ranges.map(parsed)) {
      if (range) this.#list.addSubnet(range.address, range.bits, range.family);
    }
  }

  /** Whether an address lies in one of them; an IPv4 address counts also in its IPv6 form. */
  has(address: string | null): boolean {
    if (this.#isEmpty) return true;
    if (address === null) return false;
    const plain = MAPPED.exec(address)?.[1] ?? address;
    const version = isIP(plain);
    return version !== 0 && this.#list.check(plain, version === 4 ? "ipv4" : "ipv6");
  }
}
