import * as d from "../generated/operations.js";
import type { CallOptions, Operations } from "./operations.js";
import { paginate } from "./paginate.js";

/** How many items a page of a list is read at once. */
const PAGE_SIZE = 100;
/** Positions come with how each figure came about. */
const POSITIONS_PAGE_SIZE = 20;

/** What has been earned under contracts. */
export function positions(operations: Operations) {
  return {
    /**
     * A contract's position in the period of a day, by default of today, with how each figure came
     * about; null when nothing was earned.
     */
    async get(contractId: string, on?: string, call?: CallOptions) {
      return (await operations.query(d.PositionDocument, { contractId, on }, call)).position;
    },
    /** Positions, the newest periods first unless told otherwise. */
    list: (
      filter: d.PositionFilter = {},
      direction: d.OrderDirection = "DESC",
      call?: CallOptions,
    ) =>
      paginate(async (after) => {
        const orderBy = { field: "PERIOD" as const, direction };
        const variables = { first: POSITIONS_PAGE_SIZE, after, filter, orderBy };
        return (await operations.query(d.PositionsDocument, variables, call)).positions;
      }),
    /** What the positions of a list add up to, by currency. */
    async totals(filter: d.PositionFilter = {}, call?: CallOptions) {
      return (await operations.query(d.PositionTotalsDocument, { filter }, call)).positionTotals;
    },
    /** The transactions that a total of a position is the sum of; none when there is no such. */
    transactions: (of: d.PositionInputRef, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { of, first: PAGE_SIZE, after };
        const answer = await operations.query(d.PositionTransactionsDocument, variables, call);
        return answer.positionTransactions ?? NO_PAGE;
      }),
  };
}

const NO_PAGE = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
