import { readdirSync, readFileSync } from "node:fs";

/** Linux counts CPU time in ticks of 10 ms on every platform that Node runs on (USER_HZ). */
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4_096;

/** What processes have used up: CPU seconds since their start, resident memory now. */
export interface ProcessCost {
  cpuSeconds: number;
  residentBytes: number;
}

/**
 * The cost of a process and all its living descendants (a Postgres is one process a connection),
 * the CPU time of ended children included. @throws Error where there is no /proc (not Linux)
 */
export function processCost(pid: number): ProcessCost {
  const children = childrenByParent();
  const own = readStat(pid);
  if (!own) throw new Error(`process ${pid} is not in /proc: it has ended, or this is not Linux`);
  const sum = { cpuSeconds: 0, residentBytes: 0 };
  const queue = [pid];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const stat = readStat(next);
    sum.cpuSeconds += (stat?.ticks ?? 0) / TICKS_PER_SECOND;
    sum.residentBytes += (stat?.pages ?? 0) * PAGE_BYTES;
    queue.push(...(children.get(next) ?? []));
  }
  return sum;
}

/** CPU seconds that a process and its descendants use while `work` runs. */
export async function cpuSecondsDuring<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ result: T; cpuSeconds: number }> {
  const before = processCost(pid).cpuSeconds;
  const result = await work();
  return { result, cpuSeconds: processCost(pid).cpuSeconds - before };
}

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? readStat(Number(name)) : undefined;
    if (!stat) continue;
    children.set(stat.parent, [...(children.get(stat.parent) ?? []), Number(name)]);
  }
  return children;
}

/** proc(5), /proc/<pid>/stat: fields are counted from after the name, which may hold spaces. */
function readStat(pid: number): { parent: number; ticks: number; pages: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
    return {
      parent: fields[1] ?? 0,
      ticks: utime + stime + cutime + cstime,
      pages: fields[21] ?? 0,
    };
  } catch {
    return undefined;
  }
}
