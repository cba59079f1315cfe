import type { FastifyRequest } from "fastify";
import { z } from "zod";

/** A request that says nothing that could be executed, or wants another kind of answer. */
export class UnfitRequest extends Error {
  constructor(
    readonly statusCode: 400 | 406,
    message: string,
  ) {
    super(message);
  }
}

const ASKED = z
  .object({
    query: z.string().optional(),
    documentId: z.string().optional(),
    extensions: z.record(z.string(), z.unknown()).nullish(),
    operationName: z.string().nullish(),
    variables: z.record(z.string(), z.unknown()).nullish(),
  })
  .refine(({ query, documentId, extensions }) => query ?? documentId ?? extensions);

/** An operation as a request has it. */
export type AskedOverHttp = z.infer<typeof ASKED>;

/** What a request asks to be streamed. @throws UnfitRequest */
export function askedBy(request: FastifyRequest): AskedOverHttp {
  const { accept = "*/*" } = request.headers;
  if (!/text\/event-stream|text\/\*|\*\/\*/.test(accept)) {
    throw new UnfitRequest(406, "Only text/event-stream is answered here; all else is at /graphql");
  }
  const asked = ASKED.safeParse(request.method === "GET" ? ofAddress(request) : request.body);
  if (asked.success) return asked.data;
  throw new UnfitRequest(400, "Send query, and operationName and variables where there are any");
}

/** As `?query=...&variables=<JSON>`. */
function ofAddress({ query }: FastifyRequest): object {
  const { variables, ...rest } = Object(query) as Record<string, unknown>;
  if (typeof variables !== "string") return rest;
  try {
    return { ...rest, variables: JSON.parse(variables) as unknown };
  } catch {
    throw new UnfitRequest(400, "variables is not JSON");
  }
}
