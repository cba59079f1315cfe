import type { Suspect, VerifyCheck } from "../ledger/index.js";
import {
  findMovedOtherwise,
  findUnbalanced,
  findWrongChains,
  findWronglyClosed,
  type VerifySql,
  type WrongRow,
} from "./verify-settlement.queries.js";

type Find = (on: VerifySql) => Promise<WrongRow[]>;

function checkOf(check: Suspect["check"], table: string, find: Find): VerifyCheck {
  return async (on) => {
    const rows = await find(on);
    return rows.map(({ row, order, expected, found }) => {
      return { check, table, row, order, expected, found };
    });
  };
}

/**
 * What has to hold of settlements beside their positions, for a verification of the ledger: chains
 * of positions, closed periods, the figures of settlements, and what they moved.
 */
export const settlementChecks: readonly VerifyCheck[] = [
  checkOf("position-chain", "position_chain", findWrongChains),
  checkOf("closed-period", "closed_period", findWronglyClosed),
  checkOf("settlement-figures", "settlement", findUnbalanced),
  checkOf("settlement-transfer", "settlement_transfer", findMovedOtherwise),
];
