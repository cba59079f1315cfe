import { CriticalityLevel, diff, type Change } from "@graphql-inspector/core";
import type { GraphQLSchema } from "graphql";
import { announcedEnd } from "./deprecation.rules.js";

/** A break of the released contract that was decided on: schema/accepted-breaks.json. */
export interface AcceptedBreak {
  /** What kind of change it is, as in `FIELD_REMOVED`. */
  change: string;
  /** Where, as in `Query.partners`. */
  path: string;
  /** The day of the decision. */
  on: string;
  /** Why clients have to bear it. */
  reason: string;
}

/** A released contract and what is to follow it. */
export interface Succession {
  released: GraphQLSchema;
  next: GraphQLSchema;
  accepted: readonly AcceptedBreak[];
}

const LIST = "schema/accepted-breaks.json";

/** What clients of the released contract rely on stays, unless its end was decided on. */
export async function contractIsKept(succession: Succession): Promise<string[]> {
  const { released, next, accepted } = succession;
  const breaks = (await diff(released, next)).filter(isBreak);
  return [
    ...breaks.filter((each) => !accepted.some((entry) => isAbout(entry, each))).map(refusalOf),
    ...accepted.flatMap((entry) => doubtsAbout(entry, breaks, released)),
  ];
}

/** Another default breaks clients as well, and none of them is told. */
function isBreak({ type, criticality }: Change): boolean {
  return criticality.level === CriticalityLevel.Breaking || /_DEFAULT_(VALUE_)?CHANGED$/.test(type);
}

function isAbout(entry: AcceptedBreak, { type, path = "" }: Change): boolean {
  return entry.change === String(type) && entry.path === path;
}

function refusalOf({ type, path = "", message }: Change): string {
  const entry = JSON.stringify({ change: type, path, on: "<today>", reason: "<why>" });
  return (
    `${path}: ${message}. This breaks clients of schema/released.graphql: keep it, and announce ` +
    `its end with deprecationReason "Since <today> until <day>: <what to use instead>"; or, ` +
    `where it must break, add ${entry} to ${LIST}`
  );
}

function doubtsAbout(
  entry: AcceptedBreak,
  breaks: readonly Change[],
  released: GraphQLSchema,
): string[] {
  const where = `${LIST}: ${entry.change} ${entry.path}`;
  if (!breaks.some((change) => isAbout(entry, change))) {
    return [`${where} breaks nothing: remove the entry`];
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(entry.on) || entry.reason.trim().length < 10) {
    return [`${where} needs the day of the decision in "on", and in "reason" why clients bear it`];
  }
  const until = announcedEnd(released, entry.path);
  if (until === null || entry.on >= until) return [];
  return [`${where} was announced to stay until ${until}: keep it until then`];
}
