import { TextDecoder } from "node:util";
import { RefusedInput } from "../refuse-input.js";

/**
 * Text is handed on in pieces of at most this many bytes, so that limits are checked in between.
 */
const PIECE_BYTES = 64 * 1024;

/** An XML declaration ends within this many bytes, or there is none. */
const DECLARATION_BYTES = 256;

const ENCODINGS = new Set([
  "utf-8",
  "us-ascii",
  "iso-8859-1",
  "iso-8859-15",
  "windows-1252",
  "utf-16",
  "utf-16le",
  "utf-16be",
]);

/**
 * The text of an XML document, by its byte order mark or declared encoding, else UTF-8 (XML 1.0,
 * appendix F). @throws RefusedInput UNSUPPORTED_ENCODING, INVALID_ENCODING, LIMIT_EXCEEDED
 */
export async function* decodeXml(
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let head: Uint8Array = new Uint8Array(0);
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.byteLength;
    if (total > maxBytes) throw tooLarge(maxBytes);
    if (decoder !== undefined) {
      yield* pieces(decoder, chunk);
      continue;
    }
    head = head.byteLength === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head.byteLength < DECLARATION_BYTES) continue;
    decoder = decoderFor(head);
    yield* pieces(decoder, head);
  }
  if (decoder === undefined) {
    decoder = decoderFor(head);
    yield* pieces(decoder, head);
  }
  yield* ending(decoder);
}

function tooLarge(maxBytes: number): RefusedInput {
  return new RefusedInput("LIMIT_EXCEEDED", `the document is larger than ${maxBytes} bytes`);
}

function* pieces(decoder: TextDecoder, bytes: Uint8Array): Generator<string> {
  for (let from = 0; from < bytes.byteLength; from += PIECE_BYTES) {
    yield* piece(decoder, bytes.subarray(from, from + PIECE_BYTES));
  }
}

function* piece(decoder: TextDecoder, bytes: Uint8Array): Generator<string> {
  let text: string;
  try {
    text = decoder.decode(bytes, { stream: true });
  } catch {
    // What comes before the bad byte goes to the parser first: the refusal then names its line.
    const loose = new TextDecoder(decoder.encoding).decode(bytes);
    yield loose.slice(0, Math.max(loose.indexOf("\ufffd"), 0));
    throw invalid(decoder);
  }
  if (text.length > 0) yield text;
}

function* ending(decoder: TextDecoder): Generator<string> {
  try {
    const text = decoder.decode();
    if (text.length > 0) yield text;
  } catch {
    throw new RefusedInput("TRUNCATED", "the document ends inside a character");
  }
}

function invalid(decoder: TextDecoder): RefusedInput {
  return new RefusedInput("INVALID_ENCODING", `a byte here is not ${decoder.encoding}`);
}

function decoderFor(head: Uint8Array): TextDecoder {
  const encoding = (byteOrder(head) ?? declared(head) ?? "utf-8").toLowerCase();
  if (!ENCODINGS.has(encoding)) {
    throw new RefusedInput("UNSUPPORTED_ENCODING", `the encoding "${encoding}" is not read`, {
      line: 1,
      column: 1,
    });
  }
  return new TextDecoder(encoding, { fatal: true });
}

/** A byte order mark, or the null byte beside the first "<" that betrays UTF-16 without one. */
function byteOrder(head: Uint8Array): string | undefined {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0x3c && second === 0) return "utf-16le";
  if (first === 0 && second === 0x3c) return "utf-16be";
  return undefined;
}

function declared(head: Uint8Array): string | undefined {
  const start = Buffer.from(head.subarray(0, DECLARATION_BYTES)).toString("latin1");
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]{0,39})["']/.exec(start)?.[1];
}
