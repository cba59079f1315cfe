import {
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  Kind,
  parse,
  print,
  visit,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** The module that all documents are in: relay-compiler wants their names to begin with it. */
export const MODULE = "House";

/**
 * What an application of Relay asks, for the whole of a schema: each list as a pagination fragment,
 * each node refetched by its id, each command, and the documents that are there already.
 */
export function relayDocuments(schema: GraphQLSchema, operations: readonly string[]): string[] {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  const refetchable = objects.filter((type) => isRefetchable(schema, type));
  return [
    ...refetchable.flatMap((type) => listsOf(type).map((list) => paginated(type, list))),
    ...refetchable.filter((type) => "id" in type.getFields()).map(refetched),
    ...commandsOf(schema).map(commanded),
    ...operations.flatMap(renamed),
  ];
}

type Field = GraphQLField<unknown, unknown>;

/** The lists of a type that need no more than the arguments of a page. */
export function listsOf(type: GraphQLObjectType): Field[] {
  return Object.values(type.getFields()).filter(
    (field) => /Connection!?$/.test(String(field.type)) && !field.args.some(isRequiredArgument),
  );
}

function isRefetchable(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  const node = schema.getType("Node");
  return type === schema.getQueryType() || (isInterfaceType(node) && schema.isSubType(node, type));
}

function paginated(type: GraphQLObjectType, list: Field): string {
  const name = `${MODULE}_${type.name}_${list.name}`;
  return `fragment ${name} on ${type.name}
    @refetchable(queryName: "${MODULE}${type.name}${list.name}PageQuery")
    @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
      ${list.name}(first: $count, after: $cursor) @connection(key: "${name}_${list.name}") {
        edges { node { __typename } } } }`;
}

function refetched(type: GraphQLObjectType): string {
  return `fragment ${MODULE}_${type.name} on ${type.name}
    @refetchable(queryName: "${MODULE}${type.name}AgainQuery") { id }`;
}

function commandsOf(schema: GraphQLSchema): Field[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {});
}

function commanded({ name, args }: Field): string {
  const type = String(args.find((arg) => arg.name === "input")?.type);
  return `mutation ${MODULE}${name}Mutation($input: ${type}) {
    ${name}(input: $input) { userErrors { code message path } } }`;
}

/** The documents of a file, under the names that relay-compiler asks for. */
function renamed(source: string): string[] {
  const suffix = { query: "Query", mutation: "Mutation", subscription: "Subscription" };
  const named = (name: string) => ({ kind: Kind.NAME, value: name }) as const;
  const document = visit(parse(source), {
    OperationDefinition: (node) => ({
      ...node,
      name: named(`${MODULE}Own${node.name?.value}${suffix[node.operation]}`),
    }),
    FragmentDefinition: (node) => ({ ...node, name: named(`${MODULE}_own_${node.name.value}`) }),
    FragmentSpread: (node) => ({ ...node, name: named(`${MODULE}_own_${node.name.value}`) }),
  });
  return document.definitions.map(print);
}
