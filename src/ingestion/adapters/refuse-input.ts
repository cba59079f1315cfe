/** Every reason for which an adapter or the archive reader refuses input, one closed list. */
export const REFUSAL_CODES = [
  // the file
  "EMPTY_DOCUMENT",
  "TRUNCATED",
  "NOT_WELL_FORMED",
  "UNSUPPORTED_ENCODING",
  "INVALID_ENCODING",
  "DOCTYPE_NOT_ALLOWED",
  "LIMIT_EXCEEDED",
  "BROKEN_ARCHIVE",
  "EMPTY_ARCHIVE",
  "UNSUPPORTED_FILE",
  // the message
  "FOREIGN_DOCUMENT",
  "UNKNOWN_ELEMENT",
  "MISSING_ELEMENT",
  "REPEATED_ELEMENT",
  "INVALID_AMOUNT",
  "UNKNOWN_CURRENCY",
  "MISSING_DIRECTION",
  "INVALID_DIRECTION",
  "INVALID_DATE",
  "UNKNOWN_STATUS",
  "CONTROL_TOTAL",
  // a line of a format that an operator described
  "EXPRESSION_FAILED",
  "UNKNOWN_TYPE",
  "FORMULA_NOT_ALLOWED",
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A place in a text document. Lines and columns count from 1; the element is a path of names. */
export interface Place {
  line: number;
  column: number;
  element?: string;
}

/** Why a document is refused, and where the reason lies. The reason is a sentence for a person. */
export interface Refusal {
  file: string;
  line?: number;
  column?: number;
  element?: string;
  code: RefusalCode;
  reason: string;
}

/** Thrown inside an adapter or a byte source; the adapter's door turns it into a `Refusal`. */
export class RefusedInput extends Error {
  override readonly name = "RefusedInput";
  constructor(
    readonly code: RefusalCode,
    readonly reason: string,
    /** Left out by code that does not know it: the reader then says where it stands. */
    readonly place?: Place,
  ) {
    super(reason);
  }

  /** The same refusal, with a place if it had none. */
  at(place: Place | undefined): RefusedInput {
    if (this.place !== undefined || place === undefined) return this;
    return new RefusedInput(this.code, this.reason, place);
  }

  toRefusal(file: string): Refusal {
    return { file, ...this.place, code: this.code, reason: this.reason };
  }
}
