import { getOperationAST, OperationTypeNode, type ExecutionResult } from "graphql";
import type { FastifyRequest } from "fastify";
import { isShared, subscribeAsEvents, type SubscriptionArgs } from "../live/index.js";
import { InvalidInput } from "../shared/input.errors.js";
import { admitOperation } from "./admit-operation.js";
import { chargeOperation } from "./charge-operation.js";
import type { EventStream } from "./event-stream.js";
import type { AskedOverHttp } from "./event-stream-params.js";
import { contextOf } from "./graphql-http.js";
import type { GraphQLParts } from "./graphql-parts.js";
import { asGraphQLError, presentErrors, presentResult } from "./present-result.js";
import { isStream, subscribeAfresh } from "./subscribe-afresh.js";

/** One operation and where its results go. */
interface Answering {
  parts: GraphQLParts;
  stream: EventStream;
  requestId: string;
  actor: FastifyRequest["actor"];
}

/** Executes what a request asks for; its results, and what it is refused for, go to the stream. */
export async function answerAsEvents(
  parts: GraphQLParts,
  request: FastifyRequest,
  asked: AskedOverHttp,
  stream: EventStream,
): Promise<void> {
  const answering = { parts, stream, requestId: request.id, actor: request.actor };
  try {
    const args = await admitted(answering, request, asked);
    if (args) await perform(answering, args);
  } catch (error) {
    refuse(answering, [asGraphQLError(error)]);
  }
}

/** @throws what the operation may not be executed for */
async function admitted(
  answering: Answering,
  request: FastifyRequest,
  asked: AskedOverHttp,
): Promise<SubscriptionArgs | null> {
  const { schema, documents, trusted, permissions, makeContext } = answering.parts;
  const { operationName, variables } = asked;
  const contextValue = contextOf(makeContext, request);
  const read = documents.validated(trusted.textOf(asked) ?? "");
  if ("problems" in read) {
    refuse(answering, read.problems);
    return null;
  }
  const { document } = read;
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new InvalidInput("The document has no such operation", ["operationName"]);
  if (request.method === "GET" && operation.operation === OperationTypeNode.MUTATION) {
    throw new InvalidInput("A mutation is sent with POST");
  }
  const named = { document, operationName, variables };
  await admitOperation(permissions, contextValue, named);
  await chargeOperation(answering.parts, contextValue, named);
  return { schema, document, operationName, variableValues: variables, contextValue };
}

async function perform(answering: Answering, args: SubscriptionArgs): Promise<void> {
  const { stream } = answering;
  const operation = getOperationAST(args.document, args.operationName);
  const isEndless = operation?.operation === OperationTypeNode.SUBSCRIPTION;
  if (isEndless) stream.begin();
  if (isShared(args)) return follow(answering, args);
  const { executor } = answering.parts;
  const results = isEndless ? await subscribeAfresh(args) : await executor.execute(args);
  if (!isStream<ExecutionResult>(results)) return stream.last(present(answering, results));
  stream.onClose(() => void results.return?.());
  for await (const result of results) await stream.next(present(answering, result));
  stream.complete();
}

/** A live stream writes to the response by itself. */
async function follow(answering: Answering, args: SubscriptionArgs): Promise<void> {
  const { stream } = answering;
  const live = await subscribeAsEvents(
    args,
    stream.response,
    (result) => present(answering, result),
    (error) => refuse(answering, [asGraphQLError(error)]),
  );
  stream.onClose(() => live.close());
}

function present({ parts, requestId, actor }: Answering, result: ExecutionResult): object {
  return presentResult(result, requestId, parts.log, actor);
}

function refuse(answering: Answering, errors: Parameters<typeof presentErrors>[0]): void {
  const { parts, stream, requestId, actor } = answering;
  stream.last({ errors: presentErrors(errors, requestId, parts.log, actor) });
}
