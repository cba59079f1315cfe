import { destination, pino, stdSerializers } from "pino";
import { Writable } from "node:stream";

/** What code needs of the hub's log; pino is one. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface LogOptions {
  level: string;
  /** Where it goes: a terminal gets lines for people, everything else JSON lines. */
  stream: NodeJS.WriteStream & { fd: number };
}

/** Where secrets stand in what gets logged. */
const SECRETS = [
  "authorization",
  "cookie",
  "password",
  "secret",
  "token",
  "apiKey",
  "adminKey",
  "keys",
  "databaseUrl",
  "redisUrl",
  "holderName",
  "number",
];

/** What Postgres tells beside an error's message: values of rows and of parameters among it. */
const VALUES = ["detail", "where", "hint", "query", "internalQuery", "parameters"];

/** The hub's log. Lines are written at once: the last one before an end is the one that counts. */
export function createLog({ level, stream }: LogOptions): Log {
  const redact = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const options = { level, redact, base: undefined, serializers: { err: withoutValues } };
  if (stream.isTTY) return pino(options, linesForPeople(stream));
  const lines = destination({ fd: stream.fd, sync: true });
  lines.on("error", () => undefined); // whoever read the log is gone; the hub goes on
  return pino(options, lines);
}

/** An error without the values that it is about. */
function withoutValues(error: Error): object {
  const shown = Object.entries({ ...stdSerializers.err(error) });
  return Object.fromEntries(shown.filter(([name]) => !VALUES.includes(name)));
}

const LEVELS: Record<number, string> = { 20: "debug", 30: "info", 40: "warn", 50: "error" };

function linesForPeople(stream: NodeJS.WriteStream): Writable {
  return new Writable({
    write(line: Buffer, _encoding, done) {
      stream.write(lineForPeople(String(line)));
      done();
    },
  });
}

/** A JSON line of the log as a line for people: time, level, message, fields. */
export function lineForPeople(line: string): string {
  const { time, level, msg, err, ...fields }: Record<string, unknown> = JSON.parse(line);
  const at = new Date(Number(time)).toISOString().slice(11, 19);
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const stack = isError(err) ? `\n${err.stack}` : "";
  const head = `${at} ${(LEVELS[Number(level)] ?? String(level)).padEnd(5)} ${String(msg)}`;
  return `${[head, ...rest].join(" ")}${stack}\n`;
}

function isError(value: unknown): value is { stack: string } {
  return typeof value === "object" && value !== null && "stack" in value;
}
