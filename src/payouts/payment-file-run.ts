import type { CreditTransferRun } from "./credit-transfer.rules.js";
import { partyOf } from "./payout-account.rules.js";
import type { PayoutDebtor, PayoutRow, PayoutRunRow } from "./payout.queries.js";
import type { WholeAccount } from "./seal-payout-account.js";

/** A payout with what the bank has to know of it. */
export interface FiledPayout extends Omit<
  PayoutRow,
  "runId" | "currency" | "state" | "createdAt" | "finishedAt"
> {
  account: WholeAccount;
  /** The settlements, and the last days of their periods. */
  settles: readonly { number: string; issuedOn: string }[];
}

/** A run as the payment file has it. */
export function creditTransferRun(
  run: PayoutRunRow,
  debtor: PayoutDebtor,
  payouts: readonly FiledPayout[],
): CreditTransferRun {
  const { messageId: id, createdAt, currency, executeOn } = run;
  return {
    id,
    createdAt,
    initiator: debtor.party.name,
    characters: debtor.characters,
    transfers: payouts.map(({ endToEndId, amountMinor, account, settles }) => ({
      endToEndId,
      amountMinor,
      currency,
      executeOn,
      debtor: debtor.party,
      creditor: partyOf(account),
      statements: settles.map(({ number, issuedOn }) => {
        return { number: number.replaceAll("-", ""), issuedOn };
      }),
    })),
  };
}
