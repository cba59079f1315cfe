import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** A convention reads a schema and answers one sentence per offence: where, what, the remedy. */
export type Convention = (schema: GraphQLSchema) => string[];

type Field = GraphQLField<unknown, unknown>;

const PAGE = { first: "Int", after: "String", last: "Int", before: "String" };
/** What a list may take besides its page, its filter and its order. */
const MORE = new Set(["atLeast"]);

/** Every list is a page of the same four arguments, with a `filter` and an `orderBy`. */
export const listsAreAlike: Convention = (schema) =>
  fieldsOf(schema)
    .filter(({ field }) => String(field.type).endsWith("Connection!"))
    .flatMap(({ path, field }) => {
      const name = getNamedType(field.type).name.replace(/Connection$/, "");
      const given = new Map(field.args.map((arg) => [arg.name, String(arg.type)]));
      const wanted: Record<string, string> = { ...PAGE, orderBy: `${name}Order` };
      const missing = Object.entries(wanted).filter(([arg, type]) => given.get(arg) !== type);
      const odd = field.args.filter(
        (arg) =>
          !(arg.name in wanted || MORE.has(arg.name) || arg.deprecationReason) &&
          !(arg.name === "filter" && String(arg.type) === `${name}Filter`),
      );
      return [
        ...missing.map(
          ([arg, type]) =>
            `${path} lacks "${arg}: ${type}": take the arguments from sortedPage() ` +
            `(src/shared/graphql/sorted-page.type.ts), or PageArgs and an order input`,
        ),
        ...odd.map(
          (arg) => `${path} takes "${arg.name}": make it a field of "filter: ${name}Filter"`,
        ),
      ];
    });

/** Orders say by what and in which direction, so that clients sort all lists alike. */
export const ordersAreAlike: Convention = (schema) =>
  inputsIn(schema)
    .filter(({ name }) => name.endsWith("Order"))
    .filter((order) => {
      const { name } = order;
      const { field, direction, ...others } = order.getFields();
      const isAlike =
        String(field?.type) === `${name}Field!` && String(direction?.type) === "OrderDirection!";
      return !isAlike || Object.keys(others).length > 0;
    })
    .map(
      ({ name }) => `${name} must be { field: ${name}Field!, direction: OrderDirection! = ASC }`,
    );

/** A list of objects is a connection, unless it is short by its nature: say why in the table. */
export function plainListsAreShort(
  schema: GraphQLSchema,
  short: Readonly<Record<string, string>>,
): string[] {
  const plain = fieldsOf(schema)
    .filter(({ parent }) => !/(Connection|Edge|Payload)$/.test(parent.name))
    .filter(({ field }) => isListType(getNullableType(field.type)))
    .filter(({ field }) => isObjectType(getNamedType(field.type)))
    .map(({ path }) => path);
  return [
    ...plain
      .filter((path) => !Object.hasOwn(short, path))
      .map(
        (path) =>
          `${path} has no pages: make it a connection (connectionOf), or, when it can never be ` +
          `long, say why in SHORT_LISTS of tests/house/schema-conventions.test.ts`,
      ),
    ...Object.keys(short)
      .filter((path) => !plain.includes(path))
      .map((path) => `SHORT_LISTS names ${path}, which is no plain list: remove it`),
  ];
}

/** Amounts that are shown are `Money`: minor units, major units and currency together. */
export const moneyIsWhole: Convention = (schema) =>
  fieldsOf(schema).flatMap(({ path, parent, field }) => {
    const type = getNamedType(field.type).name;
    if (type === "Float") return [`${path} is a Float: amounts are Money, rates are Decimal`];
    const isBare = /(Minor|[aA]mount)$/.test(field.name) && type !== "Money";
    if (!isBare || parent.name === "Money" || field.deprecationReason) return [];
    return [`${path} shows an amount as ${type}: show it as Money`];
  });

/** A command that takes an amount, or is known to move money, cannot be sent without a key. */
export function moneyMovesOnce(schema: GraphQLSchema, alsoMoving: readonly string[]): string[] {
  const commands = Object.values(schema.getMutationType()?.getFields() ?? {});
  return commands.flatMap((command) => {
    const inputs = inputsWithin(getNamedType(command.args[0]?.type));
    const fields = inputs.flatMap((input) => Object.values(input.getFields()));
    const moves =
      alsoMoving.includes(command.name) || fields.some(({ name }) => /amount/i.test(name));
    const keys = fields.filter(({ name }) => ["idempotencyKey", "externalId"].includes(name));
    if (!moves || keys.some(({ type }) => isNonNullType(type))) return [];
    return [`${command.name} moves money: its input must have "idempotencyKey: String!"`];
  });
}

/** Ids of ours are `ID`, and what has one of its own is found by `node(id)`. */
export function nodesAreFound(schema: GraphQLSchema, within: readonly string[]): string[] {
  return objectsIn(schema)
    .filter((type) => "id" in type.getFields() && !within.includes(type.name))
    .flatMap((type) => {
      const isNode = type.getInterfaces().some(({ name }) => name === "Node");
      const isId = String(type.getFields()["id"]?.type) === "ID!";
      if (isNode && isId) return [];
      return [
        `${type.name} has an id and is not found by it: implement Node with @GlobalId, and add ` +
          `it to its room's nodes`,
      ];
    });
}

function objectsIn(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith("__"));
}

function inputsIn(schema: GraphQLSchema): GraphQLInputObjectType[] {
  return Object.values(schema.getTypeMap()).filter(isInputObjectType);
}

function fieldsOf(schema: GraphQLSchema) {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((parent) =>
      Object.values(parent.getFields()).map((field: Field) => {
        return { parent, field, path: `${parent.name}.${field.name}` };
      }),
    );
}

function inputsWithin(type: unknown, seen = new Set<unknown>()): GraphQLInputObjectType[] {
  if (!isInputObjectType(type) || seen.has(type)) return [];
  seen.add(type);
  const fields = Object.values(type.getFields());
  return [type, ...fields.flatMap((field) => inputsWithin(getNamedType(field.type), seen))];
}
