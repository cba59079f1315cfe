import * as d from "../generated/operations.js";
import { present, type CallOptions, type Operations } from "./operations.js";
import { PAGE_SIZE, paginate } from "./paginate.js";

/** Roles: those of every hub, and one's own. */
export function roles(operations: Operations) {
  return {
    /** All roles, and the catalogue of what they may allow. */
    list: (call?: CallOptions) => operations.query(d.RolesDocument, {}, call),
    async create(input: d.CreateRoleInput, call?: CallOptions) {
      const answer = await operations.command(d.CreateRoleDocument, "createRole", input, call);
      return present(answer.role, "role");
    },
    async change(input: d.ChangeRoleInput, call?: CallOptions) {
      const answer = await operations.command(d.ChangeRoleDocument, "changeRole", input, call);
      return present(answer.role, "role");
    },
  };
}

/** Who has which role. */
export function grants(operations: Operations) {
  return {
    list: (filter: d.RoleGrantFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        return (await operations.query(d.GrantsDocument, variables, call)).grants;
      }),
    /** A grant that is in force, or waits for a second administrator: see its `state`. */
    async give(input: d.GrantRoleInput, call?: CallOptions) {
      const answer = await operations.command(d.GrantRoleDocument, "grantRole", input, call);
      return present(answer.grant, "grant");
    },
    async approve(input: d.ApproveGrantInput, call?: CallOptions) {
      const answer = await operations.command(d.ApproveGrantDocument, "approveGrant", input, call);
      return present(answer.grant, "grant");
    },
    async refuse(input: d.RefuseGrantInput, call?: CallOptions) {
      const answer = await operations.command(d.RefuseGrantDocument, "refuseGrant", input, call);
      return present(answer.grant, "grant");
    },
    async revoke(input: d.RevokeGrantInput, call?: CallOptions) {
      const answer = await operations.command(d.RevokeGrantDocument, "revokeGrant", input, call);
      return present(answer.grant, "grant");
    },
  };
}
