import type { Actor } from "../shared/commands/actor.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { poolSql } from "../shared/database/sql.js";
import { runCommand } from "../shared/commands/run-command.js";
import type { Claims } from "./oidc-provider.js";
import { PersonIsDisabled } from "./person.errors.js";
import { permissionSet } from "./role.rules.js";
import { openSession } from "./sign-in.js";
import { personOfClaims } from "./token-credentials.js";

/**
 * Opens a session for whom a provider vouches for; null when they may not sign in, which is on
 * record. @param ctx the hub's own, at the origin of the request
 */
export async function signInByProvider(
  ctx: CommandContext,
  claims: Claims,
): Promise<{ token: string; expiresAt: Date } | null> {
  const now = ctx.clock.now();
  const person = await personOfClaims(poolSql(ctx.database.pool), ctx.ids, claims, now);
  if (!person) return null;
  const { id, name, state } = person;
  const actor: Actor = { kind: "PERSON", id, name, permissions: permissionSet([]), scope: [] };
  let opened: { token: string; expiresAt: Date } | null = null;
  try {
    await runCommand({ ...ctx, actor }, "signIn", {}, async (work) => {
      if (state !== "ACTIVE") throw new PersonIsDisabled();
      opened = await openSession(ctx, work, id, "OIDC", claims.roles);
      return null;
    });
  } catch (error) {
    if (!(error instanceof PersonIsDisabled)) throw error;
  }
  return opened;
}
