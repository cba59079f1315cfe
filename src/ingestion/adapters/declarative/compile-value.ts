import { RefusedInput } from "../refuse-input.js";
import type { MappedDefinition, SourceDefinition } from "./adapter-definition.js";
import { compileExpression, type Scope } from "./compile-expression.js";

/**
 * Finds a field of a record by its name or path, once for all records; "" is the whole record as an
 * object.
 */
export type FieldAccess = (path: string) => (record: unknown) => unknown;

/** Gets a value out of a record; undefined where there is none. */
export type ValueReader = (scope: Scope) => unknown;
export type TextReader = (scope: Scope) => string | undefined;

const ITEM = "item.";

/** A path of names through objects and lists ("data.0.id"); nothing inherited is seen. */
export const objectAccess: FieldAccess = (path) => {
  if (path === "") return (record) => record;
  const steps = path.split(".");
  const [first = "", second = ""] = steps;
  if (steps.length === 1) return (record) => own(record, first);
  if (steps.length === 2) return (record) => own(own(record, first), second);
  return (record) => steps.reduce(own, record);
};

function own(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** @throws InvalidInput for a wrong expression */
export function compileValue(source: SourceDefinition, access: FieldAccess): ValueReader {
  if ("const" in source) return () => source.const;
  if ("expression" in source) return compileScoped(source.expression, access);
  const { from, else: otherwise } = source;
  const fields = (Array.isArray(from) ? from : [from]).map((path) => fieldOf(path, access));
  const [first] = fields;
  if (first === undefined) return () => otherwise;
  if (fields.length === 1) return (scope) => given(first(scope)) ?? otherwise;
  return (scope) => {
    const parts = fields.map((field) => given(field(scope)));
    return parts.includes(undefined) ? otherwise : parts.map(String).join(" ");
  };
}

/** An expression over the record as an object. @throws InvalidInput */
export function compileScoped(text: string, access: FieldAccess): ValueReader {
  const whole = access("");
  const run = compileExpression(text);
  return ({ record, item }) => {
    const object = whole(record);
    return run({ record: object, item: item === record ? object : item });
  };
}

function fieldOf(path: string, access: FieldAccess): ValueReader {
  if (!path.startsWith(ITEM)) {
    const read = access(path);
    return ({ record }) => read(record);
  }
  const read = objectAccess(path.slice(ITEM.length));
  return ({ item }) => read(item);
}

/** An empty field says nothing. */
function given(value: unknown): unknown {
  return value === "" || value === null ? undefined : value;
}

export function compileText(source: SourceDefinition, access: FieldAccess): TextReader {
  const read = compileValue(source, access);
  return (scope) => toText(read(scope));
}

/** A text, number or truth value as text; lists and objects are none. */
export function toText(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() || undefined;
  if (value === null || value === undefined) return undefined;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
    return String(value);
  }
  throw new RefusedInput("EXPRESSION_FAILED", `a ${typeof value} stands where a text is expected`);
}

/** @throws InvalidInput; the reader: RefusedInput UNKNOWN_TYPE */
export function compileMapped(source: MappedDefinition, access: FieldAccess): TextReader {
  if (!("map" in source)) return compileText(source, access);
  const { map, otherwise } = source;
  const known = new Map(Object.entries(map));
  const read = compileText({ from: source.from }, access);
  return (scope) => {
    const text = read(scope);
    if (text === undefined) return undefined;
    const value = known.get(text);
    if (value !== undefined) return value;
    if (otherwise === "KEEP") return text;
    if (otherwise !== undefined) return otherwise.const;
    throw new RefusedInput("UNKNOWN_TYPE", `"${text.slice(0, 60)}" is not in the map`);
  };
}
