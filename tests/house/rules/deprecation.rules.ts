import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";

/** What of a schema was announced to end. */
export interface Deprecation {
  /** As in `Query.jobs.direction`. */
  path: string;
  reason: string;
}

const DATED = /^Since (\d{4}-\d{2}-\d{2}) until (\d{4}-\d{2}-\d{2}): \S.{8,}$/;
const LEAST_DAYS = 90;
const DAY_MS = 86_400_000;

/** Whatever ends says since when, until when and what to use instead; clients get 90 days. */
export function deprecationsAreDated(schema: GraphQLSchema): string[] {
  return deprecationsIn(schema)
    .filter(({ reason }) => !(daysOf(reason) >= LEAST_DAYS))
    .map(
      ({ path, reason }) =>
        `${path} is deprecated with "${reason}": write "Since 2026-01-31 until 2026-07-31: ` +
        `<what to use instead>", at least ${LEAST_DAYS} days apart`,
    );
}

/** Until which day something was announced to stay; null where nothing was. */
export function announcedEnd(schema: GraphQLSchema, path: string): string | null {
  const found = deprecationsIn(schema).find((deprecation) => deprecation.path === path);
  return found ? (DATED.exec(found.reason)?.[2] ?? null) : null;
}

/** All deprecations of a schema. */
function deprecationsIn(schema: GraphQLSchema): Deprecation[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    partsOf(type).flatMap(([path, { deprecationReason }]) =>
      deprecationReason == null ? [] : [{ path, reason: deprecationReason }],
    ),
  );
}

function daysOf(reason: string): number {
  const [, since = "", until = ""] = DATED.exec(reason) ?? [];
  return (Date.parse(until) - Date.parse(since)) / DAY_MS;
}

type Part = [path: string, part: { deprecationReason?: string | null }];

function partsOf(type: GraphQLNamedType): Part[] {
  if (isEnumType(type)) return within(type.name, type.getValues());
  if (isInputObjectType(type)) return within(type.name, Object.values(type.getFields()));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields());
  const args = fields.flatMap((field) => within(`${type.name}.${field.name}`, field.args));
  return [...within(type.name, fields), ...args];
}

function within(
  parent: string,
  parts: readonly { name: string; deprecationReason?: string | null }[],
): Part[] {
  return parts.map((part) => [`${parent}.${part.name}`, part]);
}
