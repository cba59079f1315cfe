import type { LiveFrame } from "./live-frame.js";

/** What a `next` message of graphql-transport-ws begins with; the id comes last. */
const HEAD = Buffer.from('{"type":"next","payload":');
/** An unfragmented text frame. @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
const FINAL_TEXT = 0x81;

const wires = new WeakMap<LiveFrame, Map<number, Buffer>>();

/** What ends the message of one subscription: everything that is not shared. */
export function suffixOf(id: string): Buffer {
  return Buffer.from(`,"id":${JSON.stringify(id)}}`);
}

/**
 * The WebSocket frame of a result without its end. One buffer for all whose ends are equally long,
 * which for ids of one kind is everybody.
 */
export function wireOf(frame: LiveFrame, suffixLength: number): Buffer {
  let byLength = wires.get(frame);
  if (!byLength) wires.set(frame, (byLength = new Map()));
  let wire = byLength.get(suffixLength);
  if (!wire) byLength.set(suffixLength, (wire = makeWire(frame.json, suffixLength)));
  return wire;
}

function makeWire(json: Buffer, suffixLength: number): Buffer {
  return Buffer.concat([frameHeader(HEAD.length + json.length + suffixLength), HEAD, json]);
}

/** A server's frame has no mask; its length takes 7, 16 or 64 bits. */
function frameHeader(length: number): Buffer {
  if (length < 126) return Buffer.from([FINAL_TEXT, length]);
  const isShort = length < 65_536;
  const header = Buffer.alloc(isShort ? 4 : 10);
  header[0] = FINAL_TEXT;
  header[1] = isShort ? 126 : 127;
  if (isShort) header.writeUInt16BE(length, 2);
  else header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
