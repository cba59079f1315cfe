import type { CommandContext } from "../shared/commands/command-context.js";
import type { Work } from "../shared/commands/work.js";
import { AlertRaised, AlertResolved } from "./alert.events.js";
import { insertAlert, resolveCause } from "./alert.queries.js";
import type { AlertKind } from "./alert.rules.js";

/** What an alert is about: one that says the same is raised once until it is resolved. */
export interface AlertCause {
  kind: AlertKind;
  /** The id of what it is about. */
  subject: string;
  partnerId: string | null;
}

/** Raises an alert with the work in hand: it waits for a person, and is told after the commit. */
export async function raiseAlert(
  { ids, clock }: Pick<CommandContext, "ids" | "clock">,
  work: Work,
  { kind, subject, partnerId, message }: AlertCause & { message: string },
): Promise<void> {
  const id = ids.next();
  const alert = { id, kind, subject, partnerId, message, raisedAt: clock.now() };
  if (await insertAlert(work.sql, alert)) work.record(new AlertRaised(id, kind, subject, message));
}

/** Resolves the alert of a cause that is gone, if there is one. */
export async function settleAlert(
  { actor, clock }: Pick<CommandContext, "actor" | "clock">,
  work: Work,
  { kind, subject, resolution }: Pick<AlertCause, "kind" | "subject"> & { resolution: string },
): Promise<void> {
  const by = { at: clock.now(), name: actor.name, resolution };
  for (const id of await resolveCause(work.sql, { kind, subject }, by)) {
    work.record(new AlertResolved(id, resolution));
  }
}
