import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import type { CommandContext } from "../shared/commands/command-context.js";
import { DomainError } from "../shared/errors.js";
import { INTERNAL_ERROR } from "../shared/graphql/present-error.js";
import { discardBody } from "./read-body.js";

/** How long a client may take no answers before its connection is ended. */
export const ANSWERS_STALLED_MS = 120_000;

/**
 * Sends lines of JSON as they come. When they cannot go on, a last line says why, and the rest of
 * the request is not read.
 */
export function streamAnswers(
  answers: AsyncIterable<string>,
  ctx: CommandContext,
  reply: FastifyReply,
  stalledMs = ANSWERS_STALLED_MS,
): FastifyReply {
  const guarded = unlessStalled(withFailureLine(answers, ctx, reply), reply, stalledMs);
  const stream = Readable.from(guarded, { objectMode: false });
  return reply.type("application/x-ndjson; charset=utf-8").send(stream);
}

async function* withFailureLine(
  answers: AsyncIterable<string>,
  ctx: CommandContext,
  reply: FastifyReply,
): AsyncGenerator<string> {
  try {
    yield* answers;
  } catch (error) {
    reply.raw.once("finish", () => discardBody(reply.request.raw));
    yield `${JSON.stringify(failureLine(ctx, error))}\n`;
  }
}

function failureLine({ log, origin }: CommandContext, error: unknown): object {
  if (!(error instanceof DomainError)) {
    log.error({ err: error, requestId: origin.requestId }, "ingestion failed");
    const code = "INTERNAL_SERVER_ERROR";
    return { kind: "error", code, message: INTERNAL_ERROR, correlationId: origin.requestId };
  }
  const { code, message } = error;
  const retryAfterMs: unknown = Reflect.get(error, "retryAfterMs");
  return { kind: "error", code, message, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

/** While an answer waits to be taken nothing else goes on here that would notice. */
async function* unlessStalled(
  answers: AsyncIterable<string>,
  reply: FastifyReply,
  stalledMs: number,
): AsyncGenerator<string> {
  for await (const answer of answers) {
    const timer = setTimeout(() => reply.raw.destroy(), stalledMs);
    try {
      yield answer;
    } finally {
      clearTimeout(timer);
    }
  }
}
