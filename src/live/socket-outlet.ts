import type { Socket } from "node:net";
import type { WebSocket } from "ws";
import type { LiveFrame, Outlet } from "./live-frame.js";
import { LIVE_LIMITS } from "./live-limits.js";
import type { PendingSubscription } from "./pending-subscription.js";
import { suffixOf, wireOf } from "./socket-frame.js";

const OPEN = 1;

/** Who waits for room in a socket: one listener for all of its subscriptions. */
const waiting = new WeakMap<Socket, Set<() => void>>();

/** The subscription of one id on one WebSocket: frames go to the socket as they are. */
export class SocketOutlet implements Outlet {
  readonly #suffix: Buffer;
  readonly #stream: Socket;

  constructor(
    private readonly socket: WebSocket,
    id: string,
    private readonly subscription: PendingSubscription,
  ) {
    this.#suffix = suffixOf(id);
    this.#stream = streamOf(socket);
  }

  get isFull(): boolean {
    return this.#stream.writableLength > LIVE_LIMITS.socketBytes;
  }

  /**
   * Writes past ws, whose frames are made for one client each. That is in order with what ws writes
   * itself, as long as nothing is compressed: it then holds nothing back.
   */
  send(frame: LiveFrame): void {
    if (this.socket.readyState !== OPEN) return;
    const stream = this.#stream;
    stream.cork();
    stream.write(wireOf(frame, this.#suffix.length));
    stream.write(this.#suffix);
    stream.uncork();
  }

  onceDrained(callback: () => void): void {
    const stream = this.#stream;
    if (!stream.writableNeedDrain) return void setImmediate(callback);
    const known = waiting.get(stream);
    if (known) return void known.add(callback);
    const callbacks = new Set([callback]);
    waiting.set(stream, callbacks);
    stream.once("drain", () => {
      waiting.delete(stream);
      for (const each of callbacks) each();
    });
  }

  fail(error: unknown): void {
    this.subscription.fail(error);
  }
}

/** The socket beneath a WebSocket: ws is pinned to a version that has it under this name. */
function streamOf(socket: WebSocket): Socket {
  const stream: unknown = Reflect.get(socket, "_socket");
  if (stream && typeof stream === "object" && "writableLength" in stream) return stream as Socket;
  throw new Error("The WebSocket has no socket beneath it");
}
