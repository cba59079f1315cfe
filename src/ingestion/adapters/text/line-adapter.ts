import type { CanonicalDocument } from "../../canonical-document.js";
import {
  MAX_TRANSACTIONS,
  type Adapter,
  type AdapterOptions,
  type ParsedDocument,
} from "../adapter-door.js";
import { isoTimes, type IsoTimes } from "../iso-time.js";
import { RefusedInput } from "../refuse-input.js";
import { readLines, TEXT_LIMITS, type Fallback, type TextLimits } from "./read-lines.js";

/** What a reading of lines works with. */
export interface LineSettings {
  times: IsoTimes;
  maxTransactions: number;
}

/** A document of lines while it is read; one for a file. */
export interface LineReading {
  /**
   * @param number counts from 1
   * @throws RefusedInput, whose place is the line unless it has one
   */
  line(text: string, number: number): void;
  /** @throws RefusedInput */
  end(): CanonicalDocument[];
}

/** A format whose records are lines of text. */
export interface LineFormat {
  name: string;
  version: string;
  /** Names of files of this kind. */
  files: RegExp;
  fallback: Fallback;
  limits?: TextLimits;
  open(settings: LineSettings): LineReading;
}

/** The adapter of a format whose records are lines of text. */
export function lineAdapter(format: LineFormat): Adapter {
  const { name, version, files } = format;
  return {
    name,
    version,
    accepts: (fileName) => files.test(fileName),
    parse: (bytes, source, options) => parse(format, bytes, source, options),
  };
}

async function* parse(
  format: LineFormat,
  bytes: AsyncIterable<Uint8Array>,
  source: { name: string },
  { zone = "UTC", maxTransactions = MAX_TRANSACTIONS }: AdapterOptions = {},
): AsyncGenerator<ParsedDocument> {
  const reading = format.open({ times: isoTimes(zone), maxTransactions });
  const cursor = { line: 0 };
  let documents: CanonicalDocument[];
  try {
    documents = await readAll(format, reading, bytes, cursor);
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    const place = cursor.line === 0 ? undefined : { line: cursor.line, column: 1 };
    yield { ok: false, refusal: error.at(place).toRefusal(source.name) };
    return;
  }
  for (const document of documents) yield { ok: true, ...document };
}

async function readAll(
  { fallback, limits = TEXT_LIMITS }: LineFormat,
  reading: LineReading,
  bytes: AsyncIterable<Uint8Array>,
  cursor: { line: number },
): Promise<CanonicalDocument[]> {
  let isEmpty = true;
  for await (const lines of readLines(bytes, fallback, limits)) {
    for (const line of lines) {
      cursor.line += 1;
      isEmpty &&= line.trim() === "";
      reading.line(line, cursor.line);
    }
  }
  if (isEmpty) throw new RefusedInput("EMPTY_DOCUMENT", "the document is empty");
  return reading.end();
}
