import * as d from "../generated/operations.js";
import { present, type CallOptions, type Operations } from "./operations.js";

/** Adapters: how partners' formats are read, as data. */
export function adapters(operations: Operations) {
  return {
    async list(call?: CallOptions) {
      return (await operations.query(d.AdaptersDocument, {}, call)).adapters;
    },
    /** What reads a partner's documents, the newest first; the first one is in force. */
    async activations(partnerId: string, call?: CallOptions) {
      const answer = await operations.query(d.AdapterActivationsDocument, { partnerId }, call);
      return answer.adapterActivations;
    },
    async draft(input: d.DraftAdapterInput, call?: CallOptions) {
      const answer = await operations.command(d.DraftAdapterDocument, "draftAdapter", input, call);
      return present(answer.version, "version");
    },
    /** What an adapter, or a definition, makes of a sample; nothing of it is kept. */
    async dryRun(input: d.DryRunAdapterInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.DryRunAdapterDocument, "dryRunAdapter", input, call] as const),
      );
      return present(answer.dryRun, "dryRun");
    },
    async activate(input: d.ActivateAdapterInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.ActivateAdapterDocument, "activateAdapter", input, call] as const),
      );
      return present(answer.activation, "activation");
    },
    async rollBack(input: d.RollBackAdapterInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.RollBackAdapterDocument, "rollBackAdapter", input, call] as const),
      );
      return present(answer.activation, "activation");
    },
    /** Reads kept documents again through the adapters that are active now. */
    async replay(input: d.ReplayDocumentsInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.ReplayDocumentsDocument, "replayDocuments", input, call] as const),
      );
      return present(answer.documents, "documents");
    },
  };
}
