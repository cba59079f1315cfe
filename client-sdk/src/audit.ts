import * as d from "../generated/operations.js";
import type { CallOptions, Operations } from "./operations.js";
import { PAGE_SIZE, paginate } from "./paginate.js";
import { refusalOf } from "./refusal.js";

/** What a verification of the audit trail found, where the trail is. */
export interface AuditReport {
  /** The number of the last row up to which all are as they were written. */
  readonly verified: string;
  /** The first row that was changed, removed or swapped; null when there is none. */
  readonly brokenAt: string | null;
  /** The end that was reached. Keep it: a trail that is cut off later does not have it. */
  readonly head: { readonly sequence: string; readonly hash: string };
}

/** Who did what. */
export function audit(operations: Operations) {
  const { transport } = operations;
  return {
    /** The trail, the newest first unless told otherwise. */
    list: (
      filter: d.AuditEventFilter = {},
      direction: d.OrderDirection = "DESC",
      call?: CallOptions,
    ) =>
      paginate(async (after) => {
        const variables = {
          first: PAGE_SIZE,
          after,
          filter,
          orderBy: { field: "PLACE" as const, direction },
        };
        return (await operations.query(d.AuditEventsDocument, variables, call)).auditEvents;
      }),
    /** Has the hub verify its trail. @throws TuttiError */
    async verify({ signal }: CallOptions = {}): Promise<AuditReport> {
      const init = { method: "POST", ...(signal ? { signal } : {}) };
      const response = await transport.send("/audit/verify", init);
      if (!response.ok) throw await refusalOf(response);
      return (await response.json()) as AuditReport;
    },
    /** The trail of a time as signed JSON lines, as they come. @throws TuttiError */
    async export(
      { from, to }: { from?: string; to?: string } = {},
      { signal }: CallOptions = {},
    ): Promise<ReadableStream<Uint8Array>> {
      const query = new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}) });
      const response = await transport.send(`/audit/export?${query}`, signal ? { signal } : {});
      if (!response.ok || !response.body) throw await refusalOf(response);
      return response.body;
    },
  };
}
