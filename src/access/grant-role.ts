import { Partner } from "../partners/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { InvalidInput } from "../shared/input.errors.js";
import type { Permission } from "../shared/permission.rules.js";
import { ApiKey } from "./api-key.entity.js";
import { assertCanBeRevoked } from "./api-key.rules.js";
import { RoleNotFound } from "./grant.errors.js";
import type { GrantRow } from "./grant.queries.js";
import { assertAskable, assertWithin } from "./grant.rules.js";
import { lockOwnRole } from "./own-role.queries.js";
import { PersonNotFound } from "./person.errors.js";
import { lockPerson } from "./person.queries.js";
import { assertActive } from "./person.rules.js";
import { requestGrant, type AskedGrant } from "./request-grant.js";
import { catalogued, permissionsOf, type Role } from "./role.rules.js";

export interface GrantRole extends CommandInput {
  apiKeyId?: string | null;
  personId?: string | null;
  role?: Role | null;
  roleId?: string | null;
  partnerIds?: readonly string[] | null;
  expiresAt?: Date | null;
  reason?: string | null;
}

/**
 * Grants a role to a key or a person. A dangerous one waits for a second administrator where there
 * is one.
 * @throws InvalidInput, GrantExceedsOwn, GrantLimitsDiffer, ApiKeyNotFound, ApiKeyAlreadyRevoked,
 * PersonNotFound, PersonIsDisabled, RoleNotFound, PartnerNotFound
 */
export function grantRole(ctx: CommandContext, input: GrantRole): Promise<GrantRow> {
  return runCommand(ctx, "grantRole", input, async (work) => {
    const { expiresAt = null, reason = null } = input;
    const holder = await lockedHolder(work, input);
    assertAskable({ partnerIds: holder.partnerIds, reason, expiresAt }, ctx.clock.now());
    const role = await grantedRole(work, input);
    assertWithin(role.permissions, holder.partnerIds, ctx.actor);
    return requestGrant(ctx, work, { ...holder, ...role, expiresAt, reason });
  });
}

type Holder = Pick<AskedGrant, "holderKind" | "holderId" | "partnerIds">;

async function lockedHolder(work: Work, input: GrantRole): Promise<Holder> {
  const { apiKeyId, personId, partnerIds = null } = input;
  if (!apiKeyId === !personId) {
    throw new InvalidInput('Name who is to have the role: "apiKeyId" or "personId"', ["apiKeyId"]);
  }
  if (apiKeyId) return lockedKey(work, apiKeyId, partnerIds);
  const person = await lockPerson(work.sql, personId ?? "");
  if (!person) throw new PersonNotFound();
  assertActive(person);
  await lockPartners(work, partnerIds);
  return { holderKind: "PERSON", holderId: person.id, partnerIds: partnerIds && [...partnerIds] };
}

/** A key has its limit from its making. */
async function lockedKey(
  work: Work,
  apiKeyId: string,
  partnerIds: readonly string[] | null,
): Promise<Holder> {
  if (partnerIds) {
    throw new InvalidInput("A key is limited to its own partner", ["partnerIds"]);
  }
  const key = await work.lock(ApiKey, apiKeyId);
  assertCanBeRevoked(key);
  const limit = key.partnerId === null ? null : [key.partnerId];
  return { holderKind: "API_KEY", holderId: key.id, partnerIds: limit };
}

/** Locks partners, so that they are there. @throws PartnerNotFound */
async function lockPartners(work: Work, ids: readonly string[] | null): Promise<void> {
  for (const id of [...(ids ?? [])].toSorted()) await work.lock(Partner, id);
}

interface GrantedRole {
  role: Role | null;
  roleId: string | null;
  permissions: ReadonlySet<Permission>;
}

async function grantedRole(work: Work, { role, roleId }: GrantRole): Promise<GrantedRole> {
  if (role && !roleId) return { role, roleId: null, permissions: permissionsOf(role) };
  if (!roleId || role) {
    throw new InvalidInput('Give either "role" or "roleId", a role of your own', ["role"]);
  }
  const own = await lockOwnRole(work.sql, roleId);
  if (!own) throw new RoleNotFound();
  return { role: null, roleId, permissions: catalogued(own.permissions) };
}
