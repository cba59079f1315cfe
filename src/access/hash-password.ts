import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from "node:crypto";
import { promisify } from "node:util";

const argon2id = promisify<"argon2id", Argon2Parameters, Buffer>((kind, parameters, done) =>
  argon2(kind, parameters, done),
);

/** The first choice of OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const TAG_BYTES = 32;
const SALT_BYTES = 16;

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** A password as it is kept: the PHC string of its argon2id hash. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await derive(password, salt, [MEMORY_KIB, PASSES, LANES]);
  return `${costsText()}$${plain(salt)}$${plain(tag)}`;
}

function costsText(): string {
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}`;
}

/** A hash that no password has: to take as long for accounts that are not there. */
const NOBODY = `${costsText()}$${"A".repeat(22)}$${"A".repeat(43)}`;

/** Whether a password is the one that was hashed; takes as long where there is none. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, memory, passes, lanes, salt = "", tag = ""] = PHC.exec(hash ?? NOBODY) ?? [];
  const expected = Buffer.from(tag, "base64");
  const costs = [Number(memory), Number(passes), Number(lanes)] as const;
  const actual = await derive(password, Buffer.from(salt, "base64"), costs);
  return expected.length === actual.length && timingSafeEqual(expected, actual) && hash !== null;
}

/** A password for the first sign-in: 96 random bits, to be changed then. */
export function temporaryPassword(): string {
  const digits = randomBytes(12).toString("hex");
  return digits.replaceAll(/(.{6})(?=.)/g, "$1-");
}

function derive(
  password: string,
  nonce: Buffer,
  [memory, passes, parallelism]: readonly [number, number, number],
): Promise<Buffer> {
  // The same text has one form, whichever keyboard it was typed on (RFC 8265).
  const message = Buffer.from(password.normalize("NFC"), "utf8");
  const costs = { memory, passes, parallelism, tagLength: TAG_BYTES };
  return argon2id("argon2id", { message, nonce, ...costs });
}

function plain(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
