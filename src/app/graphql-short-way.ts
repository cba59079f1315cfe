import type { FastifyRequest } from "fastify";
import { getOperationAST, GraphQLError, OperationTypeNode } from "graphql";
import { DomainError } from "../shared/errors.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { AskedOperation } from "./admit-operation.js";
import { chargeOperation, settleCharge, type Charge } from "./charge-operation.js";
import type { GraphQLParts } from "./graphql-parts.js";
import { presentResult } from "./present-result.js";

/** A body as nearly every client sends it. */
interface PlainBody {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/**
 * Answers the common request without the pipeline of Apollo Server, which costs as much as the
 * execution itself: a JSON body with a valid document that the credential may send. Everything
 * else, and all that is refused before the execution, answers null and is Apollo's.
 */
export async function answerShortly(
  parts: GraphQLParts,
  request: FastifyRequest,
  contextValue: RequestContext,
): Promise<string | null> {
  const asked = askedPlainly(parts, request);
  if (!asked || !isAdmitted(parts, asked, contextValue)) return null;
  const charge = await charged(parts, asked, contextValue);
  if (!charge) return null;
  const { document, operationName, variables } = asked;
  const operation = { document, operationName, variableValues: variables, contextValue };
  const executed = await parts.executor.executed(operation);
  const { result } = executed;
  if (result.data === undefined) return null;
  const text = result.errors
    ? JSON.stringify(presentResult(result, request.id, parts.log))
    : executed.text();
  const cost = settleCharge(parts, contextValue, charge);
  return `${text.slice(0, -1)},"extensions":${JSON.stringify({ cost })}}`;
}

async function charged(
  parts: GraphQLParts,
  asked: AskedOperation,
  contextValue: RequestContext,
): Promise<Charge | null> {
  try {
    return await chargeOperation(parts, contextValue, asked);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

function askedPlainly(parts: GraphQLParts, request: FastifyRequest): AskedOperation | null {
  const { body } = request;
  if (!isPlain(request) || !isPlainBody(body)) return null;
  try {
    const read = parts.documents.validated(body.query);
    if ("problems" in read) return null;
    const { operationName, variables } = body;
    return { document: read.document, operationName, variables };
  } catch (error) {
    if (error instanceof DomainError || error instanceof GraphQLError) return null;
    throw error;
  }
}

/** Who asks for another media type gets it from Apollo, which negotiates. */
function isPlain({ method, headers }: FastifyRequest): boolean {
  const { accept } = headers;
  return method === "POST" && (!accept || accept === "*/*" || accept === "application/json");
}

function isPlainBody(body: unknown): body is PlainBody {
  if (typeof body !== "object" || body === null || !("query" in body)) return false;
  const { query, operationName, variables } = body as Record<keyof PlainBody, unknown>;
  return (
    typeof query === "string" &&
    !("extensions" in body) &&
    (operationName == null || typeof operationName === "string") &&
    (variables == null || (typeof variables === "object" && !Array.isArray(variables)))
  );
}

function isAdmitted(
  { permissions }: GraphQLParts,
  { document, operationName }: AskedOperation,
  { actor }: RequestContext,
): boolean {
  const operation = getOperationAST(document, operationName);
  if (!operation || operation.operation === OperationTypeNode.SUBSCRIPTION) return false;
  try {
    permissions.assertPermitted(document, operationName ?? null, actor);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
