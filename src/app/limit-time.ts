import type { ExecutionResult } from "graphql";
import { DomainError } from "../shared/errors.js";
import { CountedSql } from "./charge-operation.js";
import { asGraphQLError } from "./present-result.js";

/** How long an operation with one answer may take; a statement of it, as long. */
export const OPERATION_LIMIT_MS = 30_000;

class OperationTooSlow extends DomainError {
  constructor(limitMs: number) {
    super(
      "OVERLOADED",
      `The operation took longer than ${limitMs / 1_000} seconds and was given up: ask for less, ` +
        "or send the same command again under the same idempotency key",
    );
  }
}

/**
 * What is executed, or that it took too long: from then on nothing more is read for it. A command
 * that was begun comes to its end, and is answered under its key.
 */
export async function withinTime<T extends { result: ExecutionResult }>(
  executed: Promise<T>,
  contextValue: unknown,
  givenUp: (result: ExecutionResult) => T,
  limitMs = OPERATION_LIMIT_MS,
): Promise<T> {
  const late = Promise.withResolvers<T>();
  const timer = setTimeout(() => {
    const error = new OperationTooSlow(limitMs);
    const sql: unknown = Reflect.get(Object(contextValue) as object, "sql");
    if (sql instanceof CountedSql) sql.stop(error);
    late.resolve(givenUp({ data: null, errors: [asGraphQLError(error)] }));
  }, limitMs);
  try {
    return await Promise.race([executed, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
