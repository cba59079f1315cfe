import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { RefusedInput } from "../refuse-input.js";

/** What a text document may be at most, against input that is made to exhaust memory or time. */
export const TEXT_LIMITS = {
  /** Bytes of one document, expanded. */
  documentBytes: 1024 ** 3,
  /** Bytes of one line; the longest record of a bank's format has a few thousand. */
  lineBytes: 64 * 1024,
};

export type TextLimits = typeof TEXT_LIMITS;

/** How bytes that are not UTF-8 are read; undefined refuses them. */
export type Fallback = "latin1" | "windows-1252" | undefined;

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * The lines of a text, many at a time, without their line ends. A line that is not UTF-8 is read in
 * the fallback: banks declare one encoding and send another. What holds a null byte is no text.
 * @throws RefusedInput LIMIT_EXCEEDED, INVALID_ENCODING, UNSUPPORTED_ENCODING
 */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  fallback: Fallback,
  limits: TextLimits = TEXT_LIMITS,
): AsyncGenerator<string[]> {
  const cutter = new LineCutter(fallback, limits);
  for await (const chunk of bytes) {
    const lines = cutter.push(chunk);
    if (lines.length > 0) yield lines;
  }
  const last = cutter.end();
  if (last.length > 0) yield last;
}

class LineCutter {
  private rest: Uint8Array[] = [];
  private restBytes = 0;
  private total = 0;
  private cutLines = 0;
  private readonly decoder: TextDecoder | undefined;

  constructor(
    fallback: Fallback,
    private readonly limits: TextLimits,
  ) {
    this.decoder = fallback === undefined ? undefined : new TextDecoder(fallback);
  }

  push(chunk: Uint8Array): string[] {
    const { documentBytes, lineBytes } = this.limits;
    this.total += chunk.byteLength;
    if (this.total > documentBytes) {
      throw this.limit(`the document is larger than ${documentBytes} bytes`);
    }
    const end = chunk.lastIndexOf(NEWLINE);
    const lines = end < 0 ? [] : this.cut(chunk.subarray(0, end + 1));
    const rest = chunk.subarray(end + 1);
    if (rest.byteLength > 0) this.rest.push(rest);
    this.restBytes += rest.byteLength;
    if (this.restBytes > lineBytes) throw this.tooLong();
    return lines;
  }

  end(): string[] {
    return this.restBytes === 0 ? [] : this.cut(new Uint8Array());
  }

  private cut(bytes: Uint8Array): string[] {
    const block = Buffer.concat([...this.rest, bytes]);
    this.rest = [];
    this.restBytes = 0;
    const text = this.textOf(block);
    const lines = block.includes(RETURN) ? text.split(/\r*\n/) : text.split("\n");
    if (lines.at(-1) === "") lines.pop();
    const { lineBytes } = this.limits;
    // The number of the line is that of the first one that is too long.
    const long = lines.findIndex((line) => line.length > lineBytes);
    this.cutLines += long < 0 ? lines.length : long;
    if (long >= 0) throw this.tooLong();
    return lines;
  }

  private textOf(block: Buffer): string {
    if (this.cutLines === 0 && (block[0] === 0xff || block[0] === 0xfe)) {
      throw new RefusedInput("UNSUPPORTED_ENCODING", "UTF-16 is not read; send UTF-8");
    }
    if (block.includes(0)) {
      throw new RefusedInput("INVALID_ENCODING", "the document holds a null byte: it is no text");
    }
    const text = isUtf8(block) ? block.toString("utf8") : this.inFallback(block);
    return this.cutLines === 0 && text.startsWith("\uFEFF") ? text.slice(1) : text;
  }

  private inFallback(block: Buffer): string {
    const { decoder } = this;
    if (decoder === undefined) {
      throw new RefusedInput("INVALID_ENCODING", "the document is not UTF-8");
    }
    const lines = block.toString("latin1").split("\n");
    const decoded = lines.map((line) => {
      const bytes = Buffer.from(line, "latin1");
      return isUtf8(bytes) ? bytes.toString("utf8") : decoder.decode(bytes);
    });
    return decoded.join("\n");
  }

  private tooLong(): RefusedInput {
    return this.limit(`the line is longer than ${this.limits.lineBytes} bytes`);
  }

  private limit(reason: string): RefusedInput {
    return new RefusedInput("LIMIT_EXCEEDED", reason, { line: this.cutLines + 1, column: 1 });
  }
}
