import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip, type Gunzip, type Gzip } from "node:zlib";
import { UploadTooLarge } from "./ingestion.errors.js";

export const UPLOAD_LIMITS = {
  /** Bytes of an upload as it arrives. */
  arrivedBytes: 1024 ** 3,
  /** Bytes of it as it is kept, compressed: it is in memory while it is imported. */
  keptBytes: 64 * 1024 ** 2,
};

export type UploadLimits = typeof UPLOAD_LIMITS;

/** An upload as it is kept. */
export interface GatheredUpload {
  /** Of the bytes as they arrived. */
  sha256: Buffer;
  sizeBytes: number;
  compression: "NONE" | "GZIP";
  bytes: Buffer;
  /** A document by itself, neither packed nor an archive. */
  isDocument: boolean;
}

const GZIP = [0x1f, 0x8b];
const TAR_MAGIC = { at: 257, text: "ustar" };
const HEAD_BYTES = TAR_MAGIC.at + TAR_MAGIC.text.length;
/** It costs less than parsing, and statements become a tenth of their size all the same. */
const FAST = { level: 1 };

/**
 * Takes an upload to its end, compressed on the way unless it came so.
 * @throws UploadTooLarge
 */
export async function gatherUpload(
  bytes: AsyncIterable<Uint8Array>,
  limits: UploadLimits = UPLOAD_LIMITS,
): Promise<GatheredUpload> {
  const arriving = new ArrivingBytes(bytes, limits.arrivedBytes);
  const head = await arriving.head();
  const isGzip = GZIP.every((byte, index) => head[index] === byte);
  const kept = await collect(
    isGzip ? arriving : through(arriving, createGzip(FAST)),
    limits.keptBytes,
  );
  return {
    sha256: arriving.sha256(),
    sizeBytes: arriving.sizeBytes,
    compression: isGzip ? "NONE" : "GZIP",
    bytes: kept,
    isDocument: !isGzip && head.toString("latin1", TAR_MAGIC.at) !== TAR_MAGIC.text,
  };
}

/** The bytes as they arrived. */
export async function* arrivedBytes({
  compression,
  bytes,
}: Pick<GatheredUpload, "compression" | "bytes">): AsyncGenerator<Uint8Array> {
  if (compression === "NONE") yield bytes;
  else yield* through(Readable.from([bytes]), createGunzip());
}

/** What comes out of a transformation, which is ended when its reader has enough. */
async function* through(
  bytes: AsyncIterable<Uint8Array>,
  transformation: Gzip | Gunzip,
): AsyncGenerator<Uint8Array> {
  const feeding = pipeline(bytes, transformation);
  // The error that stops the feeding is thrown by the reading below.
  feeding.catch(() => undefined);
  try {
    yield* transformation as AsyncIterable<Buffer>;
  } finally {
    transformation.destroy();
  }
}

async function collect(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > limit) throw new UploadTooLarge(limit, "when compressed");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Counts and hashes what passes. */
class ArrivingBytes implements AsyncIterable<Uint8Array> {
  sizeBytes = 0;
  private readonly hash = createHash("sha256");
  private readonly chunks: AsyncIterator<Uint8Array>;
  private readonly taken: Uint8Array[] = [];

  constructor(
    bytes: AsyncIterable<Uint8Array>,
    private readonly limit: number,
  ) {
    this.chunks = bytes[Symbol.asyncIterator]();
  }

  /** The first bytes; they are passed on all the same. */
  async head(): Promise<Buffer> {
    while (this.sizeBytes < HEAD_BYTES) {
      const chunk = await this.take();
      if (chunk === undefined) break;
      this.taken.push(chunk);
    }
    return Buffer.concat(this.taken).subarray(0, HEAD_BYTES);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      yield* this.taken.splice(0);
      for (let next = await this.take(); next !== undefined; next = await this.take()) yield next;
    } finally {
      await this.chunks.return?.();
    }
  }

  sha256(): Buffer {
    return this.hash.digest();
  }

  private async take(): Promise<Uint8Array | undefined> {
    const { done, value } = await this.chunks.next();
    if (done === true) return undefined;
    this.sizeBytes += value.byteLength;
    if (this.sizeBytes > this.limit) throw new UploadTooLarge(this.limit, "as it arrives");
    this.hash.update(value);
    return value;
  }
}
