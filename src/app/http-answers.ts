import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    /** Milliseconds until the request was authenticated and read. */
    readMs: number;
  }
}

/**
 * The validator of an answer. Weak: answers with the same data may differ in what they say about
 * the request itself.
 */
export function entityTagOf(data: unknown): string {
  const hash = createHash("sha256").update(JSON.stringify(data)).digest("base64url");
  return `W/"${hash}"`;
}

/** Before the handler: from here on the time is the answer's. */
export async function noteRead(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  request.readMs = reply.elapsedTime;
}

/**
 * Before the answer leaves: says where the time went, and sends no body to whoever has it already.
 */
export async function finishAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const { readMs } = request;
  const answerMs = reply.elapsedTime - readMs;
  const timing = `read;dur=${readMs.toFixed(1)}, answer;dur=${answerMs.toFixed(1)}`;
  void reply.header("server-timing", timing);
  const tag = reply.getHeader("etag");
  if (typeof tag !== "string") return payload;
  void reply.header("cache-control", "private, no-cache");
  if (!isKnown(request.headers["if-none-match"], tag)) return payload;
  void reply.code(304);
  return null;
}

function isKnown(header: string | undefined, tag: string): boolean {
  return header !== undefined && header.split(",").some((each) => each.trim() === tag);
}
