import { isUtf8 } from "node:buffer";
import { RefusedInput } from "../refuse-input.js";
import { TEXT_LIMITS } from "../text/read-lines.js";

/** The longest beginning of a character that a chunk may end with. */
const MAX_PART_BYTES = 3;

/**
 * Passes text on within the limit of a document, and only what is text.
 * @throws RefusedInput LIMIT_EXCEEDED, INVALID_ENCODING, UNSUPPORTED_ENCODING
 */
export async function* boundedBytes(
  bytes: AsyncIterable<Uint8Array>,
  mustBeUtf8: boolean,
  maxBytes = TEXT_LIMITS.documentBytes,
): AsyncGenerator<Buffer> {
  let total = 0;
  let part: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    total += chunk.byteLength;
    if (total > maxBytes) {
      throw new RefusedInput("LIMIT_EXCEEDED", `the document is larger than ${maxBytes} bytes`);
    }
    const whole = part.byteLength === 0 ? Buffer.from(chunk) : Buffer.concat([part, chunk]);
    const end = mustBeUtf8 ? characterEnd(whole) : whole.byteLength;
    const text = whole.subarray(0, end);
    part = whole.subarray(end);
    assertText(text, mustBeUtf8);
    if (text.byteLength > 0) yield text;
  }
  if (part.byteLength > 0) throw new RefusedInput("TRUNCATED", "it ends inside a character");
}

/** Where the last whole character of a chunk ends. */
function characterEnd(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(MAX_PART_BYTES, bytes.byteLength); back += 1) {
    const byte = bytes[bytes.byteLength - back] ?? 0;
    if (byte < 0x80) return bytes.byteLength;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.byteLength - back : bytes.byteLength;
    }
  }
  return bytes.byteLength;
}

function assertText(text: Buffer, mustBeUtf8: boolean): void {
  if (text.includes(0)) {
    throw new RefusedInput("INVALID_ENCODING", "the document holds a null byte: it is no text");
  }
  if (!mustBeUtf8 || isUtf8(text)) return;
  if (text[0] === 0xff || text[0] === 0xfe) {
    throw new RefusedInput("UNSUPPORTED_ENCODING", "UTF-16 is not read; send UTF-8");
  }
  throw new RefusedInput("INVALID_ENCODING", "the document is not UTF-8");
}
