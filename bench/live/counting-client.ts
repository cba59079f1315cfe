import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import { once } from "node:events";

/** What a client sends, one after the other when the one before is answered; then it listens. */
export type Greeting = (index: number) => readonly string[];

/** The shortest message that counts: shorter are the protocol's own, and heartbeats. */
const SHORTEST_COUNTED = 300;
const CONNECTING_AT_ONCE = 100;

/**
 * Many WebSockets whose messages are counted and not looked at: what the client costs must not be
 * what is measured.
 */
export class CountingClient {
  readonly #sockets: Socket[] = [];
  #counted = 0;
  #bytes = 0;
  #waiting: { wanted: number; done: () => void } | undefined;

  /** Opens sockets and sends each its greeting. */
  async connect(port: number, count: number, greeting: Greeting, protocol?: string): Promise<void> {
    for (let from = 0; from < count; from += CONNECTING_AT_ONCE) {
      const size = Math.min(CONNECTING_AT_ONCE, count - from);
      await Promise.all(
        Array.from({ length: size }, (_, i) => this.#open(port, greeting(from + i), protocol)),
      );
    }
  }

  /** Resolves when so many messages have come since the last call. */
  async received(wanted: number): Promise<{ bytes: number }> {
    if (this.#counted < wanted) {
      const done = Promise.withResolvers<void>();
      this.#waiting = { wanted, done: done.resolve };
      await done.promise;
    }
    const { bytes } = { bytes: this.#bytes };
    this.#counted -= wanted;
    this.#bytes = 0;
    return { bytes };
  }

  async #open(port: number, greeting: readonly string[], protocol?: string): Promise<void> {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    socket.write(
      "GET /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
        "Sec-WebSocket-Version: 13\r\n" +
        `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n` +
        (protocol ? `Sec-WebSocket-Protocol: ${protocol}\r\n\r\n` : "\r\n"),
    );
    const [answer] = (await once(socket, "data")) as [Buffer];
    if (!answer.includes("101 Switching")) throw new Error(answer.toString());
    const said = greeting.values();
    const say = (): void => {
      const { value } = said.next();
      if (value !== undefined) socket.write(maskedFrame(0x81, Buffer.from(value)));
    };
    const reader = new FrameReader((opcode, length) => {
      if (opcode === 0x1) say(); // the protocol wants each to be answered before the next
      this.#count(socket, opcode, length);
    });
    socket.on("data", (chunk) => reader.read(chunk));
    say();
    this.#sockets.push(socket);
  }

  #count(socket: Socket, opcode: number, length: number): void {
    if (opcode === 0x9) return void socket.write(maskedFrame(0x8a, Buffer.alloc(0)));
    if (opcode !== 0x1 || length < SHORTEST_COUNTED) return;
    this.#counted += 1;
    this.#bytes += length;
    if (this.#waiting && this.#counted >= this.#waiting.wanted) {
      this.#waiting.done();
      this.#waiting = undefined;
    }
  }
}

/** Finds where a server's frames begin, however they are cut into chunks. */
class FrameReader {
  #rest = Buffer.alloc(0);
  #skip = 0;

  constructor(private readonly found: (opcode: number, length: number) => void) {}

  read(chunk: Buffer): void {
    let data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    this.#rest = Buffer.alloc(0);
    while (data.length > 0) {
      if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, data.length);
        this.#skip -= skipped;
        data = data.subarray(skipped);
        continue;
      }
      const header = headerOf(data);
      if (!header) return void (this.#rest = Buffer.from(data));
      this.found(header.opcode, header.length);
      this.#skip = header.length;
      data = data.subarray(header.size);
    }
  }
}

function headerOf(data: Buffer): { opcode: number; length: number; size: number } | null {
  const second = data[1];
  if (second === undefined) return null;
  const opcode = (data[0] ?? 0) & 0x0f;
  const short = second & 0x7f;
  if (short < 126) return { opcode, length: short, size: 2 };
  const size = short === 126 ? 4 : 10;
  if (data.length < size) return null;
  const length = short === 126 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
  return { opcode, length, size };
}

/** A client's frame: masked, as the protocol demands; with zeros, as it allows. */
function maskedFrame(first: number, payload: Buffer): Buffer {
  const { length } = payload;
  const header = Buffer.alloc(length < 126 ? 6 : 8);
  header[0] = first;
  header[1] = 0x80 | (length < 126 ? length : 126);
  if (length >= 126) header.writeUInt16BE(length, 2);
  return Buffer.concat([header, payload]);
}
