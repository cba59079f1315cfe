import type { ChildProcess } from "node:child_process";

/** What each process has printed, on both streams, since it was first looked at. */
const printed = new WeakMap<ChildProcess, { text: string; wake: Set<() => void> }>();

/** Waits until a process prints what matches. Fails with its output if it ends before. */
export async function lineFrom(child: ChildProcess, pattern: RegExp): Promise<RegExpMatchArray> {
  const output = outputOf(child);
  for (;;) {
    const match = pattern.exec(output.text);
    if (match) return match;
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The process ended without ${pattern}:\n${output.text}`);
    }
    await new Promise<void>((resolve) => output.wake.add(resolve));
  }
}

function outputOf(child: ChildProcess) {
  const known = printed.get(child);
  if (known) return known;
  const output = { text: "", wake: new Set<() => void>() };
  const wake = () => {
    for (const resolve of output.wake) resolve();
    output.wake.clear();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output.text += String(chunk);
      wake();
    });
  }
  child.once("close", wake);
  printed.set(child, output);
  return output;
}
