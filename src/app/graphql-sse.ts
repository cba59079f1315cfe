import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { getOperationAST, OperationTypeNode, type ExecutionResult } from "graphql";
import type { RequestParams } from "graphql-sse";
import { createHandler } from "graphql-sse/lib/use/fastify";
import { Unauthenticated, type CredentialVerifier } from "../access/index.js";
import { isShared, subscribeAsStream, type SubscriptionArgs } from "../live/index.js";
import type { EventBus } from "../shared/events/event-bus.js";
import { InvalidInput } from "../shared/input.errors.js";
import { admitOperation } from "./admit-operation.js";
import { bearerKey } from "./authenticate.js";
import { contextOf, type AuthenticateHook } from "./graphql-http.js";
import type { GraphQLParts } from "./graphql-parts.js";
import { asGraphQLError, presentErrors, presentResult } from "./present-result.js";

/** What waits in a response that is not read; beyond it, results wait at the stream. */
const RESPONSE_BYTES = 64 * 1_024;
const VERIFY_MS = 5_000;

export interface EventStreamParts extends GraphQLParts {
  verifier: CredentialVerifier;
  events: EventBus;
  authenticate: AuthenticateHook;
}

/** Responses under way, each with the key that it was asked with. */
type Responses = Map<FastifyReply, string>;

/**
 * Live streams as server-sent events at /graphql/stream, one request a subscription, for those who
 * cannot use WebSocket. @see https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export function addEventStreams(server: FastifyInstance, parts: EventStreamParts): void {
  const responses: Responses = new Map();
  const handle = createHandler<{ reply: FastifyReply }>({
    authenticate: () => null, // no streams that several requests share
    onSubscribe: ({ raw, context }, params) => results(parts, raw, context.reply, params),
    context: ({ context }) => ({ reply: context.reply }),
    onNext: ({ reply }) => roomIn(reply),
  });
  server.route({
    method: ["GET", "POST"],
    url: "/graphql/stream",
    onRequest: parts.authenticate,
    async handler(request, reply) {
      reply.hijack();
      responses.set(reply, bearerKey(request.headers.authorization) ?? "");
      try {
        await handle(request, reply);
      } catch (err) {
        parts.log.debug({ err, requestId: request.id }, "an event stream broke");
        reply.raw.destroy();
      } finally {
        responses.delete(reply);
      }
    },
  });
  const verify = (): void => void endRevoked(responses, parts);
  const timer = setInterval(verify, VERIFY_MS).unref();
  const off = parts.events.on("ApiKeyRevoked", verify);
  server.addHook("preClose", async () => {
    clearInterval(timer);
    off();
    // Without a word: a client that is told "complete" does not come back.
    for (const reply of responses.keys()) reply.raw.destroy();
  });
}

/** The stream of a subscription's results, or the one result that says why there is none. */
async function results(
  parts: EventStreamParts,
  request: FastifyRequest,
  reply: FastifyReply,
  params: RequestParams,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  try {
    const subscription = await admitted(parts, request, params);
    if (!("document" in subscription)) return subscription;
    const stream = await subscribeAsStream(subscription, (result) =>
      presentResult(result, request.id, parts.log),
    );
    reply.raw.once("close", () => void stream.return());
    return stream as AsyncIterable<ExecutionResult>;
  } catch (error) {
    return refusal(parts, request, [asGraphQLError(error)]);
  }
}

async function admitted(
  parts: EventStreamParts,
  request: FastifyRequest,
  { query, operationName, variables }: RequestParams,
): Promise<SubscriptionArgs | ExecutionResult> {
  const { schema, documents, permissions, makeContext } = parts;
  const contextValue = contextOf(makeContext, request);
  const read = documents.validated(query);
  if ("problems" in read) return refusal(parts, request, read.problems);
  const { document } = read;
  await admitOperation(permissions, contextValue, { document, operationName, variables });
  const asked = { schema, document, operationName, variableValues: variables, contextValue };
  const operation = getOperationAST(document, operationName);
  if (operation?.operation === OperationTypeNode.SUBSCRIPTION && isShared(asked)) return asked;
  throw new InvalidInput("Only live subscriptions are streamed here; all else is at /graphql");
}

function refusal(
  { log }: EventStreamParts,
  { id }: FastifyRequest,
  errors: Parameters<typeof presentErrors>[0],
): ExecutionResult {
  return { errors: presentErrors(errors, id, log) } as unknown as ExecutionResult;
}

/** The package's own queue has no end, so that nothing may come into it that cannot leave. */
function roomIn({ raw }: FastifyReply): Promise<void> | undefined {
  if (raw.writableLength <= RESPONSE_BYTES || raw.destroyed) return undefined;
  return new Promise((resolve) => {
    raw.once("drain", resolve);
    raw.once("close", resolve);
  });
}

async function endRevoked(responses: Responses, parts: EventStreamParts): Promise<void> {
  for (const [reply, key] of responses) {
    if (await parts.verifier.verify(key)) continue;
    const errors = presentErrors([asGraphQLError(new Unauthenticated())], null, parts.log);
    const data = JSON.stringify({ errors });
    reply.raw.end(`event: next\ndata: ${data}\n\nevent: complete\ndata:\n\n`);
  }
}
