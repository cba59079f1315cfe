import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { SettlementsOpened } from "./settlement.events.js";
import { periodsBegun } from "./settlement-period.rules.js";
import { settledContracts } from "./settlement-contract.queries.js";
import { insertSettlements, latestLastDay } from "./settlement-opening.queries.js";

export interface OpenSettlements extends CommandInput {
  contractId: string;
}

/**
 * Opens the settlements of a contract's periods that have begun; those that are there stay. Answers
 * the ids of the new ones, in the order of their periods.
 */
export function openSettlements(ctx: CommandContext, input: OpenSettlements): Promise<string[]> {
  const { contractId } = input;
  return runCommand<string[]>(ctx, "openSettlements", input, async (work) => {
    const { sql } = work;
    const [contract] = await settledContracts(sql, [contractId]);
    if (!contract) return [];
    const now = ctx.clock.now();
    const latest = await latestLastDay(sql, contractId);
    const periods = periodsBegun(contract, latest, now);
    const rows = periods.map((period) => ({ id: ctx.ids.next(), ...period }));
    const opened = await insertSettlements(sql, contract, rows, now);
    if (opened.length > 0) work.record(new SettlementsOpened(contractId, opened));
    return opened;
  });
}
