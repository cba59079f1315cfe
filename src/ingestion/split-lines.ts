import { isUtf8 } from "node:buffer";

/** The longest line of a stream, in bytes. A transaction has a few hundred. */
export const MAX_LINE_BYTES = 64 * 1024;

/** A line that cannot be read, in its place among the others. */
export class UnreadableLine {
  constructor(readonly reason: string) {}
}

export type Line = string | UnreadableLine;

const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = "\uFEFF";
const NOT_UTF8 = new UnreadableLine("The line is not UTF-8");

/**
 * Cuts a stream of bytes into its lines, as many at a time as a chunk completes. A line over the
 * limit is passed over without being held, and told of in its place.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  maxLineBytes = MAX_LINE_BYTES,
): AsyncGenerator<Line[]> {
  const splitter = new LineSplitter(maxLineBytes);
  for await (const chunk of chunks) {
    const lines = splitter.push(chunk);
    if (lines.length > 0) yield lines;
  }
  const last = splitter.end();
  if (last.length > 0) yield last;
}

class LineSplitter {
  /** The beginning of a line that has not ended yet. */
  private kept: Uint8Array[] = [];
  private keptBytes = 0;
  private isTooLong = false;
  private isFirst = true;

  constructor(private readonly maxLineBytes: number) {}

  push(chunk: Uint8Array): Line[] {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end < 0) {
      this.keep(chunk);
      return [];
    }
    const start = this.isTooLong ? chunk.indexOf(NEWLINE) + 1 : 0;
    const passedOver: Line[] = this.isTooLong ? [this.tooLong()] : [];
    const lines = start <= end ? this.cut(chunk.subarray(start, end)) : [];
    this.forget();
    this.keep(chunk.subarray(end + 1));
    return passedOver.length === 0 ? lines : passedOver.concat(lines);
  }

  /** The last line may lack its newline. */
  end(): Line[] {
    if (this.isTooLong) return [this.tooLong()];
    return this.keptBytes === 0 ? [] : this.cut(new Uint8Array());
  }

  private keep(bytes: Uint8Array): void {
    if (this.isTooLong || bytes.byteLength === 0) return;
    this.kept.push(bytes);
    this.keptBytes += bytes.byteLength;
    if (this.keptBytes <= this.maxLineBytes) return;
    this.forget();
    this.isTooLong = true;
  }

  private forget(): void {
    this.kept = [];
    this.keptBytes = 0;
    this.isTooLong = false;
  }

  /** The lines of what was kept and `bytes`, which end where a line ends. */
  private cut(bytes: Uint8Array): Line[] {
    const block = Buffer.concat([...this.kept, bytes]);
    if (!isUtf8(block)) return this.cutBytes(block);
    const lines = this.withoutMark(block.toString("utf8")).split("\n");
    return lines.map((line) => (this.exceeds(line) ? this.tooLong() : line));
  }

  /** One line that is not UTF-8 does not spoil the others. */
  private cutBytes(block: Buffer): Line[] {
    const lines = block.toString("latin1").split("\n");
    return lines.map((latin) => {
      const line = Buffer.from(latin, "latin1");
      if (line.byteLength > this.maxLineBytes) return this.tooLong();
      return isUtf8(line) ? line.toString("utf8") : NOT_UTF8;
    });
  }

  private withoutMark(text: string): string {
    const marked = this.isFirst && text.startsWith(BYTE_ORDER_MARK);
    this.isFirst = false;
    return marked ? text.slice(BYTE_ORDER_MARK.length) : text;
  }

  /** A UTF-16 unit has up to three bytes in UTF-8: only long lines are worth counting. */
  private exceeds(line: string): boolean {
    return line.length * 3 > this.maxLineBytes && Buffer.byteLength(line) > this.maxLineBytes;
  }

  private tooLong(): UnreadableLine {
    return new UnreadableLine(`The line is longer than ${this.maxLineBytes} bytes`);
  }
}
