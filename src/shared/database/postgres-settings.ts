import { totalmem } from "node:os";

const MIB = 1024 ** 2;

/**
 * How the embedded Postgres runs: durability as Postgres ships it (fsync, synchronous_commit and
 * full_page_writes stay on), memory by the machine, checkpoints far enough apart for a steady load.
 * Given on the command line at each start, so that a newer hub brings newer settings to old data.
 */
export function serverSettings(memoryBytes = totalmem()): Record<string, string> {
  const buffersMiB = Math.min(512, Math.max(64, Math.floor(memoryBytes / MIB / 8)));
  return {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: `${buffersMiB}MB`,
    effective_cache_size: `${Math.floor(memoryBytes / MIB / 2)}MB`,
    maintenance_work_mem: `${Math.floor(buffersMiB / 4)}MB`,
    max_wal_size: "4GB",
    min_wal_size: "512MB",
    checkpoint_timeout: "15min",
    jit: "off", // statements here are short; compiling them costs more than it saves
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
    log_line_prefix: "%m [%p] ",
    logging_collector: "off",
  };
}

/** Settings as arguments of the postgres program. */
export function settingArguments(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** How initdb makes a cluster: one locale everywhere, checksums, passwords only. */
export const INITDB_ARGUMENTS = [
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--data-checksums",
  "--auth=scram-sha-256",
  "--no-instructions",
] as const;
