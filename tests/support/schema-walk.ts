import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";

/** Gives the value of an id, by the name of its argument and of the field or type it stands in. */
export type IdOf = (name: string, of: string) => unknown;

const SCALARS: Record<string, unknown> = {
  Int: 1,
  Float: 1.5,
  Boolean: true,
  String: "text",
  Int64: "1",
  Decimal: "1.5",
  DateTime: "2025-02-03T00:00:00Z",
  Date: "2025-02-03",
  Currency: "EUR",
};

/** Writes documents of the schema's fields, so that none is left out. */
export class SchemaWalk {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly idOf: IdOf,
    /** Values of scalars and inputs that are of a kind of their own, by type. */
    private readonly known: Record<string, unknown> = {},
  ) {}

  /** A field with its arguments and all that it shows, some levels deep. */
  fieldText(field: GraphQLField<unknown, unknown>, depth: number, more: object = {}): string {
    const required = field.args.filter(({ type }) => isNonNullType(type));
    const given = Object.fromEntries(
      required.map((argument) => [argument.name, this.#valueOf(argument, field.name)]),
    );
    const sized = field.args.some(({ name }) => name === "first") ? { first: 3 } : {};
    const values = Object.entries({ ...sized, ...given, ...more });
    const text = values.map(([name, value]) => `${name}: ${this.#literal(field, name, value)}`);
    const list = text.length > 0 ? `(${text.join(", ")})` : "";
    return `${field.name}${list}${this.selection(getNamedType(field.type), depth)}`;
  }

  /** The selections of a type; none for a leaf. */
  selection(type: GraphQLNamedType, depth: number, above: readonly string[] = []): string {
    if (isLeafType(type)) return "";
    if (isAbstractType(type)) return this.#ofPossible(type, depth, above);
    if (!isObjectType(type)) return "";
    const shown = Object.values(type.getFields())
      .map((field) => this.#shown(field, depth, [...above, type.name]))
      .filter((text) => text !== "");
    return ` { __typename ${shown.join(" ")} }`;
  }

  #shown(field: GraphQLField<unknown, unknown>, depth: number, above: readonly string[]): string {
    const type = getNamedType(field.type);
    // What leads back is shown where it begins, and edges show the nodes once more.
    if (above.includes(type.name) || field.name === "edges") return "";
    if (isLeafType(type) && field.args.length === 0) return field.name;
    if (depth === 0 && !isPart(type)) return "";
    const inner = new SchemaWalk(this.schema, this.idOf, this.known);
    const text = inner.fieldText(field, 0);
    const head = text.slice(0, text.length - this.selection(type, 0).length);
    return `${head}${this.selection(type, isPart(type) ? depth : depth - 1, above)}`;
  }

  #ofPossible(type: GraphQLNamedType, depth: number, above: readonly string[]): string {
    if (!isAbstractType(type)) return "";
    // Fields of one name are of different types in different things.
    if (type.name === "Node") return " { __typename id }";
    const parts = this.schema
      .getPossibleTypes(type)
      .map((each) => `... on ${each.name}${this.selection(each, depth, above)}`);
    return ` { __typename ${parts.join(" ")} }`;
  }

  /** The arguments, and the fields of their inputs, that take an id and may be left out. */
  optionalIds(field: GraphQLField<unknown, unknown>): object[] {
    return field.args
      .filter(({ type }) => !isNonNullType(type))
      .flatMap((argument) => {
        const type = getNamedType(argument.type);
        if (type.name === "ID" || argument.name === "code") {
          return [{ [argument.name]: this.#valueOf(argument, field.name) }];
        }
        if (!isInputObjectType(type)) return [];
        return Object.values(type.getFields())
          .filter((each) => getNamedType(each.type).name === "ID")
          .map((each) => ({ [argument.name]: { [each.name]: this.#valueOf(each, field.name) } }));
      });
  }

  /** An input with all that it must have, and every id that it may have. */
  input(type: GraphQLInputType, of: string): unknown {
    const inner = isNonNullType(type) ? type.ofType : type;
    if (isListType(inner)) return [this.input(inner.ofType, of)];
    const named = getNamedType(inner);
    if (named.name in this.known) return this.known[named.name];
    if (isEnumType(named)) return named.getValues()[0]?.name;
    if (!isInputObjectType(named)) return SCALARS[named.name];
    const wanted = Object.values(named.getFields()).filter(
      (field) => isNonNullType(field.type) || getNamedType(field.type).name === "ID",
    );
    return Object.fromEntries(wanted.map((field) => [field.name, this.#valueOf(field, of)]));
  }

  #valueOf({ name, type }: GraphQLArgument | GraphQLInputField, of: string): unknown {
    if (getNamedType(type).name !== "ID" && name !== "code") return this.input(type, of);
    const id = this.idOf(name, of);
    const inner = isNonNullType(type) ? type.ofType : type;
    return isListType(inner) && !Array.isArray(id) ? [id] : id;
  }

  #literal(field: GraphQLField<unknown, unknown>, name: string, value: unknown): string {
    const argument = field.args.find((each) => each.name === name);
    return literalOf(value, argument?.type);
  }
}

/** Pages and edges are no level of their own. */
function isPart({ name }: GraphQLNamedType): boolean {
  return name.endsWith("Connection") || name.endsWith("Edge") || name === "PageInfo";
}

/** A value as it is written in a document. */
function literalOf(value: unknown, type: GraphQLInputType | undefined): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (Array.isArray(value)) {
    const item = isListType(inner) ? inner.ofType : inner;
    return `[${value.map((each) => literalOf(each, item)).join(", ")}]`;
  }
  const named = inner && getNamedType(inner);
  if (isEnumType(named)) return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = isInputObjectType(named) ? named.getFields() : {};
  const parts = Object.entries(value).map(
    ([name, each]) => `${name}: ${literalOf(each, fields[name]?.type)}`,
  );
  return `{${parts.join(", ")}}`;
}
