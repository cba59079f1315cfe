import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { chainHeads, insertCorrections, openCorrections } from "./closing.queries.js";
import { settledContracts } from "./settlement-contract.queries.js";
import { duesOf } from "./settlement-figures.rules.js";
import { settlementBefore, type SettlementRow } from "./settlement.queries.js";
import { lockPosition } from "./position.queries.js";
import { lockSettlement, takeTransition } from "./take-transition.js";
import type { Terms } from "./terms.rules.js";
import { versionOn } from "./version.rules.js";

export interface FreezeSettlement extends CommandInput {
  settlementId: string;
  /** Which closing of it. */
  closing: number;
}

/**
 * Freezes the figures of a settlement that is closing: of its position as it stands behind the
 * boundary. One that was frozen already stays as it is.
 * @throws SettlementNotFound, TransitionForbidden
 */
export function freezeSettlement(
  ctx: CommandContext,
  input: FreezeSettlement,
): Promise<SettlementRow> {
  return runCommand<SettlementRow>(ctx, "freezeSettlement", input, async (work) => {
    const settlement = await lockSettlement(ctx, work, input.settlementId);
    if (settlement.state !== "CLOSING" || settlement.closing !== input.closing) return settlement;
    const figures = await figuresAtClose(work, settlement);
    const changes = { ...figures, closedAt: ctx.clock.now() };
    return takeTransition(ctx, work, settlement, { to: "CLOSED", changes });
  });
}

async function figuresAtClose(work: Work, settlement: SettlementRow) {
  const { sql } = work;
  const { version, components, accruedMinor } = await lockPosition(sql, settlement);
  // After the lock: a transaction that counts here is behind these heads, or in nobody's sight.
  const heads = await chainHeads(sql);
  const before = await settlementBefore(sql, settlement);
  const corrections = await openCorrections(sql, settlement);
  await insertCorrections(sql, settlement, corrections);
  const sums = {
    payableMinor: accruedMinor,
    broughtForwardMinor: before?.carriedForwardMinor ?? 0n,
    correctionsMinor: corrections.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    adjustmentsMinor: settlement.adjustmentsMinor,
    whenNegative: await negativePolicy(work, settlement),
  };
  return {
    ...sums,
    ...duesOf(sums),
    positionVersion: version,
    components,
    chainHeads: heads,
  };
}

async function negativePolicy({ sql }: Work, settlement: SettlementRow) {
  const [contract] = await settledContracts(sql, [settlement.contractId]);
  const version = contract && versionOn(contract, settlement.lastDay);
  const policy: Terms["whenNegative"] = version?.terms.whenNegative ?? "CARRY_FORWARD";
  return policy;
}
