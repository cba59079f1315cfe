import type { Outcome, PartnerTransaction } from "../ledger/index.js";
import { DomainError, type ErrorCode } from "../shared/errors.js";
import { encodeId } from "../shared/graphql/global-id.js";
import { InvalidInput } from "../shared/input.errors.js";
import { UnreadableLine, type Line } from "./split-lines.js";
import { transactionOf } from "./transaction-input.rules.js";

/** Lines that are posted together, and the answer of each. Lines count from 1 over the stream. */
export class LineGroup {
  readonly transactions: PartnerTransaction[] = [];
  /** For each line its refusal, or null where the ledger's outcome is the answer. */
  private readonly refusals: (DomainError | null)[] = [];

  constructor(private readonly firstLine: number) {}

  get size(): number {
    return this.refusals.length;
  }

  get nextLine(): number {
    return this.firstLine + this.refusals.length;
  }

  add(line: Line, partnerId: string): void {
    try {
      this.transactions.push(transactionOf(jsonOf(line), partnerId));
      this.refusals.push(null);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.refusals.push(error);
    }
  }

  /** @param outcomes those of `transactions`, in order */
  answers(outcomes: readonly Outcome[]): string {
    let text = "";
    let posted = 0;
    for (const [index, refusal] of this.refusals.entries()) {
      const outcome = refusal ? undefined : outcomes[posted++];
      text += answer(this.firstLine + index, outcome, refusal);
    }
    return text;
  }

  /** The answers when none of the transactions was taken. */
  refuseAll({ code, message }: DomainError): string {
    return this.answers(
      this.transactions.map(() => ({ status: "REFUSED", code, reason: message })),
    );
  }
}

function jsonOf(line: Line): unknown {
  if (line instanceof UnreadableLine) throw new InvalidInput(line.reason);
  try {
    return JSON.parse(line);
  } catch {
    throw new InvalidInput("The line is not JSON");
  }
}

function answer(line: number, outcome: Outcome | undefined, refusal: DomainError | null): string {
  if (refusal) return refused(line, refusal.code, refusal.message);
  if (!outcome) throw new Error(`The ledger gave no outcome for line ${line}`);
  if (outcome.status === "REFUSED") return refused(line, outcome.code, outcome.reason);
  const transactionId = encodeId("txn", outcome.transactionId);
  return `{"line":${line},"status":"${outcome.status}","transactionId":"${transactionId}"}\n`;
}

function refused(line: number, code: ErrorCode, reason: string): string {
  const why = JSON.stringify(reason);
  return `{"line":${line},"status":"REFUSED","code":"${code}","reason":${why}}\n`;
}
