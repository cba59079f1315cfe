import type { ServerResponse } from "node:http";
import type { LiveFrame, Outlet } from "./live-frame.js";
import { LIVE_LIMITS } from "./live-limits.js";

const HEAD = Buffer.from("event: next\ndata: ");
const TAIL = Buffer.from("\n\n");

const wires = new WeakMap<LiveFrame, Buffer>();

/** A subscription whose results are server-sent events: the same bytes for all who share it. */
export class EventOutlet implements Outlet {
  constructor(
    private readonly response: ServerResponse,
    private readonly onFail: (error: unknown) => void,
  ) {}

  get isFull(): boolean {
    return this.response.writableLength > LIVE_LIMITS.socketBytes;
  }

  send(frame: LiveFrame): void {
    if (this.response.writable) this.response.write(wireOf(frame));
  }

  onceDrained(callback: () => void): void {
    if (this.response.writableNeedDrain) this.response.once("drain", callback);
    else setImmediate(callback);
  }

  fail(error: unknown): void {
    this.onFail(error);
  }
}

/** JSON has no line breaks of its own, so that one line of data holds all of it. */
function wireOf(frame: LiveFrame): Buffer {
  let wire = wires.get(frame);
  if (!wire) wires.set(frame, (wire = Buffer.concat([HEAD, frame.json, TAIL])));
  return wire;
}
