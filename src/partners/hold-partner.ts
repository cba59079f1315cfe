import type { CommandContext } from "../shared/commands/command-context.js";
import { expectVersion } from "../shared/commands/expect-version.js";
import { runCommand, type Answer, type CommandInput } from "../shared/commands/run-command.js";
import { Partner } from "./partner.entity.js";
import { PartnerHeld } from "./partner.events.js";
import { assertCanBeHeld, assertReason } from "./partner.rules.js";

export interface HoldPartner extends CommandInput {
  partnerId: string;
  reason: string;
  expectedVersion?: number | null;
}

/**
 * Stops new settlements for a partner.
 * @throws InvalidInput, PartnerNotFound, PartnerAlreadyOnHold, VersionConflict
 */
export function holdPartner(ctx: CommandContext, input: HoldPartner): Promise<Answer<Partner>> {
  return runCommand(ctx, "holdPartner", input, async (work) => {
    assertReason(input.reason);
    const partner = await work.lock(Partner, input.partnerId);
    assertCanBeHeld(partner);
    expectVersion(partner, input.expectedVersion);
    partner.hold(input.reason, ctx.clock.now());
    work.record(new PartnerHeld(partner.id, partner.version, input.reason));
    return partner;
  });
}
