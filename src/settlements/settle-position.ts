import type { CommandContext } from "../shared/commands/command-context.js";
import type { SettlementRow } from "./settlement.queries.js";

export async function settlePosition(
  _ctx: CommandContext,
  _settlement: SettlementRow,
  _why: string,
): Promise<void> {}
