import { ACCRUAL_CODE } from "./accrual.rules.js";
import type { ChainedTransaction } from "./chain.rules.js";
import { postingItem } from "./posting-item.rules.js";
import { readSettleDetails } from "./settle-item.rules.js";
import type { ItemSource } from "./posting-item.rules.js";
import type { Direction, Operation, TransferRow } from "./posting-model.rules.js";

/** What is known of a transaction beside its row, to put its content together again. */
export interface ContentFacts {
  /** Its transfers, in the order of ids, each with the currency of its accounts. */
  transfers: readonly (TransferRow & { debitSide: { currency: string | null } })[];
  /** Of the hold that it placed, in milliseconds; null where it never expires. */
  expiresAt?: number | null;
  /** The identity key of what a rollback undid, or was to undo; absent where it is not known. */
  originalKey?: string;
}

/**
 * The content hashes that a transaction may have come with. There are several, as its row does not
 * say all of it: whether its time was the time of receipt, whether a capture was the final one,
 * whether a reversal asked for an amount or for all that was left. Null where it cannot be said.
 */
export function possibleContentHashes(
  t: ChainedTransaction,
  facts: ContentFacts,
): Iterable<string> | null {
  const sources = possibleSources(t, facts);
  return sources && hashesOf(sources);
}

/** One after the other, the likely ones first: mostly the first is the one. */
function* hashesOf(sources: readonly ItemSource[]): Generator<string> {
  for (const occurredAtIsReceipt of [false, true]) {
    for (const source of sources) yield postingItem({ ...source, occurredAtIsReceipt }).contentHash;
  }
}

function possibleSources(t: ChainedTransaction, facts: ContentFacts): ItemSource[] | null {
  const source = (operation: Operation, changes: Partial<ItemSource> = {}): ItemSource => ({
    ...t,
    direction: t.direction as Direction,
    occurredAt: new Date(t.occurredAt),
    accrues: false,
    operation,
    ...changes,
  });
  switch (t.kind as Operation["kind"]) {
    case "TRANSFER":
      return legChoices(facts).map((legs) => source({ kind: "TRANSFER", legs }));
    case "HOLD":
      return holdChoices(facts).map((operation) => source(operation));
    case "CAPTURE":
      return [true, false].map((final) =>
        source({ kind: "CAPTURE", holdId: t.relatedId ?? "", final }),
      );
    case "VOID":
      return (["VOIDED", "EXPIRED"] as const).map((because) =>
        source({ kind: "VOID", holdId: t.relatedId ?? "", because }, { amountMinor: 0n }),
      );
    case "SETTLE":
      return settleSources(t, source);
    case "REVERSAL":
      return [0n, t.amountMinor].map((amountMinor) =>
        source(
          { kind: "REVERSAL", originalId: t.relatedId ?? "" },
          { ...UNDOING, type: "reversal", amountMinor },
        ),
      );
    case "ROLLBACK":
      if (facts.originalKey === undefined) return null;
      return [
        source(
          { kind: "ROLLBACK", originalKey: facts.originalKey },
          { ...UNDOING, type: "rollback", amountMinor: 0n },
        ),
      ];
  }
}

/** What was to be settled anew is in its details. */
function settleSources(
  { details }: ChainedTransaction,
  source: (operation: Operation) => ItemSource,
): ItemSource[] | null {
  const operation = readSettleDetails(details);
  return operation && [source(operation)];
}

/** The row of what undoes another tells the other's type and direction, not its own. */
const UNDOING = { direction: "NONE" } as const;

/** Accruals are posted beside the legs; a leg may have the same code, though. */
function legChoices({ transfers }: ContentFacts) {
  const posts = transfers.filter(({ kind }) => kind === "POST");
  const legs = posts.map(({ debit, credit, amountMinor, code, debitSide }) => {
    return { debit, credit, amountMinor, code, currency: debitSide.currency ?? "" };
  });
  const own = legs.filter(({ code }) => code !== ACCRUAL_CODE);
  return own.length === legs.length ? [legs] : [own, legs];
}

function holdChoices({ transfers, expiresAt }: ContentFacts) {
  return transfers
    .filter(({ kind }) => kind === "HOLD")
    .map(({ debit, credit }) => {
      return { kind: "HOLD", debit, credit, expiresAt: expiresAt ?? null } as const;
    });
}
