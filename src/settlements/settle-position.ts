import { ledgerService, settleItem, type SettleOrder } from "../ledger/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { PositionNotSettled } from "./position.errors.js";

/** The position of a contract's period. */
export interface PositionOfPeriod extends Pick<SettleOrder, "contractId" | "partnerId"> {
  /** The settlement currency. */
  currency: string;
  periodStart: Date;
}

/**
 * Settles a position anew, of which nothing new was counted: it is opened by that, or takes in what
 * was published since, such as a period's rates. Once for each reason, such as `close:1`.
 * @throws PositionNotSettled where a rate is missing or the contract has no such period, Overloaded
 */
export async function settlePosition(
  { services, clock }: Pick<CommandContext, "services" | "clock">,
  { contractId, partnerId, currency, periodStart }: PositionOfPeriod,
  why: string,
): Promise<void> {
  const { engine } = services.use(ledgerService);
  const item = settleItem({
    contractId,
    partnerId,
    currency,
    periodStart: periodStart.getTime(),
    why,
    at: clock.now(),
  });
  const [outcome] = (await engine.submit([[item]], "authorise")).outcomes.flat();
  if (outcome?.status === "REFUSED") throw new PositionNotSettled(outcome.code, outcome.reason);
}
