import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type Answer, type CommandInput } from "../shared/commands/run-command.js";
import { InvalidInput } from "../shared/input.errors.js";
import { lockRoles, setRole, type DocumentRoleRow } from "./document-role.queries.js";
import { accountKey, type DocumentRole } from "./policy.rules.js";
import { ReasonMissing } from "./reconciliation.errors.js";
import { DocumentRoleSet } from "./reconciliation.events.js";

export interface SetDocumentRole extends CommandInput {
  partnerId: string;
  adapter: string;
  account?: string | null;
  role: DocumentRole;
  reason: string;
}

/**
 * Says what a partner's documents of a kind are for, from the next one on. @throws InvalidInput,
 * ReasonMissing
 */
export function setDocumentRole(
  ctx: CommandContext,
  input: SetDocumentRole,
): Promise<Answer<DocumentRoleRow>> {
  return runCommand(ctx, "setDocumentRole", input, async (work) => {
    const { partnerId, adapter, role, reason } = input;
    const account = accountKey(input.account ?? undefined);
    if (!reason.trim()) throw new ReasonMissing();
    if (adapter.length > 100 || account.length > 100 || reason.length > 500) {
      throw new InvalidInput("An adapter or account has up to 100 characters, a reason 500");
    }
    await lockRoles(work.sql, partnerId);
    const by = { origin: "SET", setBy: ctx.actor.name, setAt: ctx.clock.now() } as const;
    const row = { id: ctx.ids.next(), partnerId, adapter, account, role, reason, ...by };
    const kept = await setRole(work.sql, row);
    work.record(new DocumentRoleSet(partnerId, adapter, account, role));
    return kept;
  });
}
