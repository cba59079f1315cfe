import { codeOf, StartupError } from "../config/startup-error.js";

const UNREACHABLE =
  "Start it, or correct DATABASE_URL; without DATABASE_URL the hub brings its own.";
const CREDENTIALS = "Correct the user and password in DATABASE_URL.";

/**
 * Problem and remedy by the system's error code or SQLSTATE; each completes "Postgres at
 * <address>".
 */
const FAILURES: Record<string, [problem: string, remedy: string]> = {
  ECONNREFUSED: ["does not answer: connection refused.", UNREACHABLE],
  ECONNRESET: ["ended the connection.", "Check that DATABASE_URL names a Postgres server."],
  ENOTFOUND: ["cannot be found: its host name is unknown.", "Correct the host in DATABASE_URL."],
  EAI_AGAIN: ["cannot be found: no name server answers.", "Correct the host in DATABASE_URL."],
  ETIMEDOUT: ["does not answer in time.", UNREACHABLE],
  EHOSTUNREACH: ["cannot be reached: no route to its host.", UNREACHABLE],
  ENETUNREACH: ["cannot be reached: no route to its network.", UNREACHABLE],
  "28P01": ["refuses the password.", CREDENTIALS],
  "28000": ["refuses the user.", CREDENTIALS],
  "3D000": ["has no such database.", "Create it (createdb), or correct the name in DATABASE_URL."],
  "53300": ["has no connection left.", "Raise its max_connections, or end other programs."],
  "57P03": ["is starting or stopping.", "Wait until it accepts connections and start again."],
  "42501": [
    "refuses the user a right that the hub needs.",
    "Make it the owner of the database, with CREATEROLE or in the roles tutti_app, tutti_hub and " +
      "tutti_partner.",
  ],
};

/**
 * What a person can do about a Postgres that cannot be used. Passwords are not shown.
 * @returns the error itself when it says that already, or is no matter of the server's
 */
export function databaseFailure(error: unknown, url: string): unknown {
  if (error instanceof StartupError || !(error instanceof Error)) return error;
  const code = codeOf(error) ?? (error.message.includes("timeout") ? "ETIMEDOUT" : "");
  const failure = FAILURES[code];
  if (!failure) return error;
  const [problem, remedy] = failure;
  return new StartupError(`Postgres at ${addressOf(url)} ${problem}`, remedy, 1, { cause: error });
}

/** Host, port and path of an address: what may be shown. */
export function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
