import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { closeRow } from "./account.queries.js";
import { AccountNotEmpty, AccountNotFound } from "./ledger.errors.js";

/**
 * Closes an account whose balances are zero: it takes no entries any more. The posting lanes notice
 * by its revision. @throws AccountNotFound, AccountNotEmpty
 */
export function closeAccount(ctx: CommandContext, accountId: string): Promise<string> {
  const input: CommandInput & { accountId: string } = { accountId };
  return runCommand(ctx, "closeAccount", input, async (work) => {
    const state = await closeRow(work.sql, accountId, ctx.actor.scope);
    if (state === "ABSENT") throw new AccountNotFound(accountId);
    if (state === "NOT_EMPTY") throw new AccountNotEmpty(accountId);
    return accountId;
  });
}
