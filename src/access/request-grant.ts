import type { CommandContext } from "../shared/commands/command-context.js";
import type { Work } from "../shared/commands/work.js";
import type { Permission } from "../shared/permission.rules.js";
import { RoleGranted } from "./grant.events.js";
import {
  hasAdministrator,
  insertGrant,
  lockHolder,
  openGrantsOf,
  type GrantRow,
} from "./grant.queries.js";
import { assertSameLimit } from "./grant.rules.js";
import { isDangerous } from "./role.rules.js";

/** What is to be granted. */
export interface AskedGrant extends Pick<
  GrantRow,
  "holderKind" | "holderId" | "role" | "roleId" | "partnerIds" | "expiresAt" | "reason"
> {
  /** What the role allows now. */
  permissions: ReadonlySet<Permission>;
}

/**
 * Puts a grant on record: in force at once, or, where it has a dangerous permission and there is
 * somebody else who could agree, waiting for them. @throws GrantLimitsDiffer
 */
export async function requestGrant(
  { actor, ids, clock }: CommandContext,
  work: Work,
  { permissions, ...asked }: AskedGrant,
): Promise<GrantRow> {
  const now = clock.now();
  await lockHolder(work.sql, asked.holderId);
  assertSameLimit(asked.partnerIds, await openGrantsOf(work.sql, asked.holderId, now));
  const waits =
    actor.kind !== "SYSTEM" &&
    isDangerous(permissions) &&
    // Who is limited to partners was made so by somebody who is not, and does not see them.
    (actor.scope !== null || (await hasAdministrator(work.sql, now, actor.id)));
  const grant: GrantRow = {
    ...asked,
    id: ids.next(),
    state: waits ? "PENDING" : "ACTIVE",
    requestedBy: actor.id,
    requestedByName: actor.name,
    requestedAt: now,
    decidedBy: null,
    decidedByName: null,
    decidedAt: null,
    revokedAt: null,
  };
  await insertGrant(work.sql, grant);
  const holder = { kind: grant.holderKind, id: grant.holderId };
  work.record(new RoleGranted(grant.id, holder, grant.role, grant.roleId, !waits));
  return grant;
}
