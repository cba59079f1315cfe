import { RefusedInput } from "../refuse-input.js";
import { readLines } from "../text/read-lines.js";
import { boundedBytes } from "./bounded-bytes.js";
import { objectAccess } from "./compile-value.js";
import type { RecordReader } from "./record-sink.js";

/** Bytes of one JSON document, which is in memory as a whole; longer ones come as NDJSON. */
export const MAX_JSON_BYTES = 64 * 1024 ** 2;

/** One JSON value: the list at `path`, or a list, or a single record. */
export function jsonReader(path: string): RecordReader {
  return async (bytes, sink) => {
    const chunks: Buffer[] = [];
    for await (const chunk of boundedBytes(bytes, true, MAX_JSON_BYTES)) chunks.push(chunk);
    const text = Buffer.concat(chunks)
      .toString("utf8")
      .replace(/^\uFEFF/, "");
    if (text.trim() === "") throw new RefusedInput("EMPTY_DOCUMENT", "the document is empty");
    sink.begin(objectAccess);
    const found = path === "" ? parsed(text) : objectAccess(path)(parsed(text));
    if (found === undefined) {
      throw new RefusedInput("MISSING_ELEMENT", `the document has no "${path}"`);
    }
    const records: unknown[] = Array.isArray(found) ? found : [found];
    records.forEach((record) => {
      if (typeof record === "object" && record !== null) sink.record(record, 1);
      else sink.broken("a record is a JSON object", 1, record);
    });
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 120) : "";
    throw new RefusedInput("NOT_WELL_FORMED", `this is not JSON: ${why}`);
  }
}

/** JSON objects, one a line; a line that is none spoils no other. */
export const jsonLinesReader: RecordReader = async (bytes, sink) => {
  sink.begin(objectAccess);
  let number = 0;
  for await (const lines of readLines(bytes, undefined)) {
    for (const line of lines) {
      number += 1;
      const record = line === "" ? undefined : objectOf(line);
      if (record !== undefined) sink.record(record, number);
      else if (line.trim() !== "") sink.broken("the line is not a JSON object", number, line);
    }
  }
  if (number === 0) throw new RefusedInput("EMPTY_DOCUMENT", "the document is empty");
};

function objectOf(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
