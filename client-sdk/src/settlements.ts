import * as d from "../generated/operations.js";
import { present, type CallOptions, type Operations } from "./operations.js";
import { paginate } from "./paginate.js";

/** How many items a page of a list is read at once. */
const PAGE_SIZE = 100;

/** What is owed for periods of contracts, and its way to the payout. */
export function settlements(operations: Operations) {
  return {
    async get(id: string, call?: CallOptions) {
      return (await operations.query(d.SettlementDocument, { id }, call)).settlement;
    },
    list: (filter: d.SettlementFilter = {}, orderBy?: d.SettlementOrder, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter, orderBy };
        return (await operations.query(d.SettlementsDocument, variables, call)).settlements;
      }),
    /** What the settlements of a list add up to, by currency. */
    async totals(filter: d.SettlementFilter = {}, call?: CallOptions) {
      return (await operations.query(d.SettlementTotalsDocument, { filter }, call))
        .settlementTotals;
    },
    /** The steps that settlements took. */
    transitions: (filter: d.SettlementTransitionFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        const answer = await operations.query(d.SettlementTransitionsDocument, variables, call);
        return answer.settlementTransitions;
      }),
    /** The periods of a contract that have a day in a range. */
    async periods(contractId: string, from: string, to: string, call?: CallOptions) {
      const variables = { contractId, from, to };
      return (await operations.query(d.SettlementPeriodsDocument, variables, call))
        .settlementPeriods;
    },
    /** Has approved settlements of a partner paid as one. */
    async net(input: d.NetSettlementsInput, call?: CallOptions) {
      const command = [d.NetSettlementsDocument, "netSettlements", input, call] as const;
      return present((await operations.command(...command)).settlements, "settlements");
    },
    ...steps(operations),
  };
}

/** The commands that answer with the settlement as it is afterwards. */
function steps(operations: Operations) {
  const run = async (
    answered: Promise<{ settlement: d.SettlementFieldsFragment | null }>,
  ): Promise<d.SettlementFieldsFragment> => present((await answered).settlement, "settlement");
  return {
    close: (input: d.SettlementInput, call?: CallOptions) =>
      run(operations.command(d.CloseSettlementDocument, "closeSettlement", input, call)),
    reopen: (input: d.SettlementReasonInput, call?: CallOptions) =>
      run(operations.command(d.ReopenSettlementDocument, "reopenSettlement", input, call)),
    reconcile: (input: d.SettlementInput, call?: CallOptions) =>
      run(operations.command(d.ReconcileSettlementDocument, "reconcileSettlement", input, call)),
    unreconcile: (input: d.SettlementReasonInput, call?: CallOptions) =>
      run(
        operations.command(d.UnreconcileSettlementDocument, "unreconcileSettlement", input, call),
      ),
    approve: (input: d.SettlementInput, call?: CallOptions) =>
      run(operations.command(d.ApproveSettlementDocument, "approveSettlement", input, call)),
    revokeApproval: (input: d.SettlementReasonInput, call?: CallOptions) =>
      run(operations.command(d.RevokeApprovalDocument, "revokeApproval", input, call)),
    schedulePayout: (input: d.SettlementInput, call?: CallOptions) =>
      run(operations.command(d.SchedulePayoutDocument, "schedulePayout", input, call)),
    unschedulePayout: (input: d.SettlementReasonInput, call?: CallOptions) =>
      run(operations.command(d.UnschedulePayoutDocument, "unschedulePayout", input, call)),
    /** Ends one of which nothing is to be paid. */
    finish: (input: d.SettlementInput, call?: CallOptions) =>
      run(operations.command(d.FinishSettlementDocument, "finishSettlement", input, call)),
    withhold: (input: d.SettlementReasonInput, call?: CallOptions) =>
      run(operations.command(d.WithholdSettlementDocument, "withholdSettlement", input, call)),
    release: (input: d.SettlementReasonInput, call?: CallOptions) =>
      run(operations.command(d.ReleaseSettlementDocument, "releaseSettlement", input, call)),
    dispute: (input: d.SettlementReasonInput, call?: CallOptions) =>
      run(operations.command(d.DisputeSettlementDocument, "disputeSettlement", input, call)),
    endDispute: (input: d.SettlementReasonInput, call?: CallOptions) =>
      run(operations.command(d.EndDisputeDocument, "endDispute", input, call)),
    adjust: (input: d.AdjustSettlementInput, call?: CallOptions) =>
      run(operations.command(d.AdjustSettlementDocument, "adjustSettlement", input, call)),
  };
}
