import { execFileSync } from "node:child_process";
import { availableParallelism, cpus, totalmem, type as systemType, release } from "node:os";

/** Where and when figures were measured: without these a figure says nothing. */
export function machineFacts(now: Date): Record<string, string> {
  return {
    date: now.toISOString().slice(0, 10),
    commit: commit(),
    cores: `${availableParallelism()} (${cpus()[0]?.model.trim() ?? "unknown"})`,
    memory: `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
    system: `${systemType()} ${release()}`,
    node: process.version,
  };
}

/** The commit that was measured, marked when the work tree differs from it. */
function commit(): string {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "not in a git work tree";
  }
}
