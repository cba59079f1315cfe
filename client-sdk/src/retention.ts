import * as d from "../generated/operations.js";
import { present, type CallOptions, type Operations } from "./operations.js";
import { PAGE_SIZE, paginate } from "./paginate.js";

/** How long what is kept, what is held beyond it, and what is erased before. */
export function retention(operations: Operations) {
  return {
    async report(call?: CallOptions) {
      return (await operations.query(d.RetentionReportDocument, {}, call)).retentionReport;
    },
    holds: (filter: d.RetentionHoldFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        return (await operations.query(d.RetentionHoldsDocument, variables, call)).retentionHolds;
      }),
    async setRule(input: d.SetRetentionRuleInput, call?: CallOptions) {
      const command = [d.SetRetentionRuleDocument, "setRetentionRule", input, call] as const;
      return present((await operations.command(...command)).days, "number of days");
    },
    async placeHold(input: d.PlaceRetentionHoldInput, call?: CallOptions) {
      const command = [d.PlaceRetentionHoldDocument, "placeRetentionHold", input, call] as const;
      return present((await operations.command(...command)).hold, "hold");
    },
    async releaseHold(input: d.ReleaseRetentionHoldInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.ReleaseRetentionHoldDocument, "releaseRetentionHold", input, call] as const),
      );
      return present(answer.hold, "hold");
    },
    /** Erases a partner's personal data for good; the ledger stays. */
    erasePartner: (input: d.ErasePartnerInput, call?: CallOptions) =>
      operations.command(d.ErasePartnerDocument, "erasePartner", input, call),
  };
}
