import type { CommandContext } from "../shared/commands/command-context.js";
import { expectVersion } from "../shared/commands/expect-version.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { DANGEROUS_PERMISSIONS, type Permission } from "../shared/permission.rules.js";
import { RoleInUse, RoleNameTaken, RoleNotFound } from "./grant.errors.js";
import { RoleChanged, RoleCreated } from "./grant.events.js";
import { assertWithin } from "./grant.rules.js";
import {
  insertOwnRole,
  isGranted,
  lockOwnRole,
  replacePermissions,
  type OwnRoleRow,
} from "./own-role.queries.js";
import { assertRoleNamed, catalogued, MAX_OWN_ROLES } from "./role.rules.js";

export interface CreateRole extends CommandInput {
  name: string;
  description: string;
  permissions: readonly string[];
}

export interface ChangeRole extends CommandInput {
  roleId: string;
  permissions: readonly string[];
  expectedVersion?: number | null;
}

const PATHS = { role: "permissions", partners: "permissions" };

/** Makes a role of one's own. @throws InvalidInput, GrantExceedsOwn, RoleNameTaken */
export function createRole(ctx: CommandContext, input: CreateRole): Promise<OwnRoleRow> {
  return runCommand(ctx, "createRole", input, async (work) => {
    const { name, description } = input;
    assertRoleNamed(name, description);
    const permissions = catalogued(input.permissions);
    assertWithin(permissions, null, ctx.actor, PATHS);
    const role: OwnRoleRow = {
      id: ctx.ids.next(),
      name,
      description,
      permissions: [...permissions],
      version: 1,
      createdAt: ctx.clock.now(),
    };
    if (!(await insertOwnRole(work.sql, role, MAX_OWN_ROLES))) throw new RoleNameTaken();
    work.record(new RoleCreated(role.id, role.permissions));
    return role;
  });
}

/**
 * Gives a role of one's own other permissions, for everybody who has it; what it was is kept.
 * @throws InvalidInput, RoleNotFound, VersionConflict, GrantExceedsOwn, RoleInUse
 */
export function changeRole(ctx: CommandContext, input: ChangeRole): Promise<OwnRoleRow> {
  return runCommand(ctx, "changeRole", input, async (work) => {
    const permissions = catalogued(input.permissions);
    assertWithin(permissions, null, ctx.actor, PATHS);
    const role = await lockOwnRole(work.sql, input.roleId);
    if (!role) throw new RoleNotFound();
    expectVersion(role, input.expectedVersion);
    const added = dangerousBeyond(permissions, role);
    if (added && (await isGranted(work.sql, role.id))) throw new RoleInUse(added);
    const by = { actorId: ctx.actor.id, at: ctx.clock.now() };
    const changed = await replacePermissions(work.sql, role, [...permissions], by);
    work.record(new RoleChanged(role.id, changed.version, changed.permissions));
    return changed;
  });
}

function dangerousBeyond(
  permissions: ReadonlySet<Permission>,
  before: OwnRoleRow,
): Permission | undefined {
  const had = new Set(before.permissions);
  return [...permissions].find((each) => DANGEROUS_PERMISSIONS.has(each) && !had.has(each));
}
