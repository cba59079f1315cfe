import type { CommandContext } from "../shared/commands/command-context.js";
import { expectVersion } from "../shared/commands/expect-version.js";
import { runCommand, type Answer, type CommandInput } from "../shared/commands/run-command.js";
import { Partner } from "./partner.entity.js";
import { PartnerReleased } from "./partner.events.js";
import { assertCanBeReleased } from "./partner.rules.js";

export interface ReleasePartner extends CommandInput {
  partnerId: string;
  expectedVersion?: number | null;
}

/** Ends a partner's hold. @throws PartnerNotFound, PartnerNotOnHold, VersionConflict */
export function releasePartner(
  ctx: CommandContext,
  input: ReleasePartner,
): Promise<Answer<Partner>> {
  return runCommand(ctx, "releasePartner", input, async (work) => {
    const partner = await work.lock(Partner, input.partnerId);
    assertCanBeReleased(partner);
    expectVersion(partner, input.expectedVersion);
    partner.release();
    work.record(new PartnerReleased(partner.id, partner.version));
    return partner;
  });
}
