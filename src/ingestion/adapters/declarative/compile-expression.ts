import { Environment, type ASTNode } from "@marcbachmann/cel-js";
import { InvalidInput } from "../../../shared/input.errors.js";
import { RefusedInput } from "../refuse-input.js";

/**
 * What an expression may be at most. CEL has no loops but its macros, and none of these is let in,
 * nor any function whose result could be much longer than what it is given, nor patterns: so an
 * evaluation visits each of these nodes once, and that is its limit in steps, time and memory.
 */
export const EXPRESSION_LIMITS = {
  maxAstNodes: 200,
  maxDepth: 24,
  maxListElements: 50,
  maxMapEntries: 50,
  maxCallArguments: 8,
};

/** Functions and methods that an expression may call. */
const CALLS = new Set([
  "has",
  "size",
  "string",
  "int",
  "startsWith",
  "endsWith",
  "contains",
  "substring",
  "indexOf",
  "lastIndexOf",
  "trim",
  "lowerAscii",
  "upperAscii",
  "split",
]);

/** What an expression sees. */
export interface Scope {
  record: unknown;
  /** The item of a list within the record. */
  item: unknown;
}

export type Expression = (scope: Scope) => unknown;

const environment = new Environment({
  limits: EXPRESSION_LIMITS,
  homogeneousAggregateLiterals: false,
})
  .registerVariable("record", "dyn")
  .registerVariable("item", "dyn");

/** Compiles an expression of CEL. @throws InvalidInput when it is none, or calls what it may not */
export function compileExpression(text: string): Expression {
  const program = parsed(text);
  assertCalls(program.ast, text);
  const check = program.check();
  if (!check.valid) throw wrong(text, check.error);
  return (scope) => {
    try {
      return program(scope) as unknown;
    } catch (error) {
      const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
      const reason = `the expression "${short(text)}" has no value: ${why}`;
      throw new RefusedInput("EXPRESSION_FAILED", reason);
    }
  };
}

function parsed(text: string): ReturnType<Environment["parse"]> {
  try {
    return environment.parse(text);
  } catch (error) {
    throw wrong(text, error);
  }
}

function wrong(text: string, error: unknown): InvalidInput {
  const why = error instanceof Error ? error.message.split("\n")[0] : "it cannot be read";
  return new InvalidInput(`The expression "${short(text)}" is wrong: ${why}`, ["definition"]);
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}

/** Walks the whole tree, whose depth the parser has limited. */
function assertCalls(node: unknown, text: string): void {
  if (Array.isArray(node)) for (const part of node) assertCalls(part, text);
  if (!isNode(node)) return;
  const [called] = node.op === "call" || node.op === "rcall" ? node.args : [];
  if (typeof called === "string" && !CALLS.has(called)) {
    const known = [...CALLS].join(", ");
    const message = `The expression "${short(text)}" calls ${called}(); there are ${known}`;
    throw new InvalidInput(message, ["definition"]);
  }
  assertCalls(node.args, text);
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === "object" && value !== null && "op" in value && "args" in value;
}
