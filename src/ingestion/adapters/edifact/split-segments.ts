import { RefusedInput } from "../refuse-input.js";

/** A segment: its elements, each of its components. */
export type Segment = string[][];

/** The characters that an interchange separates by (ISO 9735, UNA). */
interface Marks {
  component: string;
  element: string;
  decimal: string;
  release: string;
  terminator: string;
}

const DEFAULT_MARKS: Marks = {
  component: ":",
  element: "+",
  decimal: ".",
  release: "?",
  terminator: "'",
};
const MAX_SEGMENT_CHARACTERS = 8 * 1024;

/** Cuts the text of an interchange into its segments. */
export class SegmentSplitter {
  marks = DEFAULT_MARKS;
  private rest = "";
  private isFirst = true;

  /** @throws RefusedInput LIMIT_EXCEEDED */
  push(text: string): Segment[] {
    this.rest += text;
    if (this.isFirst) this.takeMarks();
    const segments: Segment[] = [];
    for (let end = this.endOf(); end >= 0; end = this.endOf()) {
      const segment = this.rest.slice(0, end).trim();
      this.rest = this.rest.slice(end + 1);
      if (segment !== "") segments.push(this.split(segment));
    }
    if (this.rest.length > MAX_SEGMENT_CHARACTERS) {
      const reason = `a segment of more than ${MAX_SEGMENT_CHARACTERS} characters`;
      throw new RefusedInput("LIMIT_EXCEEDED", reason);
    }
    return segments;
  }

  get isWhole(): boolean {
    return this.rest.trim() === "";
  }

  private takeMarks(): void {
    if (this.rest.length < 9) return;
    this.isFirst = false;
    if (!this.rest.startsWith("UNA")) return;
    const [component, element, decimal, release, , terminator] = this.rest.slice(3, 9);
    this.marks = { ...DEFAULT_MARKS, component, element, decimal, release, terminator } as Marks;
    this.rest = this.rest.slice(9);
  }

  /** Where the first segment ends; a released terminator is text. */
  private endOf(): number {
    if (this.isFirst) return -1;
    return endOfPart(this.rest, 0, this.marks.terminator, this.marks.release);
  }

  private split(segment: string): Segment {
    const { element, component, release } = this.marks;
    return parts(segment, element, release).map((one) =>
      parts(one, component, release).map((text) => released(text, release)),
    );
  }
}

function endOfPart(text: string, from: number, mark: string, release: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (text.charAt(at) === release) at += 1;
    else if (text.charAt(at) === mark) return at;
  }
  return -1;
}

function parts(text: string, mark: string, release: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (let end = endOfPart(text, 0, mark, release); end >= 0;) {
    found.push(text.slice(start, end));
    start = end + 1;
    end = endOfPart(text, start, mark, release);
  }
  return [...found, text.slice(start)];
}

function released(text: string, release: string): string {
  if (!text.includes(release)) return text;
  return text.replaceAll(new RegExp(`\\${release}(.)`, "gs"), "$1");
}
