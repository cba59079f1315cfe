import { createHash } from "node:crypto";
import type { CanonicalDocument } from "../../canonical-document.js";
import {
  MAX_TRANSACTIONS,
  type Adapter,
  type AdapterOptions,
  type ParsedDocument,
} from "../adapter-door.js";
import { RefusedInput } from "../refuse-input.js";
import type { AdapterDefinition } from "./adapter-definition.js";
import { compileRows } from "./compile-rows.js";
import { objectAccess } from "./compile-value.js";
import { delimitedReader } from "./read-delimited.js";
import { fixedWidthReader } from "./read-fixed-width.js";
import { jsonLinesReader, jsonReader } from "./read-json-records.js";
import { xmlReader } from "./read-xml-records.js";
import type { RecordReader } from "./record-sink.js";
import { RecordReading } from "./record-reading.js";

/**
 * An adapter that is data: see `AdapterDefinition`. A line that is refused leaves the others alone,
 * up to a number of them; what is wrong with the whole, such as a column that is not there or a
 * total that is not met, refuses the document.
 * @throws InvalidInput for expressions, zones or patterns that are none
 */
export function declarativeAdapter(
  name: string,
  version: string,
  definition: AdapterDefinition,
): Adapter {
  // Compiled once for its errors; a delimited document says itself where its columns are.
  compileRows(definition, definition.format.kind === "JSON" ? objectAccess : () => () => undefined);
  const read = readerOf(definition.format);
  const endings = definition.files.map((ending) => ending.toLowerCase());
  return {
    name,
    version,
    accepts: (fileName) =>
      endings.length === 0 || endings.some((ending) => fileName.toLowerCase().endsWith(ending)),
    parse: (bytes, source, options) => {
      const zone = options?.zone ?? definition.zone;
      const reading = { definition: { ...definition, zone }, read, name };
      return parse(reading, bytes, source, options);
    },
  };
}

function readerOf(format: AdapterDefinition["format"]): RecordReader {
  switch (format.kind) {
    case "JSON":
      return jsonReader(format.records);
    case "NDJSON":
      return jsonLinesReader;
    case "DELIMITED":
      return delimitedReader(format);
    case "FIXED_WIDTH":
      return fixedWidthReader(format);
    case "XML":
      return xmlReader(format.record);
  }
}

interface Reading {
  definition: AdapterDefinition;
  read: RecordReader;
  name: string;
}

async function* parse(
  { definition, read, name }: Reading,
  bytes: AsyncIterable<Uint8Array>,
  source: { name: string },
  { maxTransactions = MAX_TRANSACTIONS }: AdapterOptions = {},
): AsyncGenerator<ParsedDocument> {
  const hash = createHash("sha256");
  const reading = new RecordReading(definition, maxTransactions);
  let document: CanonicalDocument;
  try {
    await read(hashed(bytes, hash), reading);
    document = reading.finish({ format: name, digest: hash.digest("hex") });
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    yield { ok: false, refusal: error.toRefusal(source.name) };
    return;
  }
  yield { ok: true, ...document };
}

async function* hashed(
  bytes: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
}
