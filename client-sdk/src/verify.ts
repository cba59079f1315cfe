import { ProtocolError } from "./errors.js";
import { ndjsonLines } from "./ndjson.js";
import type { CallOptions } from "./operations.js";
import { refusalOf } from "./refusal.js";
import { errorOf } from "./answer.js";
import type { Transport } from "./transport.js";

/** Something that is not as an invariant of the ledger says. */
export interface VerifyFault {
  /** The invariant's number in the design, 1 to 8. */
  readonly invariant: number;
  /** The first row that is wrong, what it should be and what it is. */
  readonly sentence: string;
}

/** How far a verification is. */
export interface VerifyProgress {
  readonly kind: "progress";
  readonly done: number;
  readonly total: number;
}

/** What a verification found. */
export interface VerifyReport {
  readonly kind: "report";
  readonly clean: boolean;
  readonly faults: readonly VerifyFault[];
  /** What was looked at, by name. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What a verification looks at. */
export interface VerifyScope {
  /** Only what was posted after the last verification. */
  readonly since?: boolean;
  /** Only what settlements rest on: positions as all transactions give them, and settlements. */
  readonly of?: "settlements";
}

/**
 * Has the hub replay the invariants of its ledger on the live database. The last line is the
 * report.
 * @throws TuttiError
 */
export async function* verifyLedger(
  transport: Transport,
  { since, of, signal }: CallOptions & VerifyScope = {},
): AsyncGenerator<VerifyProgress | VerifyReport> {
  const query = new URLSearchParams({ ...(since && { since: "last" }), ...(of && { of }) });
  const path = `/ledger/verify${query.size > 0 ? `?${query}` : ""}`;
  const response = await transport.send(path, { method: "POST", ...(signal ? { signal } : {}) });
  if (!response.ok || !response.body) throw await refusalOf(response);
  let complete = false;
  for await (const value of ndjsonLines(response.body)) {
    const line = value as VerifyProgress | VerifyReport | { kind: "error"; message: string };
    if (line.kind === "error") throw errorOf({ ...line, extensions: { ...line } });
    complete = line.kind === "report";
    yield line;
  }
  if (!complete) throw new ProtocolError("The answer ended before its report");
}
