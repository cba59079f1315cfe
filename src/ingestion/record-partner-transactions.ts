import {
  ledgerService,
  recordTransactions,
  type Outcome,
  type PartnerTransaction,
  type Receipt,
} from "../ledger/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { DomainError } from "../shared/errors.js";
import type { RecordTransactionsInput, TransactionInput } from "./transaction-record.input.js";
import { amountMinorOf, assertUnicode } from "./transaction-input.rules.js";

/** What became of transactions, and the block that holds the last of them. */
export interface Recorded extends Pick<Receipt, "block"> {
  outcomes: Outcome[];
}

/**
 * Records a partner's transactions. Their external ids make sending them again safe: each is
 * answered for itself, as new, known or refused.
 * @throws EmptyBatch, BatchTooLarge, Overloaded
 */
export async function recordPartnerTransactions(
  ctx: CommandContext,
  partnerId: string,
  { transactions, atomicity }: RecordTransactionsInput,
): Promise<Recorded> {
  const read = transactions.map((input) => transactionOf(input, partnerId));
  const good = read.filter(isTransaction);
  const isSpoilt = good.length < read.length && atomicity === "ALL_OR_NOTHING";
  const isEmpty = good.length === 0 && read.length > 0;
  const recorded = isSpoilt || isEmpty ? null : await record(ctx, good, atomicity);
  const decided = (recorded?.outcomes.flat() ?? []).values();
  const outcomes = read.map((transaction) =>
    transaction instanceof DomainError
      ? refused(transaction)
      : (decided.next().value ?? refused(new GroupSpoilt())),
  );
  return { outcomes, block: recorded?.block };
}

function record(
  ctx: CommandContext,
  transactions: PartnerTransaction[],
  atomicity: RecordTransactionsInput["atomicity"],
): Promise<Receipt> {
  return recordTransactions(ctx.services.use(ledgerService), transactions, atomicity);
}

class GroupSpoilt extends DomainError {
  constructor() {
    super("LINKED_TRANSACTION_FAILED", "Another transaction of the same group was refused");
  }
}

function isTransaction(read: PartnerTransaction | DomainError): read is PartnerTransaction {
  return !(read instanceof DomainError);
}

function refused({ code, message }: DomainError): Outcome {
  return { status: "REFUSED", code, reason: message };
}

/** What the API's types cannot say is checked by hand; the refusal is the transaction's alone. */
function transactionOf(
  input: TransactionInput,
  partnerId: string,
): PartnerTransaction | DomainError {
  try {
    assertUnicode(input);
    return { ...input, partnerId, amountMinor: amountMinorOf(input) };
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
