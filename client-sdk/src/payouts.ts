import * as d from "../generated/operations.js";
import { present, type CallOptions, type Operations } from "./operations.js";
import { paginate } from "./paginate.js";

/** How many items a page of a list is read at once. */
const PAGE_SIZE = 100;

/** What partners are paid, and where. */
export function payouts(operations: Operations) {
  return {
    list: (filter: d.PayoutFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        return (await operations.query(d.PayoutsDocument, variables, call)).payouts;
      }),
    /** What the payouts of a list add up to, by currency. */
    async totals(filter: d.PayoutFilter = {}, call?: CallOptions) {
      return (await operations.query(d.PayoutTotalsDocument, { filter }, call)).payoutTotals;
    },
    /** The payment files that were made, the newest first. */
    runs: (filter: d.PayoutRunFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        return (await operations.query(d.PayoutRunsDocument, variables, call)).payoutRuns;
      }),
    /** Makes one payment file for the bank of what is scheduled; the file is in the answer. */
    async createRun(input: d.CreatePayoutRunInput, call?: CallOptions) {
      const command = [d.CreatePayoutRunDocument, "createPayoutRun", input, call] as const;
      return present((await operations.command(...command)).payoutRun, "payout run");
    },
    /** Takes in what the bank says of a run. */
    async readReport(input: d.ReadPayoutReportInput, call?: CallOptions) {
      const command = [d.ReadPayoutReportDocument, "readPayoutReport", input, call] as const;
      return present((await operations.command(...command)).payoutRun, "payout run");
    },
    /** Where a partner is paid; accounts that were replaced come last. */
    async accounts(partnerId: string, call?: CallOptions) {
      const answer = await operations.query(d.PayoutAccountsDocument, { partnerId }, call);
      return answer.partner?.payoutAccounts ?? [];
    },
    /** The accounts with a number, of any partner; who asks is in the audit trail. */
    async accountsByNumber(number: string, call?: CallOptions) {
      const answer = await operations.query(d.PayoutAccountsByNumberDocument, { number }, call);
      return answer.payoutAccountsByNumber;
    },
    async addAccount(input: d.AddPayoutAccountInput, call?: CallOptions) {
      const command = [d.AddPayoutAccountDocument, "addPayoutAccount", input, call] as const;
      return present((await operations.command(...command)).payoutAccount, "payout account");
    },
    /** An account's whole number; who reads it, and why, is in the audit trail. */
    async revealAccount(input: d.RevealPayoutAccountInput, call?: CallOptions) {
      const command = [d.RevealPayoutAccountDocument, "revealPayoutAccount", input, call] as const;
      return present((await operations.command(...command)).number, "number");
    },
  };
}
