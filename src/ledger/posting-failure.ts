import pg from "pg";
import { STALE_STATE } from "./posting-write.queries.js";

/** Why a batch was not written, as far as the lane must tell. */
export type Failure =
  /** What it was computed on has changed. */
  | "STALE"
  /** One of its external ids came first by another way. */
  | "KNOWN_ID"
  /** A deadlock or a serialization failure: the very same may succeed. */
  | "CONTENDED"
  /** The connection broke: it may or may not have been committed. */
  | "DISCONNECTED"
  | "UNEXPECTED";

const CONTENDED = new Set(["40001", "40P01", "55P03"]);
/** Classes 08 and 57P: the connection or the server went away; 25P02 follows one of these. */
const DISCONNECTED = /^(08|57P0[1-5])/;

export function failureOf(error: unknown): Failure {
  if (!(error instanceof pg.DatabaseError))
    return isSystemError(error) ? "DISCONNECTED" : "UNEXPECTED";
  const { code = "", constraint } = error;
  if (code === STALE_STATE) return "STALE";
  if (code === "23505" && constraint === "transaction_identity_pkey") return "KNOWN_ID";
  if (CONTENDED.has(code)) return "CONTENDED";
  return DISCONNECTED.test(code) ? "DISCONNECTED" : "UNEXPECTED";
}

/** The driver reports a broken connection as a plain Error; what is ours are its subclasses. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && (error.constructor === Error || "errno" in error);
}
