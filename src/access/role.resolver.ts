import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { ALL_PERMISSIONS, DANGEROUS_PERMISSIONS, PERMISSIONS } from "../shared/permission.rules.js";
import { changeRole, createRole } from "./change-role.js";
import { allOwnRoles } from "./own-role.queries.js";
import { ChangeRoleInput, CreateRoleInput } from "./role.input.js";
import { isDangerous, permissionsOf, ROLES } from "./role.rules.js";
import {
  ChangeRolePayload,
  CreateRolePayload,
  OwnRoleType,
  PermissionDescription,
  RoleDescription,
} from "./role.type.js";

@Resolver()
export class RoleResolver {
  @Requires("public")
  @Query(() => [PermissionDescription], { description: "Everything that may be allowed." })
  permissionCatalogue(): PermissionDescription[] {
    return ALL_PERMISSIONS.map((name) => ({
      name,
      description: PERMISSIONS[name],
      isDangerous: DANGEROUS_PERMISSIONS.has(name),
    }));
  }

  @Requires("grant:read")
  @Query(() => [RoleDescription], { description: "The roles that every hub has." })
  roles(): RoleDescription[] {
    return ROLES.map((role) => {
      const permissions = permissionsOf(role);
      return { role, permissions: [...permissions], isDangerous: isDangerous(permissions) };
    });
  }

  @Requires("grant:read")
  @Query(() => [OwnRoleType], { description: "The roles of one's own; there are at most 200." })
  ownRoles(@Ctx() { sql }: RequestContext): Promise<OwnRoleType[]> {
    return allOwnRoles(sql);
  }

  @Requires("role:change")
  @Mutation(() => CreateRolePayload, {
    description: describedCommand(
      "Makes a role of one's own.",
      'createRole(input: { name: "night shift", permissions: ["partner:read", "alert:read"] }) ' +
        "{ role { id } userErrors { code message } }",
    ),
  })
  async createRole(
    @Arg("input", () => CreateRoleInput, { description: "What it allows." })
    input: CreateRoleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateRolePayload> {
    return { role: await createRole(ctx, input) };
  }

  @Requires("role:change")
  @Mutation(() => ChangeRolePayload, {
    description: describedCommand(
      "Gives a role of one's own other permissions, for everybody who has it.",
      'changeRole(input: { roleId: "rol_019a...", permissions: ["partner:read"] }) ' +
        "{ role { version } userErrors { code message } }",
    ),
  })
  async changeRole(
    @Arg("input", () => ChangeRoleInput, { description: "Which role is to allow what." })
    input: ChangeRoleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ChangeRolePayload> {
    const roleId = decodeId("rol", input.roleId, ["roleId"]);
    return { role: await changeRole(ctx, { ...input, roleId }) };
  }
}
