import { getOperationAST, OperationTypeNode, type ExecutionArgs, type GraphQLError } from "graphql";
import { makeServer, type Context, type Server, type SubscribePayload } from "graphql-ws";
import type { WebSocket } from "ws";
import {
  bearerText,
  Unauthenticated,
  type CredentialVerifier,
  type Standing,
} from "../access/index.js";
import { isShared, LIVE_LIMITS, subscribeOnSocket, type SubscriptionArgs } from "../live/index.js";
import { DomainError } from "../shared/errors.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { Ids } from "../shared/ids.js";
import type { Log } from "../shared/log.js";
import { admitOperation } from "./admit-operation.js";
import { chargeOperation } from "./charge-operation.js";
import type { ConnectionCounts } from "./connection-counts.js";
import type { GraphQLParts } from "./graphql-parts.js";
import { RateLimited } from "./request-budget.js";
import { asGraphQLError, presentErrors, presentResult } from "./present-result.js";
import type { SocketProgress } from "./socket-progress.js";
import { TOO_MANY_CONNECTIONS, UNAUTHENTICATED, type SocketSession } from "./socket-session.js";
import { subscribeAfresh } from "./subscribe-afresh.js";

/** The most operations that one connection has under way. */
export const MAX_SOCKET_OPERATIONS = LIVE_LIMITS.subscriptionsPerSocket;

class TooManyOperations extends DomainError {
  constructor() {
    const message = `A connection has at most ${MAX_SOCKET_OPERATIONS} operations at a time`;
    super("TOO_MANY_SUBSCRIPTIONS", message);
  }
}

class Stopping extends DomainError {
  constructor() {
    super("OVERLOADED", "The hub is stopping; connect again");
  }
}

interface InitPayload extends Record<string, unknown> {
  authorization?: unknown;
  Authorization?: unknown;
  apiKey?: unknown;
}

type SocketContext = Context<InitPayload, SocketSession>;

/** What is executed, and where its results go. */
interface SocketArgs extends SubscriptionArgs {
  at?: { socket: WebSocket; id: string };
}

export interface SocketParts extends GraphQLParts {
  verifier: CredentialVerifier;
  ids: Ids;
  progress: SocketProgress;
  counts: ConnectionCounts;
}

/** The protocol graphql-transport-ws, with the limits and the permissions of GraphQL over HTTP. */
export function graphQLSocketServer(parts: SocketParts): Server<SocketSession> {
  const { log, progress, counts, executor } = parts;
  return makeServer<InitPayload, SocketSession>({
    connectionInitWaitTimeout: LIVE_LIMITS.connectionInitMs,
    onConnect: (ctx) => letIn(ctx, parts),
    onSubscribe: (ctx, id, payload) => admitted(parts, ctx, id, payload),
    execute: (args) => progress.track(executor.execute(args)),
    subscribe: (args) => subscribe(args as SocketArgs, log),
    onNext: ({ extra }, _id, _payload, args, result) =>
      presentResult(result, requestOf(args), log, extra.actor),
    onError: ({ extra }, _id, _payload, errors) => presentErrors(errors, null, log, extra.actor),
    onComplete: ({ extra }, id) => progress.answered(extra, id),
    onClose({ extra }) {
      progress.left(extra);
      if (extra.isCounted && extra.actor) counts.leave(extra.actor.id);
    },
  });
}

async function letIn(ctx: SocketContext, parts: SocketParts): Promise<boolean> {
  const { verifier, counts } = parts;
  const { connectionParams, extra } = ctx;
  extra.operations = () => Object.keys(ctx.subscriptions);
  extra.standing = await standingOf(verifier, extra, connectionParams);
  extra.actor = extra.standing?.actor ?? null;
  // Gone meanwhile: its end was handled before it counted.
  if (extra.socket.readyState !== extra.socket.OPEN) return false;
  extra.isCounted = extra.actor !== null && counts.enter(extra.actor.id);
  if (extra.isCounted) return true;
  if (extra.actor) extra.close(TOO_MANY_CONNECTIONS, "too many connections");
  else await turnAway(extra, parts);
  return false;
}

/** An address has as many tries at credentials here as over HTTP, and both together. */
async function turnAway(session: SocketSession, { budget }: SocketParts): Promise<void> {
  try {
    await budget.noteFailure(session.address ?? "unknown");
    session.close(UNAUTHENTICATED, new Unauthenticated().code);
  } catch (error) {
    if (!(error instanceof RateLimited)) throw error;
    session.close(TOO_MANY_CONNECTIONS, "too many bad credentials");
  }
}

/** A key, a token, or the signature of the upgrade request: headers that browsers cannot send. */
async function standingOf(
  verifier: CredentialVerifier,
  { address, credential, upgrade }: SocketSession,
  payload: InitPayload | undefined,
): Promise<Standing | null> {
  const { signature, "signature-input": signatureInput } = payload ?? {};
  if (typeof signature === "string" && typeof signatureInput === "string") {
    return verifier.admitSigned({ ...upgrade, signature, signatureInput }, address);
  }
  const text = keyOf(payload) ?? credential;
  return text === null ? null : verifier.admit(text, address);
}

/** `{ authorization: "Bearer ..." }` or `{ apiKey: "..." }`. */
function keyOf(payload: InitPayload | undefined): string | null {
  if (typeof payload?.apiKey === "string") return payload.apiKey;
  const header = payload?.authorization ?? payload?.Authorization;
  return typeof header === "string" ? bearerText(header) : null;
}

async function admitted(
  parts: SocketParts,
  ctx: SocketContext,
  id: string,
  payload: SubscribePayload,
): Promise<SocketArgs | readonly GraphQLError[]> {
  try {
    const args = await executionArgs(parts, ctx, payload);
    if (!("document" in args)) return args;
    if (isAnsweredOnce(args)) parts.progress.asked(ctx.extra, id);
    // The protocol's server keeps the message as long as the operation lasts: one text for all.
    Reflect.set(payload, "query", args.document.loc?.source.body);
    return { ...args, at: { socket: ctx.extra.socket, id } };
  } catch (error) {
    return [asGraphQLError(error)];
  }
}

async function executionArgs(
  {
    schema,
    documents,
    trusted,
    costs,
    budget,
    permissions,
    makeContext,
    ids,
    progress,
  }: SocketParts,
  { extra, subscriptions }: SocketContext,
  payload: SubscribePayload,
): Promise<SocketArgs | readonly GraphQLError[]> {
  const { actor, address } = extra;
  if (!actor) throw new Unauthenticated();
  if (progress.isStopping) throw new Stopping();
  if (Object.keys(subscriptions).length > MAX_SOCKET_OPERATIONS) throw new TooManyOperations();
  const { operationName, variables } = payload;
  const read = documents.validated(trusted.textOf(payload) ?? "");
  if ("problems" in read) return read.problems;
  const { document } = read;
  const origin = { channel: "WEBSOCKET", requestId: ids.next(), address } as const;
  const contextValue = makeContext(actor, origin);
  const asked = { document, operationName, variables };
  await admitOperation(permissions, contextValue, asked);
  await chargeOperation({ costs, budget }, contextValue, asked);
  return { schema, document, operationName, variableValues: variables, contextValue };
}

/** Live streams are shared between sockets, and write to them by themselves. */
function subscribe(args: SocketArgs, log: Log) {
  if (!args.at || !isShared(args)) return subscribeAfresh(args);
  const { at, ...own } = args;
  // The same server keeps these too, and needs none of them for a stream that has no items.
  for (const name of Object.keys(args)) Reflect.set(args, name, undefined);
  return subscribeOnSocket(own, at, (result) => presentResult(result, requestOf(own), log));
}

function isAnsweredOnce({ document, operationName }: ExecutionArgs): boolean {
  const operation = getOperationAST(document, operationName);
  return operation !== null && operation?.operation !== OperationTypeNode.SUBSCRIPTION;
}

function requestOf({ contextValue }: ExecutionArgs): string {
  return (contextValue as RequestContext).origin.requestId;
}
