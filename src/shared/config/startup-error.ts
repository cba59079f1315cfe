/**
 * Why the hub cannot start, and what the person who started it can do about it. No stack is shown.
 */
export class StartupError extends Error {
  override readonly name: string = "StartupError";
  constructor(
    problem: string,
    readonly remedy: string,
    readonly exitCode = 1,
    options?: ErrorOptions,
  ) {
    super(`${problem}${problem.includes("\n") ? "\n" : " "}${remedy}`, options);
  }
}

/** The system's code of a failed call (EACCES, ENOENT, 28P01 ...), or undefined. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
