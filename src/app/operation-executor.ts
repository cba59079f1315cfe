import {
  execute,
  getOperationAST,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import type { Log } from "../shared/log.js";
import { withinTime } from "./limit-time.js";

/** How often an operation is interpreted before it is compiled: most of a stranger's come once. */
const COMPILED_FROM_USE = 3;
/** How many operations are remembered, compiled or counted. */
const REMEMBERED = 1_000;

type Operation = Pick<
  ExecutionArgs,
  "document" | "operationName" | "variableValues" | "contextValue"
>;

/** What is known of an operation: how often it came, and what it was compiled to. */
interface Known {
  uses: number;
  compiled?: CompiledQuery | null;
}

/** A result, and the fastest way to its text. */
export interface Executed {
  result: ExecutionResult;
  /** The result's text. */
  text(): string;
}

/**
 * Executes queries and mutations: those that come again are compiled to JavaScript (graphql-jit),
 * all others and what cannot be compiled are interpreted (graphql-js). The answers are the same.
 */
export class OperationExecutor {
  readonly #schema: GraphQLSchema;
  readonly #log: Log;
  readonly #known = new Map<OperationDefinitionNode, Known>();

  constructor(schema: GraphQLSchema, log: Log) {
    this.#schema = schema;
    this.#log = log;
  }

  /** @param operation validated and permitted, no subscription */
  async execute(operation: Operation): Promise<ExecutionResult> {
    return (await this.executed(operation)).result;
  }

  /** As `execute`, for whoever sends the text. */
  executed(operation: Operation): Promise<Executed> {
    return withinTime(this.#executed(operation), operation.contextValue, interpretedResult);
  }

  async #executed(operation: Operation): Promise<Executed> {
    const compiled = this.#compiled(operation);
    if (!compiled) return this.#interpreted(operation);
    const { contextValue, variableValues } = operation;
    const result = await compiled.query(undefined, contextValue, variableValues ?? {});
    // Refused variables: nothing was executed, and the interpreter says it as the API always does.
    if (!("data" in result)) return this.#interpreted(operation);
    return { result, text: () => compiled.stringify(result) };
  }

  async #interpreted(operation: Operation): Promise<Executed> {
    return interpretedResult(await execute({ schema: this.#schema, ...operation }));
  }

  #compiled({ document, operationName }: Operation): CompiledQuery | null {
    const operation = getOperationAST(document, operationName);
    if (!operation) return null;
    const known = this.#remembered(operation);
    known.uses += 1;
    if (known.uses < COMPILED_FROM_USE) return null;
    return (known.compiled ??= this.#compile(operation, { document, operationName }));
  }

  #remembered(operation: OperationDefinitionNode): Known {
    const before = this.#known.get(operation);
    if (before) return before;
    const known: Known = { uses: 0 };
    this.#known.set(operation, known);
    // The first of the map is the oldest: one that is still used is compiled anew, and is the last.
    const [oldest] = this.#known.keys();
    if (oldest && this.#known.size > REMEMBERED) this.#known.delete(oldest);
    return known;
  }

  #compile(
    operation: OperationDefinitionNode,
    { document, operationName }: Pick<Operation, "document" | "operationName">,
  ): CompiledQuery | null {
    const compiled = compileQuery(this.#schema, document, operationName ?? undefined);
    if (isCompiledQuery(compiled)) return compiled;
    const name = operation.name?.value;
    this.#log.warn({ operation: name }, "an operation could not be compiled and is interpreted");
    return null;
  }
}

function interpretedResult(result: ExecutionResult): Executed {
  return { result, text: () => JSON.stringify(result) };
}
