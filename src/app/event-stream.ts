import type { ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";
import type { Standing } from "../access/index.js";
import { LIVE_LIMITS } from "../live/index.js";

/** A stream that says nothing for so long says that it is alive. */
const PING_MS = 15_000;

/**
 * One response of server-sent events: an operation's results as `next`, then `complete`.
 * @see https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export class EventStream {
  readonly response: ServerResponse;
  #waitingBytes = 0;
  #movedAtMs = performance.now();
  #pingedAtMs = performance.now();
  #isEndless = false;
  #retryMs: number | undefined;

  /** @param standing of the credential it was asked with, to be verified again while it lasts */
  constructor(
    private readonly reply: FastifyReply,
    readonly standing: Standing,
  ) {
    this.response = reply.raw;
  }

  /** Sends the head, so that the client knows at once that it is heard. */
  open(): void {
    this.reply.hijack();
    this.response.on("error", () => this.response.destroy());
    this.response.writeHead(200, {
      ...(this.reply.getHeaders() as Record<string, string>),
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      // Proxies of nginx' kind would keep events back until they have a bufferful.
      "x-accel-buffering": "no",
    });
    this.response.write(":\n\n"); // some browsers wait for a first byte
  }

  /** Calls back once when nobody reads it any more, also when that was before. */
  onClose(callback: () => void): void {
    if (this.response.closed) callback();
    else this.response.once("close", callback);
  }

  /** Resolves when there is room for more, or nobody who would want it. */
  async next(result: object): Promise<void> {
    if (!this.response.writable) return;
    this.response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
    if (this.response.writableLength <= LIVE_LIMITS.socketBytes) return;
    await new Promise<void>((resolve) => {
      this.response.once("drain", resolve);
      this.onClose(resolve);
    });
  }

  complete(): void {
    if (this.response.writable) this.response.end("event: complete\ndata:\n\n");
  }

  /** The last result, and the end. */
  last(result: object): void {
    void this.next(result);
    this.complete();
  }

  /** What follows has no end by itself. */
  begin(): void {
    this.#isEndless = true;
    this.#interruptIfDue();
  }

  /**
   * Ends it without `complete`: the client is to come back. An operation that ends by itself does
   * so first. @param retryMs after how long
   */
  interrupt(retryMs: number): void {
    this.#retryMs = retryMs;
    this.#interruptIfDue();
  }

  #interruptIfDue(): void {
    if (!this.#isEndless || this.#retryMs === undefined || !this.response.writable) return;
    this.response.end(`retry: ${this.#retryMs}\n\n`);
  }

  /** Called every few seconds: sends a sign of life, and cuts off who takes nothing. */
  beat(nowMs: number): void {
    const waiting = this.response.writableLength;
    if (waiting === 0 || waiting < this.#waitingBytes) this.#movedAtMs = nowMs;
    this.#waitingBytes = waiting;
    if (nowMs - this.#movedAtMs > LIVE_LIMITS.stalledMs) this.response.destroy();
    if (waiting > 0 || nowMs - this.#pingedAtMs < PING_MS) return;
    this.#pingedAtMs = nowMs;
    if (this.response.writable) this.response.write(":\n\n");
  }
}
