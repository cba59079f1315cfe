/** Serialization failure and deadlock: the same work may succeed when it is done again. */
const TRANSIENT = new Set(["40001", "40P01"]);

/** Whether the database gave up on a transaction only because of others that ran beside it. */
export function isTransient(error: unknown): boolean {
  const state = textField(error, "code");
  return state !== undefined && TRANSIENT.has(state);
}

/** The name of the constraint that a statement violated, or undefined for any other error. */
export function violatedConstraint(error: unknown): string | undefined {
  const state = textField(error, "code");
  return state?.startsWith("23") ? textField(error, "constraint") : undefined;
}

function textField(error: unknown, field: string): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const value: unknown = Reflect.get(error, field);
  return typeof value === "string" ? value : undefined;
}
