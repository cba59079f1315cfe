/** A transaction as a partner sends it: the same for the stream and for the mutation. */
export function transactionOf(externalId: string, n: number) {
  return {
    externalId,
    type: "payment",
    direction: n % 3 === 0 ? "OUT" : "IN",
    amountMinor: String(1 + (n % 9_999)),
    currency: "EUR",
    occurredAt: new Date(1_767_225_600_000 + n * 1_000).toISOString(),
    counterparty: `BANKXX${n % 97}`,
    reference: `INV-2026-${n}`,
  } as const;
}
