import type { FastifyInstance } from "fastify";
import { DomainError, type ErrorCode } from "../shared/errors.js";
import { presentError } from "../shared/graphql/present-error.js";
import type { Log } from "../shared/log.js";
import { discardBody } from "./read-body.js";

/** HTTP's words for refusals; every other one is about what was sent. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  PARTNER_NOT_FOUND: 404,
  PARTNER_CODE_TAKEN: 409,
  PAYLOAD_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  OVERLOADED: 503,
};
const MALFORMED = 400;

/**
 * Answers what is refused before any line was answered, in the form of the GraphQL endpoint. What
 * the client still sends is thrown away.
 */
export function answerRefusals(server: FastifyInstance, log: Log): void {
  server.setErrorHandler((error, request, reply) => {
    const known = error instanceof DomainError;
    if (!known) log.error({ err: error, requestId: request.id }, "request failed");
    const retryAfterMs: unknown = Reflect.get(Object(error) as object, "retryAfterMs");
    if (typeof retryAfterMs === "number") {
      void reply.header("retry-after", Math.ceil(retryAfterMs / 1_000));
    }
    reply.raw.once("finish", () => discardBody(request.raw));
    return reply
      .code(known ? (STATUS[error.code] ?? MALFORMED) : 500)
      .type("application/json; charset=utf-8")
      .send({ errors: [presentError(error, request.id)] });
  });
}
