import { RefusedInput } from "../refuse-input.js";
import { readLines } from "../text/read-lines.js";
import type { FixedWidthFormat } from "./adapter-definition.js";
import type { FieldAccess } from "./compile-value.js";
import type { RecordReader } from "./record-sink.js";

/** Lines whose fields stand at fixed places. */
export function fixedWidthReader({ encoding, mark, fields }: FixedWidthFormat): RecordReader {
  const places = new Map(
    fields.map(({ name, start, length }) => [name, [start - 1, start - 1 + length]]),
  );
  const access: FieldAccess = (name) => {
    if (name === "") return (record) => whole(places, String(record));
    const [from, to] = places.get(name) ?? [];
    if (from !== undefined) return (record) => String(record).slice(from, to).trim();
    throw new RefusedInput("MISSING_ELEMENT", `there is no field "${name.slice(0, 80)}"`);
  };
  return async (bytes, sink) => {
    sink.begin(access);
    let number = 0;
    for await (const lines of readLines(bytes, encoding === "UTF-8" ? undefined : "windows-1252")) {
      for (const line of lines) {
        number += 1;
        if (mark !== undefined && !line.startsWith(mark.text, mark.start - 1)) continue;
        if (line.trim() !== "") sink.record(line, number);
      }
    }
    if (number === 0) throw new RefusedInput("EMPTY_DOCUMENT", "the document is empty");
  };
}

function whole(places: Map<string, number[]>, line: string): Record<string, string> {
  const named = [...places].map(([name, [from, to]]) => [name, line.slice(from, to).trim()]);
  return Object.fromEntries(named) as Record<string, string>;
}
