import { postingItem } from "./posting-item.rules.js";
import type { Receipt } from "./posting-queue.js";
import type { AccountId } from "./posting-model.rules.js";
import type { Ledger } from "./record-transactions.js";

interface HoldCommand {
  partnerId: string | null;
  externalId: string;
  currency: string;
  occurredAt: Date;
  reference?: string | null;
}

export interface HoldRequest extends HoldCommand {
  debitAccountId: AccountId;
  creditAccountId: AccountId;
  /** Above zero, in minor units of `currency`. */
  amountMinor: bigint;
  /** When it is released by itself; never where absent. */
  expiresAt?: Date | null;
}

export interface CaptureRequest extends HoldCommand {
  /** The transaction that placed the hold. */
  holdId: string;
  /** Above zero, up to what is left of the hold. */
  amountMinor: bigint;
  /** Releases what is left after this capture. */
  final: boolean;
}

export interface VoidRequest extends HoldCommand {
  holdId: string;
}

/**
 * Reserves an amount on one account in favour of another: what is available falls at once, the
 * posted balances when it is captured. @throws Overloaded
 */
export function placeHold(
  { engine }: Pick<Ledger, "engine">,
  request: HoldRequest,
): Promise<Receipt> {
  const { debitAccountId: debit, creditAccountId: credit } = request;
  const expiresAt = request.expiresAt?.getTime() ?? null;
  const operation = { kind: "HOLD", debit, credit, expiresAt } as const;
  const item = postingItem({
    ...request,
    type: "hold",
    direction: "NONE",
    accrues: false,
    operation,
  });
  return engine.submit([[item]], "authorise");
}

/** Posts a hold, or a part of it; several captures may follow each other. @throws Overloaded */
export function captureHold(
  { engine }: Pick<Ledger, "engine">,
  request: CaptureRequest,
): Promise<Receipt> {
  const { holdId, final } = request;
  const item = postingItem({
    ...request,
    type: "capture",
    direction: "NONE",
    accrues: false,
    operation: {
      kind: "CAPTURE",
      holdId,
      final,
    },
  });
  return engine.submit([[item]], "authorise");
}

/** Releases what is left of a hold. @throws Overloaded */
export function voidHold(
  { engine }: Pick<Ledger, "engine">,
  request: VoidRequest,
): Promise<Receipt> {
  const item = postingItem({
    ...request,
    type: "void",
    direction: "NONE",
    accrues: false,
    amountMinor: 0n,
    operation: {
      kind: "VOID",
      holdId: request.holdId,
      because: "VOIDED",
    },
  });
  return engine.submit([[item]], "authorise");
}
