import type { Log } from "../../src/shared/log.js";

export interface RecordedLine {
  level: keyof Log;
  fields: object;
  message: string;
}

/** A log that keeps its lines for the test to look at. */
export function recordingLog(): { log: Log; lines: RecordedLine[] } {
  const lines: RecordedLine[] = [];
  const at =
    (level: keyof Log) =>
    (fields: object, message: string): void =>
      void lines.push({ level, fields, message });
  return {
    log: { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") },
    lines,
  };
}
