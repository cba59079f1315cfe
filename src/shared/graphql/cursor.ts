import { createHmac, timingSafeEqual } from "node:crypto";
import { DomainError } from "../errors.js";

export class InvalidCursor extends DomainError {
  constructor(argument: string) {
    super("INVALID_CURSOR", `"${argument}" is not a cursor that this hub made for this list`, [
      argument,
    ]);
  }
}

/** Makes and reads the opaque positions in a list. */
export interface Cursors {
  /**
   * @param list which list in which order; a cursor of another one is refused
   * @param keys the sort keys of a row, as text
   */
  encode(list: string, keys: readonly string[]): string;
  /** @throws InvalidCursor */
  decode(list: string, cursor: string, argument: string): string[];
}

const SIGNATURE_BYTES = 16;
const MAX_CURSOR_LENGTH = 2_048;

/**
 * Signed cursors: base64url of a signature and the sort keys. Signed because the keys enter a
 * query's condition: a client that makes its own would probe rows by keys that it was never shown.
 */
export function signedCursors(secret: Buffer): Cursors {
  const signature = (list: string, body: Buffer): Buffer =>
    createHmac("sha256", secret)
      .update(`${list}\0`)
      .update(body)
      .digest()
      .subarray(0, SIGNATURE_BYTES);
  return {
    encode(list, keys) {
      const body = Buffer.from(JSON.stringify(keys));
      return Buffer.concat([signature(list, body), body]).toString("base64url");
    },
    decode(list, cursor, argument) {
      const bytes = Buffer.from(cursor.slice(0, MAX_CURSOR_LENGTH), "base64url");
      const body = bytes.subarray(SIGNATURE_BYTES);
      const claimed = bytes.subarray(0, SIGNATURE_BYTES);
      const expected = signature(list, body);
      if (claimed.length !== SIGNATURE_BYTES || !timingSafeEqual(claimed, expected)) {
        throw new InvalidCursor(argument);
      }
      return JSON.parse(body.toString("utf8")) as string[];
    },
  };
}
