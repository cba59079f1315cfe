import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { poolSql } from "../shared/database/sql.js";
import { vaultService } from "../vault/index.js";
import { PayoutAccountNotFound, RevealReasonRequired } from "./payout.errors.js";
import { PayoutAccountRevealed } from "./payout.events.js";
import { wholeAccount, type WholeAccount } from "./seal-payout-account.js";

export interface RevealPayoutAccount extends CommandInput {
  payoutAccountId: string;
  reason: string;
}

/**
 * Reads an account's number whole; who did, and why, is on record before it is answered.
 * @throws PayoutAccountNotFound, RevealReasonRequired
 */
export async function revealPayoutAccount(
  ctx: CommandContext,
  input: RevealPayoutAccount,
): Promise<WholeAccount> {
  const { payoutAccountId, reason } = input;
  const { scope } = ctx.actor;
  const vault = ctx.services.use(vaultService);
  // The answer of a command is kept: the number is no part of it.
  await runCommand(ctx, "revealPayoutAccount", input, async (work) => {
    if (!reason.trim()) throw new RevealReasonRequired();
    const account = await wholeAccount(vault, work.sql, scope, payoutAccountId);
    if (!account) throw new PayoutAccountNotFound();
    work.record(new PayoutAccountRevealed(payoutAccountId, account.partnerId, reason));
    return null;
  });
  const sql = poolSql(ctx.database.pool);
  const account = await wholeAccount(vault, sql, scope, payoutAccountId);
  if (!account) throw new PayoutAccountNotFound();
  return account;
}
