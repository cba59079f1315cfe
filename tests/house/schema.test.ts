import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  validate,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from "graphql";
import { describe, expect, test } from "vitest";
import { accessRuleOf } from "../../src/app/document-permissions.js";
import { buildHubSchema } from "../../src/app/schema.js";
import { ERROR_CODES } from "../../src/shared/errors.js";
import { ALL_PERMISSIONS } from "../../src/shared/permission.rules.js";

const schema = buildHubSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const objects = types.filter(isObjectType);
const mutation = schema.getMutationType();
const commands = Object.values(mutation?.getFields() ?? {});

describe("the schema", () => {
  test("describes every type, field, argument and enum value", () => {
    expect(types.flatMap(undescribed)).toEqual([]);
  });

  test("has an access rule on every field that can be selected", () => {
    const open = types
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter((field) => {
            const rule = accessRuleOf(type, field);
            return rule !== "public" && !ALL_PERMISSIONS.some((each) => each === rule);
          })
          .map((field) => `${type.name}.${field.name}`),
      );
    expect(open).toEqual([]);
  });

  test("names every root field's rule at the field itself", () => {
    const roots = [schema.getQueryType(), mutation, schema.getSubscriptionType()];
    const silent = roots
      .filter((root) => root != null)
      .flatMap((root) => Object.values(root.getFields()))
      .filter((field) => !("requires" in field.extensions))
      .map((field) => field.name);
    expect(silent).toEqual([]);
  });

  test("emits every error code", () => {
    const codes = schema.getType("ErrorCode");
    expect(
      isEnumType(codes) &&
        codes
          .getValues()
          .map((value) => value.name)
          .toSorted(),
    ).toEqual(ERROR_CODES.toSorted());
  });
});

describe("a command", () => {
  test.each(commands)("$name has an example that is valid", ({ name, description }) => {
    const example = /```graphql\n([\s\S]+?)\n```/.exec(description ?? "")?.[1];
    const document = parse(example ?? "");
    expect(validate(schema, document).map((problem) => problem.message)).toEqual([]);
    expect(example).toContain(name);
  });

  test.each(commands)("$name answers refusals in userErrors, all else nullable", (command) => {
    const payload = payloadOf(command.type);
    const { userErrors, ...others } = payload?.getFields() ?? {};
    expect(String(userErrors?.type)).toBe("[UserError!]!");
    const required = Object.values(others).filter((field) => isNonNullType(field.type));
    expect(required.map((field) => field.name)).toEqual([]);
  });

  test.each(commands)("$name takes one input and has its effect once", (command) => {
    expect(command.args.map((arg) => arg.name)).toEqual(["input"]);
    // Opening what is open already, and closing what is closed, are idempotent by their nature;
    // each reading of an account's number goes on record, also the second.
    const natural = ["openAccount", "closeAccount", "openWallet", "revealPayoutAccount"].includes(
      command.name,
    );
    const names = inputsOf(command.args[0]?.type).flatMap((type) => Object.keys(type.getFields()));
    const keys = names.filter((name) => ["idempotencyKey", "externalId"].includes(name));
    expect(natural || keys.length > 0).toBe(true);
  });
});

describe("a list", () => {
  const connections = objects.filter((type) => type.name.endsWith("Connection"));

  test.each(connections)("$name follows Relay's specification", (connection) => {
    const fields = connection.getFields();
    expect(String(fields["pageInfo"]?.type)).toBe("PageInfo!");
    expect(String(fields["edges"]?.type)).toMatch(/^\[\w+Edge!\]!$/);
    expect(String(fields["totalCount"]?.type)).toBe("Int!");
  });
});

/** An input type and those within it. */
function inputsOf(type: unknown): GraphQLInputObjectType[] {
  if (isNonNullType(type) || isListType(type)) return inputsOf(type.ofType);
  if (!isInputObjectType(type)) return [];
  return [type, ...Object.values(type.getFields()).flatMap((field) => inputsOf(field.type))];
}

function payloadOf(type: unknown): GraphQLObjectType | null {
  const inner = isNonNullType(type) ? type.ofType : type;
  return isObjectType(inner) && !isListType(inner) ? inner : null;
}

function undescribed(type: GraphQLNamedType): string[] {
  const own = type.description ? [] : [type.name];
  return [...own, ...partsOf(type).flatMap(([name, part]) => (part.description ? [] : [name]))];
}

type Part = [name: string, part: { description?: string | null }];

function partsOf(type: GraphQLNamedType): Part[] {
  if (isEnumType(type))
    return type.getValues().map((value) => [`${type.name}.${value.name}`, value]);
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field]);
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field): Part[] => [
    [`${type.name}.${field.name}`, field],
    ...field.args.map((arg): Part => [`${type.name}.${field.name}(${arg.name})`, arg]),
  ]);
}
