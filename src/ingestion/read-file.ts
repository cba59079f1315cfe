import { createHash } from "node:crypto";
import type { Adapter, Refusal } from "./adapters/index.js";
import type { CanonicalDocument } from "./canonical-document.js";

/** A file that an adapter has read to its end, or refused. */
export interface ReadFile {
  name: string;
  /** Of all its bytes, those behind a refusal included. */
  sha256: Buffer;
  content: { documents: CanonicalDocument[] } | { refusal: Refusal };
}

/** Reads a file through an adapter. Its bytes are taken to the end whatever becomes of it. */
export async function readFile(
  adapter: Adapter,
  file: { name: string; bytes: AsyncIterable<Uint8Array> },
): Promise<ReadFile> {
  const bytes = new HashedBytes(file.bytes);
  const content = await parse(adapter, file.name, bytes);
  return { name: file.name, sha256: await bytes.sha256(), content };
}

async function parse(
  adapter: Adapter,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<ReadFile["content"]> {
  const documents: CanonicalDocument[] = [];
  for await (const parsed of adapter.parse(bytes, { name })) {
    if (!parsed.ok) return { refusal: parsed.refusal };
    documents.push(parsed);
  }
  return { documents };
}

/** Hashes what passes. Its reader may stop early without closing what it reads from. */
class HashedBytes implements AsyncIterable<Uint8Array> {
  private readonly hash = createHash("sha256");
  private readonly chunks: AsyncIterator<Uint8Array>;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.chunks = bytes[Symbol.asyncIterator]();
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    return { next: () => this.next() };
  }

  async sha256(): Promise<Buffer> {
    while ((await this.next()).done !== true);
    return this.hash.digest();
  }

  private async next(): Promise<IteratorResult<Uint8Array>> {
    const step = await this.chunks.next();
    if (step.done !== true) this.hash.update(step.value);
    return step;
  }
}
