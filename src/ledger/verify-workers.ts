import type { VerifySession } from "./verify-session.queries.js";

/** A part of a verification that stands for itself. */
export interface VerifyTask {
  /** How much of the whole it is, in rows. */
  rows: number;
  run(on: VerifySession): Promise<void>;
}

/**
 * Runs tasks on several connections at once. They are made as they are needed, so that a ledger of
 * any size takes the same memory. The first failure ends all of it.
 */
export async function runTasks(
  sessions: readonly VerifySession[],
  tasks: AsyncGenerator<VerifyTask>,
  options: { signal?: AbortSignal; onDone(rows: number): void },
): Promise<void> {
  let failed = false;
  const work = async (session: VerifySession) => {
    // Calls of next() queue up inside the generator: it never runs twice at a time.
    for (let next = await tasks.next(); !next.done && !failed; next = await tasks.next()) {
      options.signal?.throwIfAborted();
      await next.value.run(session);
      options.onDone(next.value.rows);
    }
  };
  const fail = (error: unknown) => {
    failed = true;
    throw error;
  };
  const ended = await Promise.allSettled(sessions.map((session) => work(session).catch(fail)));
  await tasks.return(undefined);
  const failure = ended.find((end) => end.status === "rejected");
  if (failure) throw failure.reason;
}
