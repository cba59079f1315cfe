import * as d from "../generated/operations.js";
import { present, type CallOptions, type Operations } from "./operations.js";
import { PAGE_SIZE, paginate } from "./paginate.js";

/** What came and was not posted, kept until a person decides. */
export function quarantine(operations: Operations) {
  return {
    list: (filter: d.QuarantineItemFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        return (await operations.query(d.QuarantineDocument, variables, call)).quarantine;
      }),
    async get(id: string, call?: CallOptions) {
      return (await operations.query(d.QuarantineItemDocument, { id }, call)).quarantineItem;
    },
    /** Puts an item right; where money changes it then waits for a second person. */
    async correct(input: d.CorrectQuarantinedInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.CorrectQuarantinedDocument, "correctQuarantined", input, call] as const),
      );
      return present(answer.item, "item");
    },
    /** Agrees with another person's correction. */
    async approve(input: d.ApproveCorrectionInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.ApproveCorrectionDocument, "approveCorrection", input, call] as const),
      );
      return present(answer.item, "item");
    },
    /** Takes a correction back. */
    async decline(input: d.DeclineCorrectionInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.DeclineCorrectionDocument, "declineCorrection", input, call] as const),
      );
      return present(answer.item, "item");
    },
    /** Tries up to 500 items again; what still fails stays open. */
    async replay(input: d.QuarantineItemsInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.ReplayQuarantinedDocument, "replayQuarantined", input, call] as const),
      );
      return present(answer.items, "items");
    },
    /** Decides that up to 500 items are never posted. */
    async reject(input: d.QuarantineItemsInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.RejectQuarantinedDocument, "rejectQuarantined", input, call] as const),
      );
      return present(answer.items, "items");
    },
  };
}

/** What sources send, and how good it is. */
export function quality(operations: Operations) {
  return {
    /** The rules of a source, the newest version first; that one is in force. */
    async rules(partnerId: string, call?: CallOptions) {
      return (await operations.query(d.QualityRulesDocument, { partnerId }, call)).qualityRules;
    },
    /** Gives a source its next version of rules. */
    async setRules(input: d.SetQualityRulesInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.SetQualityRulesDocument, "setQualityRules", input, call] as const),
      );
      return present(answer.rules, "rules");
    },
    /** What came of sources' documents, by source and day. */
    figures: (filter: d.QualityFiguresFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        return (await operations.query(d.QualityFiguresDocument, variables, call)).qualityFigures;
      }),
    /** Who sends what. */
    sources: (filter: d.SourceFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        return (await operations.query(d.SourcesDocument, variables, call)).sources;
      }),
  };
}
