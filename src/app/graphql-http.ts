import {
  ApolloServer,
  HeaderMap,
  type ApolloServerPlugin,
  type GraphQLRequest,
} from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  GraphQLError,
  OperationTypeNode,
  type ExecutionResult,
  type GraphQLFormattedError,
} from "graphql";
import { Unauthenticated } from "../access/index.js";
import type { Origin } from "../shared/commands/actor.js";
import { DomainError, type ErrorCode } from "../shared/errors.js";
import { causeOf, isInternal, presentError } from "../shared/graphql/present-error.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { Log } from "../shared/log.js";
import { admitOperation } from "./admit-operation.js";
import type { ContextMaker } from "./context.js";
import { MAX_TOKENS } from "./document-limits.js";
import { chargeOperation, settleCharge, type Charge } from "./charge-operation.js";
import type { GraphQLParts } from "./graphql-parts.js";
import { answerShortly } from "./graphql-short-way.js";
import { entityTagOf, finishAnswer, noteRead } from "./http-answers.js";
import type { OperationExecutor } from "./operation-executor.js";
import { hinted, presentResult } from "./present-result.js";
import { sendRefusal } from "./refuse.js";
import { RateLimited } from "./request-budget.js";
import type { AskedDocument } from "./trusted-documents.js";

export type AuthenticateHook = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** GraphQL over HTTP at /graphql: POST, and GET for queries. */
export async function addGraphQLHttp(
  server: FastifyInstance,
  parts: GraphQLParts,
  authenticate: AuthenticateHook,
): Promise<void> {
  const apollo = apolloServer(parts);
  await apollo.start();
  server.addHook("onClose", () => apollo.stop());
  const throughApollo = fastifyApolloHandler(apollo, {
    context: async (request) => contextOf(parts.makeContext, request),
  });
  server.decorateRequest("readMs", 0);
  server.route({
    method: ["GET", "POST"],
    url: "/graphql",
    onRequest: authenticate,
    preHandler: [async (request, reply) => refuseUnreadable(parts, request, reply), noteRead],
    onSend: finishAnswer,
    async handler(request, reply) {
      const context = contextOf(parts.makeContext, request);
      const text = await answerShortly(parts, request, context);
      if (text === null) return throughApollo.call(server, request, reply);
      void reply.type("application/json; charset=utf-8");
      return text;
    },
  });
}

function apolloServer(parts: GraphQLParts): ApolloServer<RequestContext> {
  const { schema, executor, log } = parts;
  const requests = new WeakMap<object, RequestContext>();
  return new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    nodeEnv: "production",
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError: (_formatted, error) => presented(error, requests.get(Object(error) as object)),
    plugins: [
      // Both are on unless they are named here; the first would wrap every resolver.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      admissionPlugin(parts),
      executionPlugin(executor, log),
      errorPlugin(requests, log),
    ],
  });
}

/** Lets pass what the credential may send and can pay for, and tells the cost with the answer. */
function admissionPlugin(parts: GraphQLParts): ApolloServerPlugin<RequestContext> {
  const charges = new WeakMap<RequestContext, Charge>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          const { operationName, variables } = request;
          if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw subscribedOverHttp();
          try {
            const asked = { document, operationName, variables };
            await admitOperation(parts.permissions, contextValue, asked);
            const charge = await chargeOperation(parts, contextValue, asked);
            if (charge) charges.set(contextValue, charge);
          } catch (error) {
            throw error instanceof DomainError ? asHttpError(error) : error;
          }
        },
        async willSendResponse({ response: { body }, contextValue }) {
          const charge = charges.get(contextValue);
          if (!charge || body.kind !== "single") return;
          const cost = settleCharge(parts, contextValue, charge);
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        },
      };
    },
  };
}

/** Executes as everywhere else; Apollo's own formatting of errors does not see these results. */
function executionPlugin(
  executor: OperationExecutor,
  log: Log,
): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, request, contextValue }) {
          const { operationName, variables: variableValues } = request;
          const operation = { document, operationName, variableValues, contextValue };
          const result = await executor.execute(operation);
          if (result.data === undefined) return null; // refused variables: Apollo's to tell
          const { actor, origin } = contextValue;
          const singleResult = presentResult(result, origin.requestId, log, actor);
          const headers = new HeaderMap();
          if (isCacheable(request, result)) headers.set("etag", entityTagOf(result.data));
          return { http: { headers }, body: { kind: "single", singleResult } };
        },
      };
    },
  };
}

/** Only a GET has an answer that may be kept; one with errors is none. */
function isCacheable({ http }: GraphQLRequest, { errors }: ExecutionResult): boolean {
  return http?.method === "GET" && !errors;
}

function presented(error: unknown, ctx: RequestContext | undefined): GraphQLFormattedError {
  return hinted(presentError(error, ctx?.origin.requestId ?? "unknown"), ctx?.actor ?? null);
}

/** The formatting of errors does not know the request; the errors themselves lead to it. */
function errorPlugin(
  requests: WeakMap<object, RequestContext>,
  log: Log,
): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          const { requestId } = contextValue.origin;
          for (const error of errors) {
            requests.set(error, contextValue);
            if (isInternal(error)) log.error({ err: causeOf(error), requestId }, "request failed");
          }
        },
      };
    },
  };
}

function subscribedOverHttp(): GraphQLError {
  const message = "Subscribe over WebSocket at the same address (graphql-transport-ws)";
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST", http: { status: 400 } } });
}

const STATUS: Partial<Record<ErrorCode, number>> = { FORBIDDEN: 403, RATE_LIMITED: 429 };

function asHttpError(error: DomainError): GraphQLError {
  const headers = new HeaderMap();
  if (error instanceof RateLimited) {
    headers.set("retry-after", String(Math.ceil(error.retryAfterMs / 1_000)));
  }
  const extensions: Record<string, unknown> = {
    http: { status: STATUS[error.code] ?? 400, headers },
  };
  return new GraphQLError(error.message, { originalError: error, extensions });
}

/**
 * Runs before anybody reads the document: puts its text where its id is, and refuses what is over
 * the limits; Apollo's own parsing knows the limit of tokens alone.
 */
function refuseUnreadable(
  { documents, trusted }: GraphQLParts,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | undefined {
  const asked = askedDocument(request);
  if (asked === null) return undefined;
  try {
    const text = trusted.textOf(asked);
    if (text === undefined) return undefined;
    if (text !== asked.query) giveText(request, asked, text);
    documents.assertReadable(text);
  } catch (error) {
    if (error instanceof DomainError) return sendRefusal(request, reply, 400, error);
    if (!(error instanceof GraphQLError)) throw error;
  }
  return undefined;
}

function askedDocument({ method, query, body }: FastifyRequest): AskedDocument | null {
  const holder: unknown = method === "GET" ? query : body;
  return typeof holder === "object" && holder !== null ? holder : null;
}

/** From here on it is as if the client had sent the text. */
function giveText(request: FastifyRequest, asked: AskedDocument, text: string): void {
  const { documentId: _id, extensions: _extensions, ...others } = asked;
  if (request.method === "POST") {
    request.body = { ...others, query: text };
    return;
  }
  const search = new URLSearchParams({ ...others, query: text });
  request.raw.url = `/graphql?${search}`;
}

/** The context of an authenticated request. @throws Unauthenticated */
export function contextOf(makeContext: ContextMaker, request: FastifyRequest): RequestContext {
  if (!request.actor) throw new Unauthenticated();
  return makeContext(request.actor, originOf(request));
}

/** Where a request comes from. */
export function originOf({ id, ip }: FastifyRequest): Origin {
  return { channel: "HTTP", requestId: id, address: ip };
}
