import { Partner } from "../partners/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { exponentOf } from "../shared/money.js";
import { insertAccount, replaceAccount, type PayoutAccountRow } from "./payout-account.queries.js";
import { maskedNumber, readBankAccount, type BankAccountInput } from "./payout-account.rules.js";
import { PayoutAccountAdded } from "./payout.events.js";

export interface AddPayoutAccount extends CommandInput, BankAccountInput {
  partnerId: string;
  currency: string;
}

/**
 * Says where a partner is paid in a currency. An account before it stays on record.
 * @throws PartnerNotFound, InvalidPayoutAccount, UnknownCurrency
 */
export function addPayoutAccount(
  ctx: CommandContext,
  input: AddPayoutAccount,
): Promise<PayoutAccountRow> {
  const { partnerId, currency } = input;
  return runCommand<PayoutAccountRow>(ctx, "addPayoutAccount", input, async (work) => {
    const account = readBankAccount(input);
    exponentOf(currency);
    await work.lock(Partner, partnerId);
    const createdAt = ctx.clock.now();
    await replaceAccount(work.sql, { partnerId, currency, at: createdAt });
    const id = ctx.ids.next();
    const numberMasked = maskedNumber(account);
    work.record(new PayoutAccountAdded(id, partnerId, currency, numberMasked));
    const createdBy = ctx.actor.id;
    const row = { ...account, id, partnerId, currency, numberMasked, createdBy, createdAt };
    return insertAccount(work.sql, row);
  });
}
