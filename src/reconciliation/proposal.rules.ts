import type { BreakKind } from "./judge.rules.js";
import { magnitude, type FieldDifference } from "./item.rules.js";

/** What may be done about a break. */
export const RESOLUTION_ACTIONS = ["ADJUST", "WAIT", "ACCEPT", "REVERSE", "WRITE_OFF"] as const;
export type ResolutionAction = (typeof RESOLUTION_ACTIONS)[number];

/** What a break is about: one item, or what a statement says as a whole. */
export const BREAK_SUBJECTS = ["ITEM", "BALANCE", "CONTINUITY", "POSITION"] as const;
export type BreakSubject = (typeof BREAK_SUBJECTS)[number];

/** What a proposal looks at. */
export interface ProposalCase {
  subject: BreakSubject;
  kind: BreakKind;
  isOurs: boolean;
  /** Theirs less ours, in minor units. */
  differenceMinor: bigint;
  fields: readonly FieldDifference[];
  writeOffLimit: bigint;
}

/** What is likely to be right; a person decides. */
export function proposalFor(one: ProposalCase): ResolutionAction {
  if (one.subject !== "ITEM") return "WAIT";
  if (one.kind === "DUPLICATE") return one.isOurs ? "REVERSE" : "ACCEPT";
  if (one.kind === "MISSING_OURS") return "ADJUST";
  if (one.kind === "MISSING_THEIRS") return "WAIT";
  if (!one.fields.some(({ field }) => field === "amount")) return "ACCEPT";
  return magnitude(one.differenceMinor) <= one.writeOffLimit ? "WRITE_OFF" : "ADJUST";
}

/** What can be done about a break at all. */
export function isPossible(
  action: ResolutionAction,
  of: Pick<ProposalCase, "subject" | "kind" | "isOurs" | "differenceMinor">,
): boolean {
  if (action === "ACCEPT" || action === "WAIT") return true;
  if (of.subject !== "ITEM") return false;
  if (action === "REVERSE") return of.isOurs;
  return of.differenceMinor !== 0n;
}
