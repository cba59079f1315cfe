import type { FieldAccess } from "./compile-value.js";

/** Takes the records of a document as they are read. */
export interface RecordSink {
  /** Comes before the first record. @throws RefusedInput */
  begin(access: FieldAccess): void;
  record(record: unknown, line: number): void;
  /** A line of another kind, by its first column; control totals may stand in it. */
  marked(cells: readonly string[], line: number): void;
  /** A line that cannot be a record, with what stood there. */
  broken(reason: string, line: number, raw: unknown): void;
}

export type RecordReader = (bytes: AsyncIterable<Uint8Array>, sink: RecordSink) => Promise<void>;
