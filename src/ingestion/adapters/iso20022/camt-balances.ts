import type { Money } from "../../../shared/money.js";
import type { StatementBalance, Turnover } from "../../canonical-statement.js";
import type { Direction } from "../../canonical-transaction.js";
import { RefusedInput } from "../refuse-input.js";
import type { CamtMessage } from "./camt-message.js";
import { signed } from "./notification-totals.js";

/** `Bal` while it is read. */
export interface BalanceDraft {
  code?: string;
  /** A proprietary type: in a position report, the counterparty whose turnover this is. */
  party?: string;
  amount?: Money;
  direction?: Direction;
  day?: string;
}

/** In the order in which they are preferred. */
const OPENING = ["OPBD", "PRCD"];
const CLOSING = ["CLBD"];
/** A report within the day may know nothing but what is available, and how it stands now. */
const INTERIM_OPENING = [...OPENING, "OPAV"];
const INTERIM_CLOSING = [...CLOSING, "INFO"];

/** The balances of one statement or report. */
export class CamtBalances {
  readonly balances: StatementBalance[] = [];
  readonly turnover: Turnover[] = [];

  constructor(private readonly message: CamtMessage) {}

  /** @throws RefusedInput MISSING_ELEMENT */
  add({ code, party, amount, direction, day }: BalanceDraft): void {
    if (amount === undefined) throw new RefusedInput("MISSING_ELEMENT", "the balance has no Amt");
    const { currency } = amount;
    // There are banks that leave the sign of a credit out.
    const amountMinor = signed(amount.amountMinor, direction ?? "IN");
    if (code !== undefined) this.balances.push({ code, amountMinor, currency, day });
    else if (party !== undefined) {
      this.turnover.push({ counterparty: party, amountMinor, currency });
    }
  }

  opening(): StatementBalance | undefined {
    const codes = this.message.isInterim ? INTERIM_OPENING : OPENING;
    return this.first(this.balances, codes);
  }

  closing(): StatementBalance | undefined {
    const codes = this.message.isInterim ? INTERIM_CLOSING : CLOSING;
    return this.first(this.balances.toReversed(), codes);
  }

  private first(
    balances: readonly StatementBalance[],
    codes: readonly string[],
  ): StatementBalance | undefined {
    return codes
      .map((code) => balances.find((balance) => balance.code === code))
      .find((balance) => balance !== undefined);
  }
}
