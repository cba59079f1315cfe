import { getOperationAST } from "graphql";
import type { Sql } from "../shared/database/sql.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { AskedOperation } from "./admit-operation.js";
import type { OperationCosts } from "./operation-cost.js";
import type { Budget, RequestBudget } from "./request-budget.js";

/** What an operation may cost, taken from the credential's budget. */
export interface Charge {
  requested: number;
  budget: Budget;
}

/** What an answer says of its cost, as `extensions.cost`. */
export interface CostReport {
  /** Rows that it might have read, and one for itself. */
  requested: number;
  /** Rows that it read, and one for itself. */
  actual: number;
  /** What the credential may spend until `resetAt`. */
  remaining: number;
  resetAt: Date;
}

export interface Charging {
  costs: OperationCosts;
  budget: RequestBudget;
}

/** The statements of one request, and how many rows they answered. */
export class CountedSql implements Sql {
  rowsRead = 0;
  readonly #sql: Sql;
  #stopped: Error | null = null;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async rows<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    if (this.#stopped) throw this.#stopped;
    const rows = await this.#sql.rows<Row>(text, values);
    this.rowsRead += rows.length;
    return rows;
  }

  /** Nothing more is read, and why. */
  stop(reason: Error): void {
    this.#stopped = reason;
  }
}

/**
 * Takes what an operation may cost from the credential's budget; null when there is nothing to
 * execute. @throws OperationTooCostly, RateLimited
 */
export async function chargeOperation(
  { costs, budget }: Charging,
  { actor }: RequestContext,
  { document, operationName, variables }: AskedOperation,
): Promise<Charge | null> {
  const operation = getOperationAST(document, operationName);
  if (!operation) return null;
  const requested = costs.requested(document, operation, variables);
  return { requested, budget: await budget.spend(actor, requested) };
}

/** Gives back what was not read, once an operation is executed. */
export function settleCharge(
  { budget }: Charging,
  { actor, sql }: RequestContext,
  { requested, budget: { remaining, resetAt } }: Charge,
): CostReport {
  const read = sql instanceof CountedSql ? sql.rowsRead : 0;
  const actual = Math.min(requested, 1 + read);
  const left = requested - actual;
  budget.giveBack(actor, left);
  return { requested, actual, remaining: remaining + left, resetAt };
}
