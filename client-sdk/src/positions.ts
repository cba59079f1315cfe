import * as d from "../generated/operations.js";
import type { CallOptions, Operations } from "./operations.js";

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
  };
}
