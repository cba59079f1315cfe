import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from "graphql";
import {
  assertWithinLimits,
  DOCUMENT_LIMITS,
  DocumentTooLarge,
  MAX_TOKENS,
} from "./document-limits.js";

/** How many characters of documents are remembered with what was made of them. */
const REMEMBERED_CHARACTERS = 2 * 1024 * 1024;

/** A document that was parsed within the limits. */
interface Known {
  readonly document: DocumentNode;
  /** What the validation found, when it was asked. */
  problems?: readonly GraphQLError[];
}

/** Reads documents once: parsed, held against the limits and validated, then remembered. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #known = new Map<string, Known>();
  #characters = 0;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** @throws DocumentTooLarge, or a GraphQLError for what is no document */
  assertReadable(source: string): void {
    this.#read(source);
  }

  /**
   * The document, or what is wrong with it.
   * @throws DocumentTooLarge, or a GraphQLError for what is no document
   */
  validated(source: string): { document: DocumentNode } | { problems: readonly GraphQLError[] } {
    const known = this.#read(source);
    known.problems ??= validate(this.#schema, known.document).map(asProblem);
    return known.problems.length > 0 ? { problems: known.problems } : { document: known.document };
  }

  #read(source: string): Known {
    const before = this.#known.get(source);
    const known = before ?? { document: parseWithinLimits(source) };
    // Taken out and put back, so that the first of the map is the one that was used longest ago.
    if (before) this.#known.delete(source);
    else this.#characters += source.length;
    this.#known.set(source, known);
    this.#forgetOldest();
    return known;
  }

  #forgetOldest(): void {
    for (const source of this.#known.keys()) {
      if (this.#characters <= REMEMBERED_CHARACTERS) return;
      this.#known.delete(source);
      this.#characters -= source.length;
    }
  }
}

function parseWithinLimits(source: string): DocumentNode {
  const document = parseWithinTokens(source);
  assertWithinLimits(document);
  return document;
}

function parseWithinTokens(source: string): DocumentNode {
  try {
    return parse(source, { maxTokens: MAX_TOKENS });
  } catch (error) {
    // The parser calls itself for each bracket; one that gives up has used up the stack.
    if (error instanceof RangeError) {
      throw new DocumentTooLarge("levels", "far too many", DOCUMENT_LIMITS.depth);
    }
    throw error instanceof GraphQLError ? withCode(error, "GRAPHQL_PARSE_FAILED") : error;
  }
}

function asProblem(error: GraphQLError): GraphQLError {
  return withCode(error, "GRAPHQL_VALIDATION_FAILED");
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}
