import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { extract, type Extract } from "tar-stream";
import { RefusedInput, type Refusal } from "./adapters/index.js";
import { ARCHIVE_LIMITS, bounded, gunzipped, type ArchiveLimits } from "./archive-expansion.js";

/** Input under a name: a file, an upload, a request's body. */
export interface InputSource {
  /** Only shown, never opened. */
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** What an input holds, in its own order. Take each one's bytes before asking for the next. */
export type InputMember =
  | { kind: "document"; name: string; bytes: AsyncIterable<Uint8Array> }
  | { kind: "skipped"; name: string; note: string }
  | { kind: "refused"; refusal: Refusal };

type TarEntry = Extract extends AsyncIterable<infer Entry> ? Entry : never;

/** Whether a member is to be read, by its name alone. */
type Accepts = (name: string) => boolean;

const GZIP = [0x1f, 0x8b];
const TAR_MAGIC = { at: 257, text: "ustar" };
const TAR_HEADER_BYTES = 512;
const TAR_NAME = /\.(tar|tar\.gz|tgz)$/i;
const NAME_CHARACTERS = 255;

/**
 * Opens an input: a document, a gzipped document, a tar or a gzipped tar, told apart by their first
 * bytes (an old tar, which has no mark, by its name). Nothing is written anywhere: names inside an
 * archive are shown and matched, never used as paths, and links are skipped. What is broken or over
 * a limit is refused with a reason, and what came before it stands.
 */
export async function* openInput(
  source: InputSource,
  accepts: Accepts,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): AsyncGenerator<InputMember> {
  const name = shownName(source.name);
  try {
    const packed = await peek(source.bytes, GZIP.length);
    const isGzip = GZIP.every((byte, index) => packed.head[index] === byte);
    const plain = isGzip ? gunzipped(packed.bytes, limits) : bounded(packed.bytes, limits);
    const { head, bytes } = await peek(plain, TAR_HEADER_BYTES);
    if (isTar(head, name)) yield* tarMembers({ name, bytes }, accepts, limits);
    // The ending goes even when there is no gzip: a proxy on the way may have unpacked it.
    else yield* single(name.replace(/\.gz$/i, ""), bytes, accepts);
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    yield { kind: "refused", refusal: error.toRefusal(name) };
  }
}

async function* single(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  accepts: Accepts,
): AsyncGenerator<InputMember> {
  try {
    if (accepts(name)) yield { kind: "document", name, bytes };
    else yield { kind: "skipped", name, note: "not a file that this adapter reads" };
  } finally {
    await close(bytes);
  }
}

/** Lets go of a stream that nobody reads on: a generator that never ran cannot be returned from. */
async function close(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of bytes) return;
}

function isTar(head: Uint8Array, name: string): boolean {
  const mark = Buffer.from(head.subarray(TAR_MAGIC.at, TAR_MAGIC.at + TAR_MAGIC.text.length));
  return mark.toString("latin1") === TAR_MAGIC.text || TAR_NAME.test(name);
}

async function* tarMembers(
  archive: InputSource,
  accepts: Accepts,
  limits: ArchiveLimits,
): AsyncGenerator<InputMember> {
  let seen = 0;
  for await (const entry of tarEntries(archive.bytes)) {
    seen += 1;
    if (seen > limits.members) throw tooMany(limits.members);
    const member = new TarMember(`${archive.name}/${shownName(entry.header.name)}`, entry);
    yield* member.open(accepts, limits);
    if (member.isBroken) return;
  }
  if (seen === 0) throw new RefusedInput("EMPTY_ARCHIVE", "the archive holds no files");
}

function tooMany(members: number): RefusedInput {
  return new RefusedInput("LIMIT_EXCEEDED", `the archive has more than ${members} members`);
}

/** @throws RefusedInput BROKEN_ARCHIVE */
async function* tarEntries(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const tar = extract();
  const feeding = pipeline(Readable.from(bytes), tar);
  // The error that stops the feeding is thrown by the reading below.
  feeding.catch(() => undefined);
  try {
    yield* tar;
  } catch (error) {
    throw asBroken(error);
  } finally {
    tar.destroy();
  }
}

/** tar-stream has no classes of errors: what is not ours comes from its reading of headers. */
function asBroken(error: unknown): unknown {
  if (error instanceof RefusedInput || !(error instanceof Error)) return error;
  return new RefusedInput("BROKEN_ARCHIVE", `the tar archive is broken (${error.message})`);
}

/** A member of a tar, whose bytes must be taken to the end before the next header can be read. */
class TarMember {
  /** The archive ended or broke inside this member, which was told so. */
  isBroken = false;
  private readonly chunks: AsyncIterator<Uint8Array>;
  private isOpen = true;

  constructor(
    private readonly name: string,
    private readonly entry: TarEntry,
  ) {
    this.chunks = entry[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  }

  async *open(accepts: Accepts, limits: ArchiveLimits): AsyncGenerator<InputMember> {
    const { name } = this;
    const note = this.reasonToSkip(accepts);
    if (this.isTooLarge(limits)) {
      yield { kind: "refused", refusal: tooLarge(limits).toRefusal(name) };
    } else if (note !== undefined) {
      if (note !== "") yield { kind: "skipped", name, note };
    } else {
      yield { kind: "document", name, bytes: this.bytes() };
    }
    while (this.isOpen) await this.next();
  }

  private isTooLarge(limits: ArchiveLimits): boolean {
    return (this.entry.header.size ?? 0) > limits.memberBytes;
  }

  /** Why it is not read; "" for what nobody misses. */
  private reasonToSkip(accepts: Accepts): string | undefined {
    const { type } = this.entry.header;
    if (type === "directory") return "";
    if (type !== "file" && type !== "contiguous-file") return `a ${type ?? "member"}, not a file`;
    // macOS puts a file of attributes, named like the real one, beside each file of a tar.
    if (/(^|\/)\._[^/]*$/.test(this.name)) return "attributes of another file";
    return accepts(this.name) ? undefined : "not a file that this adapter reads";
  }

  /** The stream itself is never closed early: tar-stream would give up the whole archive. */
  private async *bytes(): AsyncGenerator<Uint8Array> {
    for (let chunk = await this.next(); chunk !== undefined; chunk = await this.next()) yield chunk;
  }

  private async next(): Promise<Uint8Array | undefined> {
    if (!this.isOpen) return undefined;
    try {
      const { done, value } = await this.chunks.next();
      this.isOpen = done !== true;
      return this.isOpen ? value : undefined;
    } catch (error) {
      this.isOpen = false;
      this.isBroken = true;
      throw asBroken(error);
    }
  }
}

function tooLarge(limits: ArchiveLimits): RefusedInput {
  return new RefusedInput("LIMIT_EXCEEDED", `the member has more than ${limits.memberBytes} bytes`);
}

/** A name for people: without the control characters that would write on a terminal or a log. */
function shownName(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}]/gu, "?").slice(0, NAME_CHARACTERS);
}

/** The first bytes of a stream, and the stream from its beginning. */
async function peek(
  bytes: AsyncIterable<Uint8Array>,
  count: number,
): Promise<{ head: Uint8Array; bytes: AsyncIterable<Uint8Array> }> {
  const chunks = bytes[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let size = 0;
  while (size < count) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    taken.push(value);
    size += value.byteLength;
  }
  return { head: Buffer.concat(taken).subarray(0, count), bytes: replay(taken, chunks) };
}

async function* replay(
  taken: Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* taken;
    for (let step = await rest.next(); step.done !== true; step = await rest.next()) {
      yield step.value;
    }
  } finally {
    await rest.return?.();
  }
}
