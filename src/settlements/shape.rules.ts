import { InvalidInput } from "../shared/input.errors.js";
import { checkAll, readAll } from "./check-all.rules.js";
import { TooManyTerms, type TermPath } from "./terms.errors.js";

/** Takes a value of plain JSON for what it should be. @throws DomainError with the path */
export type Reader<T> = (value: unknown, path: TermPath) => T;

/** One line of text, from 1 to so many characters. */
export function text(limit: number): Reader<string> {
  return (value, path) => {
    const fits = typeof value === "string" && value.length > 0 && value.length <= limit;
    if (fits && value.isWellFormed() && !/\p{Cc}/u.test(value)) return value;
    throw new InvalidInput(`One line of 1 to ${limit} characters is expected`, path);
  };
}

export function choice<T extends string>(...choices: readonly T[]): Reader<T> {
  return (value, path) => {
    const chosen = choices.find((each) => each === value);
    if (chosen !== undefined) return chosen;
    throw new InvalidInput(`One of ${choices.join(", ")} is expected`, path);
  };
}

export function flag(value: unknown, path: TermPath): boolean {
  if (typeof value === "boolean") return value;
  throw new InvalidInput("true or false is expected", path);
}

/** A whole number of days and the like; never money. */
export function wholeNumber(least: number, most: number): Reader<number> {
  return (value, path) => {
    const whole = typeof value === "number" && Number.isInteger(value);
    if (whole && value >= least && value <= most) return value;
    throw new InvalidInput(`A whole number from ${least} to ${most} is expected`, path);
  };
}

export function list<T>(item: Reader<T>, limit: number): Reader<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new InvalidInput("A list is expected", path);
    if (value.length > limit) throw new TooManyTerms(limit, path);
    return readAll(value.map((each, index) => () => item(each, [...path, index])));
  };
}

/** Left out, it is what both sides take for granted. */
export function optional<T>(reader: Reader<T>, fallback: NoInfer<T>): Reader<T> {
  return (value, path) => (value === undefined ? fallback : reader(value, path));
}

export function nullable<T>(reader: Reader<T>): Reader<T | null> {
  return (value, path) => (value == null ? null : reader(value, path));
}

type Fields<T> = { readonly [K in keyof T]-?: Reader<T[K]> };

/** An object with these fields and no other: what is not understood would not be agreed. */
export function record<T extends object>(fields: Fields<T>): Reader<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  return (value, path) => {
    const given = fieldsOf(value, path);
    const unknown = Object.keys(given).filter((name) => !names.some((each) => each === name));
    let read: (readonly [string, unknown])[] = [];
    checkAll(...unknown.map((name) => () => refuseUnknown(name, names, path)), () => {
      read = readAll(
        names.map((name) => () => [name, fields[name](given[name], [...path, name])] as const),
      );
    });
    return Object.fromEntries(read) as T;
  };
}

function refuseUnknown(name: string, names: readonly string[], path: TermPath): never {
  const shown = name.slice(0, 64);
  throw new InvalidInput(`"${shown}" is none of ${names.join(", ")}`, [...path, shown]);
}

/** An object whose field `tag` says which of several it is. */
export function variant<Tag extends string, T extends { [K in Tag]: string }>(
  tag: Tag,
  readers: { readonly [V in T[Tag]]: Reader<T> },
): Reader<T> {
  const tags = choice(...(Object.keys(readers) as T[Tag][]));
  return (value, path) => {
    const chosen = tags(fieldsOf(value, path)[tag], [...path, tag]);
    return readers[chosen](value, path);
  };
}

function fieldsOf(value: unknown, path: TermPath): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new InvalidInput("An object is expected", path);
}
