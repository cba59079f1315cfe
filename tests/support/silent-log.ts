import type { Log } from "../../src/shared/log.js";

/** For parts whose log a test does not look at. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
