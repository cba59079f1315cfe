import { contentHashOf, identityKeyOf } from "./identity.rules.js";
import type { Direction, Operation, PostingItem } from "./posting-model.rules.js";

/** What a use case says of a transaction; the rest of a posting item follows from it. */
export interface ItemSource {
  partnerId: string | null;
  externalId: string;
  type: string;
  direction: Direction;
  amountMinor: bigint;
  currency: string;
  /** The world's time; where the source has none, the time of receipt, which is not content. */
  occurredAt: Date;
  occurredAtIsReceipt?: boolean;
  counterparty?: string | null;
  reference?: string | null;
  documentId?: string | null;
  details?: string | null;
  accrues: boolean;
  operation: Operation;
}

/**
 * A posting item with its identity and its content hash. The document it came in is not content.
 */
export function postingItem(source: ItemSource): PostingItem {
  const { partnerId, externalId, type, direction, amountMinor, currency, accrues } = source;
  const { counterparty = null, reference = null, documentId = null, details = null } = source;
  const occurredAt = source.occurredAt.getTime();
  const happened = source.occurredAtIsReceipt ? null : occurredAt;
  const what = operationContent(source.operation);
  return {
    partnerId,
    externalId,
    type,
    direction,
    amountMinor,
    currency,
    occurredAt,
    accrues,
    counterparty,
    reference,
    documentId,
    details,
    operation: source.operation,
    identityKey: identityKeyOf(partnerId, externalId),
    contentHash: contentHashOf([
      type,
      direction,
      amountMinor,
      currency,
      happened,
      counterparty,
      reference,
      details,
      ...what,
    ]),
  };
}

type Content = (string | number | bigint | null)[];

function operationContent(op: Operation): Content {
  switch (op.kind) {
    case "TRANSFER":
      return op.legs.flatMap((leg) => [
        leg.debit,
        leg.credit,
        leg.amountMinor,
        leg.currency,
        leg.code,
      ]);
    case "HOLD":
      return [op.debit, op.credit, op.expiresAt];
    case "CAPTURE":
      return [op.holdId, String(op.final)];
    case "VOID":
      return [op.holdId, op.because];
    case "REVERSAL":
      return [op.originalId];
    case "ROLLBACK":
      return [op.originalKey];
    case "SETTLE":
      return [op.contractId, op.periodStart, ...op.releases.flatMap((r) => [r.clause, r.heldIn])];
  }
}
