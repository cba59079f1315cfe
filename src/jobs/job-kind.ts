import type { CommandContext } from "../shared/commands/command-context.js";
import type { Json } from "../shared/tagged-json.js";
import type { JobKindName } from "./job.rules.js";

/** A job that is due, or will be. */
export interface PlannedJob {
  /** What it is about: there is one job of a kind for each subject, ever. */
  subject: string;
  partnerId: string | null;
  dueAt: Date;
  input: Json;
}

/** A kind of job, as the room that knows the work offers it. */
export interface JobKind {
  readonly kind: JobKindName;
  /** What there is to do, now or later; what was planned before may be named again. */
  plan(ctx: CommandContext): Promise<PlannedJob[]>;
  /**
   * Does the work. It may have been begun before, by a node that is gone: it goes on from there.
   * @throws DomainError when a person has to look at it
   */
  run(ctx: CommandContext, input: Json): Promise<void>;
}
