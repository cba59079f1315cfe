import "reflect-metadata";
import { registerEnumType } from "type-graphql";

/**
 * Declares a GraphQL enum of the values of a union type, each with its description. A total map: a
 * new value does not compile until it is described.
 * @returns what `@Field(() => ...)` takes
 */
export function enumOf<Value extends string>(
  name: string,
  description: string,
  values: Record<Value, string>,
): { [Name in Value]: Name } {
  const names = Object.keys(values) as Value[];
  const object = Object.fromEntries(names.map((value) => [value, value])) as {
    [Name in Value]: Name;
  };
  const valuesConfig: Partial<Record<Value, { description: string }>> = {};
  for (const value of names) valuesConfig[value] = { description: values[value] };
  registerEnumType(object, { name, description, valuesConfig });
  return object;
}
