import * as d from "../generated/operations.js";
import { present, type CallOptions, type Operations } from "./operations.js";
import { paginate } from "./paginate.js";

/** How many items a page of a list is read at once. */
const PAGE_SIZE = 100;

/** How partners' statements agree with the ledger, and what is done where they do not. */
export function reconciliation(operations: Operations) {
  return { ...settings(operations), ...breaks(operations) };
}

function breaks(operations: Operations) {
  return {
    /** The breaks, the newest first. */
    breaks: (filter: d.ReconciliationBreakFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        const answer = await operations.query(d.ReconciliationBreaksDocument, variables, call);
        return answer.reconciliationBreaks;
      }),
    /** What looks at partners came to, the newest first. */
    runs: (filter: d.ReconciliationRunFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        const answer = await operations.query(d.ReconciliationRunsDocument, variables, call);
        return answer.reconciliationRuns;
      }),
    /** Looks at a partner now; it is looked at by itself whenever something arrives. */
    async run(input: d.RunReconciliationInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.RunReconciliationDocument, "runReconciliation", input, call] as const),
      );
      return present(answer.run, "run");
    },
    /** Decides on breaks, one or in bulk. */
    async resolve(input: d.ResolveBreaksInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.ResolveBreaksDocument, "resolveBreaks", input, call] as const),
      );
      return present(answer.breaks, "breaks");
    },
    /** Approves write-offs that another person proposed, or sends them back. */
    async approveWriteOffs(input: d.ApproveWriteOffsInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.ApproveWriteOffsDocument, "approveWriteOffs", input, call] as const),
      );
      return present(answer.breaks, "breaks");
    },
  };
}

function settings(operations: Operations) {
  return {
    /** What a partner's documents are for. */
    async documentRoles(partnerId: string, call?: CallOptions) {
      return (await operations.query(d.DocumentRolesDocument, { partnerId }, call)).documentRoles;
    },
    async setDocumentRole(input: d.SetDocumentRoleInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.SetDocumentRoleDocument, "setDocumentRole", input, call] as const),
      );
      return present(answer.setting, "setting");
    },
    /** How a partner is reconciled; null where it is not. */
    async policy(partnerId: string, call?: CallOptions) {
      const answer = await operations.query(d.ReconciliationPolicyDocument, { partnerId }, call);
      return answer.reconciliationPolicy ?? null;
    },
    async changePolicy(input: d.ChangeReconciliationPolicyInput, call?: CallOptions) {
      const document = d.ChangeReconciliationPolicyDocument;
      const answer = await operations.command(
        ...([document, "changeReconciliationPolicy", input, call] as const),
      );
      return present(answer.policy, "policy");
    },
  };
}
