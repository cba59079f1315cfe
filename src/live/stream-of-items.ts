import { randomUUID } from "node:crypto";
import type { OpenStream } from "./balance-streams.js";
import { ItemFrame } from "./live-frame.js";
import { StreamOutlet } from "./stream-outlet.js";
import type { StreamTarget } from "./watch-balances.js";

/**
 * A subscription as a stream of its items, shared with nobody: for an executor that is not ours.
 */
export async function streamOfItems(
  open: (target: StreamTarget) => Promise<OpenStream>,
): Promise<StreamOutlet> {
  const outlet = new StreamOutlet();
  const key = `alone ${randomUUID()}`;
  const stream = await open({ key, outlet, render: (item) => new ItemFrame(item) });
  outlet.onEnd = () => stream.close();
  return outlet;
}
