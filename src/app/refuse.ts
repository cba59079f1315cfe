import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { DomainError } from "../shared/errors.js";
import { isInternal, presentError } from "../shared/graphql/present-error.js";
import type { Log } from "../shared/log.js";
import { MAX_BODY_BYTES } from "./document-limits.js";

class BodyTooLarge extends DomainError {
  constructor() {
    super("PAYLOAD_TOO_LARGE", `The body is larger than ${MAX_BODY_BYTES} bytes; split it`);
  }
}

/** Answers a request that never got as far as GraphQL, in GraphQL's form. */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  error: unknown,
): FastifyReply {
  return reply
    .code(status)
    .type("application/json; charset=utf-8")
    .send({ errors: [presentError(error, request.id)] });
}

/** What Fastify refuses or a handler throws, and what is not there, gets the same form. */
export function answerFailures(server: FastifyInstance, log: Log): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") {
      return sendRefusal(request, reply, 413, new BodyTooLarge());
    }
    if (error instanceof DomainError) {
      const refused = error.code === "UNAUTHENTICATED" ? 401 : 400;
      return sendRefusal(request, reply, refused, error);
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return sendMalformed(reply, status, error.message);
    if (isInternal(error)) log.error({ err: error, requestId: request.id }, "request failed");
    return sendRefusal(request, reply, status, error);
  });
  server.setNotFoundHandler((_request, reply) =>
    sendMalformed(
      reply,
      404,
      "Nothing is here. The API is at /graphql, the dashboard at /, the explorer at /explorer.",
    ),
  );
}

function sendMalformed(reply: FastifyReply, status: number, message: string): FastifyReply {
  const errors = [{ message, extensions: { code: "BAD_REQUEST" } }];
  return reply.code(status).type("application/json; charset=utf-8").send({ errors });
}
