import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { RefusedInput } from "./adapters/index.js";

/** What an archive may be at most, against input that is made to exhaust memory, disk or time. */
export const ARCHIVE_LIMITS = {
  /** Members of one archive, read or skipped. */
  members: 100_000,
  /** Bytes of one member. */
  memberBytes: 1024 ** 3,
  /** Bytes of the whole input when expanded. */
  expandedBytes: 16 * 1024 ** 3,
  /** Expanded over packed bytes. Real statements reach 50, a zip bomb 1,000. */
  expansionRatio: 200,
  /** The ratio counts from this many expanded bytes on: small files may be all repetition. */
  ratioFreeBytes: 16 * 1024 ** 2,
};

export type ArchiveLimits = typeof ARCHIVE_LIMITS;

/** How many bytes came in, and out after expansion. */
interface Expansion {
  packed: number;
  expanded: number;
}

/**
 * Gunzips a stream with back-pressure; concatenated gzip members are one stream, as gzip has it.
 * @throws RefusedInput BROKEN_ARCHIVE, LIMIT_EXCEEDED
 */
export async function* gunzipped(
  bytes: AsyncIterable<Uint8Array>,
  limits: ArchiveLimits,
): AsyncGenerator<Uint8Array> {
  const expansion: Expansion = { packed: 0, expanded: 0 };
  const gunzip = createGunzip();
  const feeding = pipeline(Readable.from(counted(bytes, expansion)), gunzip);
  // The error that stops the feeding is thrown by the reading below.
  feeding.catch(() => undefined);
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      expansion.expanded += chunk.byteLength;
      checkExpansion(expansion, limits);
      yield chunk;
    }
  } catch (error) {
    throw isZlibError(error) ? broken(error) : error;
  } finally {
    gunzip.destroy();
  }
}

/** Passes bytes on as long as the whole stays within the limit. @throws RefusedInput */
export async function* bounded(
  bytes: AsyncIterable<Uint8Array>,
  limits: ArchiveLimits,
): AsyncGenerator<Uint8Array> {
  const expansion: Expansion = { packed: 0, expanded: 0 };
  for await (const chunk of bytes) {
    expansion.expanded += chunk.byteLength;
    expansion.packed += chunk.byteLength;
    checkExpansion(expansion, limits);
    yield chunk;
  }
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  expansion: Expansion,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    expansion.packed += chunk.byteLength;
    yield chunk;
  }
}

function checkExpansion({ packed, expanded }: Expansion, limits: ArchiveLimits): void {
  if (expanded > limits.expandedBytes) {
    throw tooMuch(`expands to more than ${limits.expandedBytes} bytes`);
  }
  if (expanded > limits.ratioFreeBytes && expanded > packed * limits.expansionRatio) {
    throw tooMuch(`expands to more than ${limits.expansionRatio} times its size`);
  }
}

function tooMuch(what: string): RefusedInput {
  return new RefusedInput("LIMIT_EXCEEDED", `the archive ${what}`);
}

function isZlibError(error: unknown): error is Error & { code: string } {
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && code.startsWith("Z_");
}

function broken(error: Error & { code: string }): RefusedInput {
  // zlib's name for input that ends before the stream does
  const isCut = error.code === "Z_BUF_ERROR";
  const what = isCut ? "is cut off" : `is damaged (${error.message})`;
  return new RefusedInput("BROKEN_ARCHIVE", `the gzip stream ${what}`);
}
