import { Partner } from "../partners/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { exponentOf } from "../shared/money.js";
import { vaultService } from "../vault/index.js";
import { insertAccount, replaceAccount, type PayoutAccountRow } from "./payout-account.queries.js";
import { maskedName, maskedNumber, readBankAccount } from "./payout-account.rules.js";
import type { BankAccountInput } from "./payout-account.rules.js";
import { PayoutAccountAdded } from "./payout.events.js";
import { sealedBankAccount } from "./seal-payout-account.js";

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
    const vault = ctx.services.use(vaultService);
    const { holderName, number, ...bank } = account;
    const kept = await sealedBankAccount(vault, work.sql, { id, partnerId, holderName, number });
    const holderMasked = maskedName(holderName);
    const created = { createdBy: ctx.actor.id, createdAt };
    const row = { ...bank, ...kept, id, partnerId, currency, holderMasked, numberMasked };
    return insertAccount(work.sql, { ...row, ...created });
  });
}
