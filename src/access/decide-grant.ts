import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { GrantNotFound } from "./grant.errors.js";
import { GrantApproved, GrantRefused, GrantRevoked } from "./grant.events.js";
import { decideGrant, endGrant, lockGrant, type GrantRow } from "./grant.queries.js";
import { assertCanEnd, assertDecidable, assertWithin, permissionsOfGrants } from "./grant.rules.js";
import { ownRolesById } from "./own-role.queries.js";

export interface DecideGrant extends CommandInput {
  grantId: string;
}

/**
 * Lets a grant that another administrator asked for come into force.
 * @throws GrantNotFound, GrantNotPending, SecondAdministratorRequired, GrantExceedsOwn
 */
export function approveGrant(ctx: CommandContext, input: DecideGrant): Promise<GrantRow> {
  return runCommand(ctx, "approveGrant", input, async (work) => {
    const grant = await decidable(ctx, work, input.grantId);
    assertWithin(await permissionsIn(work, grant), grant.partnerIds, ctx.actor, ON_GRANT);
    work.record(new GrantApproved(grant.id));
    return found(await decideGrant(work.sql, grant.id, "ACTIVE", ctx.actor, ctx.clock.now()));
  });
}

/** Refuses a grant. @throws GrantNotFound, GrantNotPending, SecondAdministratorRequired */
export function refuseGrant(ctx: CommandContext, input: DecideGrant): Promise<GrantRow> {
  return runCommand(ctx, "refuseGrant", input, async (work) => {
    const grant = await decidable(ctx, work, input.grantId);
    work.record(new GrantRefused(grant.id));
    return found(await decideGrant(work.sql, grant.id, "REFUSED", ctx.actor, ctx.clock.now()));
  });
}

/** Ends a grant, subscriptions under it included. @throws GrantNotFound, GrantAlreadyEnded */
export function revokeGrant(ctx: CommandContext, input: DecideGrant): Promise<GrantRow> {
  return runCommand(ctx, "revokeGrant", input, async (work) => {
    const grant = found(await lockGrant(work.sql, ctx.actor.scope, input.grantId));
    assertCanEnd(grant);
    return endedGrant(work, grant.id, ctx.clock.now());
  });
}

/** Ends a grant as a part of another command. */
export async function endedGrant(work: Work, id: string, at: Date): Promise<GrantRow> {
  work.record(new GrantRevoked(id));
  return found(await endGrant(work.sql, id, at));
}

const ON_GRANT = { role: "grantId", partners: "grantId" };

async function decidable(ctx: CommandContext, work: Work, id: string): Promise<GrantRow> {
  const grant = found(await lockGrant(work.sql, ctx.actor.scope, id));
  assertDecidable(grant, ctx.actor.id);
  return grant;
}

async function permissionsIn(work: Work, grant: GrantRow) {
  const [own] = grant.roleId === null ? [] : await ownRolesById(work.sql, [grant.roleId]);
  return permissionsOfGrants([{ ...grant, permissions: own?.permissions ?? null }]);
}

function found(grant: GrantRow | null): GrantRow {
  if (!grant) throw new GrantNotFound();
  return grant;
}
