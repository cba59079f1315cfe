import {
  nettingLegs,
  payableOf,
  platformAccount,
  type NettedSettlement,
  type SettlementRow,
  type SettlementTransfer,
} from "../settlements/index.js";

/** A part of a payout with the settlement that it is of. */
export interface PaidShare {
  settlement: Pick<SettlementRow, "id" | "partnerId" | "contractId" | "currency">;
  amountMinor: bigint;
}

type Ids = { next(): string };
interface Occasion {
  payoutId: string;
  ids: Ids;
  occurredAt: Date;
}

/**
 * What moves when the bank is told to pay: what one contract owes is taken from what others bring,
 * and the rest leaves the payables for the clearing account.
 */
export function leavingTransfers(
  shares: readonly PaidShare[],
  occasion: Occasion,
): SettlementTransfer[] {
  const byId = new Map(shares.map(({ settlement }) => [settlement.id, settlement]));
  const accountOf = ({ id }: NettedSettlement) => {
    const settlement = byId.get(id);
    if (!settlement) throw new Error(`Settlement ${id} is not of the payout`);
    return payableOf(settlement);
  };
  const netted = shares.map(({ settlement: { id, contractId }, amountMinor }) => {
    return { id, contractId, amountMinor };
  });
  const currency = shares[0]?.settlement.currency ?? "";
  return nettingLegs(netted).map(({ from, to, amountMinor }) => ({
    id: occasion.ids.next(),
    settlementId: from.id,
    causeId: occasion.payoutId,
    code: to ? "NETTING" : "PAYOUT",
    debit: accountOf(from),
    credit: to ? accountOf(to) : platformAccount("PAYOUT_CLEARING", currency),
    amountMinor,
    currency,
    occurredAt: occasion.occurredAt,
  }));
}

/** What moves when the bank did not pay: all of it back again. */
export function returningTransfers(
  shares: readonly PaidShare[],
  occasion: Occasion,
): SettlementTransfer[] {
  return leavingTransfers(shares, occasion).map((transfer) => ({
    ...transfer,
    code: `${transfer.code}_FAILED`,
    debit: transfer.credit,
    credit: transfer.debit,
  }));
}

/** What moves when the bank has paid: the clearing account is even again. */
export function paidTransfer(
  [first]: readonly PaidShare[],
  { amountMinor, currency }: { amountMinor: bigint; currency: string },
  { payoutId, ids, occurredAt }: Occasion,
): SettlementTransfer {
  if (!first) throw new Error(`Payout ${payoutId} pays no settlement`);
  return {
    id: ids.next(),
    settlementId: first.settlement.id,
    causeId: payoutId,
    code: "PAID_OUT",
    debit: platformAccount("PAYOUT_CLEARING", currency),
    credit: platformAccount("BANK", currency),
    amountMinor,
    currency,
    occurredAt,
  };
}
