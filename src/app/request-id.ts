import type { Ids } from "../shared/ids.js";

/** Ids that a proxy may have given: nothing that could forge a line of a log. */
const ACCEPTED = /^[A-Za-z0-9_.:-]{8,128}$/;

/** The id of a request: the one it came with, when that is fit, or a new one. */
export function requestIdOf(header: string | string[] | undefined, ids: Ids): string {
  return typeof header === "string" && ACCEPTED.test(header) ? header : ids.next();
}
