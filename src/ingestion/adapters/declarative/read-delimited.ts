import { parse, CsvError, type Parser } from "csv-parse";
import { RefusedInput } from "../refuse-input.js";
import { TEXT_LIMITS } from "../text/read-lines.js";
import { boundedBytes } from "./bounded-bytes.js";
import { DEFINITION_LIMITS, type DelimitedFormat } from "./adapter-definition.js";
import type { FieldAccess } from "./compile-value.js";
import type { RecordReader, RecordSink } from "./record-sink.js";

const ENCODINGS = { "UTF-8": "utf8", "WINDOWS-1252": "latin1", "ISO-8859-1": "latin1" } as const;

/** Lines of other kinds that a document may have more than it has records. */
const MAX_OTHER_LINES = 10_000;

/** Delimited text (RFC 4180 and its relatives), read by csv-parse. */
export function delimitedReader(format: DelimitedFormat): RecordReader {
  return async (bytes, sink) => {
    const lines = new DelimitedLines(format, sink);
    const parser = parse({
      delimiter: format.delimiter,
      quote: format.quote === "" ? null : format.quote,
      from_line: format.skipLines + 1,
      bom: true,
      encoding: ENCODINGS[format.encoding],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: TEXT_LIMITS.lineBytes,
      // Records are taken here, one call each; as items of a stream they cost twice as much.
      on_record: (record: string[], context) => {
        lines.take(record, context.lines);
        return null;
      },
    });
    await feed(boundedBytes(bytes, format.encoding === "UTF-8"), parser);
    lines.end();
  };
}

/** Writes all bytes to the parser. @throws RefusedInput NOT_WELL_FORMED, LIMIT_EXCEEDED ... */
async function feed(bytes: AsyncIterable<Uint8Array>, parser: Parser): Promise<void> {
  const failure = Promise.withResolvers<never>();
  // It is met in the race below; until then it must not count as one that nobody handles.
  failure.promise.catch(() => undefined);
  parser.on("error", failure.reject);
  parser.resume();
  const ended = new Promise<void>((resolve) => parser.once("end", resolve));
  try {
    for await (const chunk of bytes) {
      const drained = new Promise<void>((resolve) => parser.write(chunk, () => resolve()));
      await Promise.race([drained, failure.promise]);
    }
    parser.end();
    await Promise.race([ended, failure.promise]);
  } catch (error) {
    throw refusalOf(error);
  } finally {
    parser.destroy();
  }
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const isSize = error.code === "CSV_MAX_RECORD_SIZE";
  const line = typeof error["lines"] === "number" ? error["lines"] : 1;
  const reason = isSize
    ? `a record is longer than ${TEXT_LIMITS.lineBytes} characters`
    : `this is not delimited text: ${error.message.split("\n")[0] ?? ""}`;
  const code = isSize ? "LIMIT_EXCEEDED" : "NOT_WELL_FORMED";
  return new RefusedInput(code, reason, { line, column: 1 });
}

/** Tells header, records and marked lines apart. */
class DelimitedLines {
  private header: readonly string[] | undefined;
  /** Lines of other kinds, less those that are records. */
  private others = 0;

  constructor(
    private readonly format: DelimitedFormat,
    private readonly sink: RecordSink,
  ) {
    if (format.columns !== undefined) this.begin(format.columns);
  }

  take(cells: string[], line: number): void {
    if (cells.length > DEFINITION_LIMITS.columns) {
      const reason = `a line has more than ${DEFINITION_LIMITS.columns} columns`;
      throw new RefusedInput("LIMIT_EXCEEDED", reason, { line, column: 1 });
    }
    const { mark } = this.format;
    const isHeader = this.header === undefined && (mark?.header ?? cells[0]) === cells[0];
    if (isHeader && (mark === undefined || mark.header !== undefined)) this.begin(cells);
    else if (mark !== undefined && cells[0] !== mark.data) this.other(cells, line);
    else this.record(cells, line);
  }

  /** Totals and headings; a document that is made of them is none of this format. */
  private other(cells: string[], line: number): void {
    this.others += 1;
    if (this.others > MAX_OTHER_LINES) {
      const reason = `there are ${MAX_OTHER_LINES} more other lines than records`;
      throw new RefusedInput("LIMIT_EXCEEDED", reason, { line, column: 1 });
    }
    this.sink.marked(cells, line);
  }

  private record(cells: string[], line: number): void {
    this.others -= 1;
    if (this.header === undefined) {
      const reason = "there is no line with the names of the columns before this one";
      throw new RefusedInput("MISSING_ELEMENT", reason, { line, column: 1 });
    }
    if (cells.length > this.header.length) {
      const reason = `the line has ${cells.length} columns, its header ${this.header.length}`;
      this.sink.broken(reason, line, cells);
    } else this.sink.record(cells, line);
  }

  private begin(names: readonly string[]): void {
    this.header = names.map((name) => name.trim());
    this.sink.begin(columnAccess(this.header));
  }

  end(): void {
    if (this.header === undefined) {
      throw new RefusedInput("EMPTY_DOCUMENT", "the document holds no line with column names");
    }
  }
}

/** Cells by the name of their column. @throws RefusedInput MISSING_ELEMENT */
function columnAccess(header: readonly string[]): FieldAccess {
  return (name) => {
    if (name === "") return (record) => Object.fromEntries(named(header, record as string[]));
    const index = header.indexOf(name);
    if (index >= 0) return (record) => (record as string[])[index];
    throw new RefusedInput("MISSING_ELEMENT", `there is no column "${name.slice(0, 80)}"`);
  };
}

function named(header: readonly string[], cells: readonly string[]): [string, string][] {
  return header.map((name, index) => [name, cells[index] ?? ""]);
}
