import { execute, type ExecutionArgs, type ExecutionResult, type GraphQLSchema } from "graphql";
import { scopeText } from "../shared/graphql/commit-cursor.js";
import { Loaders } from "../shared/graphql/loaders.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { OpenStream } from "./balance-streams.js";
import type { BalancesArgs } from "./balances.input.js";
import { LiveFrame, type Outlet, type Render } from "./live-frame.js";
import type { JobsArgs, PositionsArgs, SettlementsArgs } from "./rows.input.js";
import { coerce, planOf } from "./subscription-plan.js";
import type { TransactionsArgs } from "./transactions.input.js";
import { watchTransactions } from "./watch-transactions.js";
import { watchJobs, watchPositions, watchSettlements } from "./watch-rows.js";
import { watchBalances, type StreamTarget } from "./watch-balances.js";

/** A subscription as it is to be executed: its document validated, its caller permitted. */
export interface SubscriptionArgs {
  schema: GraphQLSchema;
  document: ExecutionArgs["document"];
  operationName?: string | null;
  variableValues?: { readonly [name: string]: unknown } | null;
  contextValue: RequestContext;
}

/** Puts a result's errors into the form in which clients see them. */
export type Present = (result: ExecutionResult, ctx: RequestContext) => object;

type OpenField = (ctx: RequestContext, args: never, target: StreamTarget) => Promise<OpenStream>;

/** The root fields whose subscriptions are shared. */
const FIELDS: Record<string, OpenField> = {
  balances: (ctx, args: BalancesArgs, target) => watchBalances(ctx, args, target),
  transactions: (ctx, args: TransactionsArgs, target) => watchTransactions(ctx, args, target),
  settlements: (ctx, args: SettlementsArgs, target) => watchSettlements(ctx, args, target),
  positions: (ctx, args: PositionsArgs, target) => watchPositions(ctx, args, target),
  jobs: (ctx, args: JobsArgs, target) => watchJobs(ctx, args, target),
};

/** Whether a subscription is one that is shared; others are executed by themselves. */
export function isShared({ schema, document, operationName }: SubscriptionArgs): boolean {
  const plan = planOf(schema, document, operationName);
  return plan !== null && Object.hasOwn(FIELDS, plan.field.name);
}

/**
 * Begins a subscription whose execution and payload are shared with all equal ones: those of the
 * same document, operation and variables, and of callers who may see the same.
 * @throws GraphQLError for variables that do not fit, and what the field throws
 */
export async function openShared(
  subscription: SubscriptionArgs,
  outlet: Outlet,
  present: Present,
): Promise<OpenStream> {
  const { schema, document, operationName, variableValues, contextValue: ctx } = subscription;
  const plan = planOf(schema, document, operationName);
  const open = plan && FIELDS[plan.field.name];
  if (!plan || !open) throw new Error("The subscription is none that is shared");
  const coerced = coerce(schema, plan, variableValues);
  if (isErrors(coerced)) throw coerced[0] ?? new Error("The variables do not fit");
  const key = `${coerced.key} ${scopeText(ctx.database.scope)} ${permissionText(ctx)}`;
  const target = { key, outlet, render: renderer(subscription, present) };
  return open(ctx, coerced.args as never, target);
}

function isErrors<T>(value: object | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

const permissionTexts = new WeakMap<object, string>();

function permissionText({ actor }: RequestContext): string {
  let text = permissionTexts.get(actor.permissions);
  if (text === undefined) {
    permissionTexts.set(actor.permissions, (text = [...actor.permissions].sort().join()));
  }
  return text;
}

/**
 * Each item is executed with a context of its own: what a loader read for one is stale for the
 * next.
 */
function renderer(
  { schema, document, operationName, variableValues, contextValue }: SubscriptionArgs,
  present: Present,
): Render {
  const args = { schema, document, operationName, variableValues };
  return (item) => {
    const ctx = { ...contextValue, loaders: new Loaders() };
    const result = execute({ ...args, rootValue: item, contextValue: ctx });
    if (!(result instanceof Promise)) return new LiveFrame(present(result, ctx));
    return result.then((settled) => new LiveFrame(present(settled, ctx)));
  };
}
