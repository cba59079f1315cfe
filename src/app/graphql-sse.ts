import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Unauthenticated, type CredentialVerifier } from "../access/index.js";
import { DomainError } from "../shared/errors.js";
import { answerAsEvents } from "./answer-as-events.js";
import type { ConnectionCounts } from "./connection-counts.js";
import { askedBy } from "./event-stream-params.js";
import { EventStream } from "./event-stream.js";
import type { AuthenticateHook } from "./graphql-http.js";
import type { GraphQLParts } from "./graphql-parts.js";
import { presentErrors, asGraphQLError } from "./present-result.js";
import { sendRefusal } from "./refuse.js";
import { stillStands } from "./still-stands.js";

/** How often streams are looked after, and their credentials verified again. */
const BEAT_MS = 5_000;
/** Clients of a hub that stops come back spread over this time. */
const RECONNECT_SPREAD_MS = 2_000;

export interface EventStreamParts extends GraphQLParts {
  verifier: CredentialVerifier;
  authenticate: AuthenticateHook;
  counts: ConnectionCounts;
}

class TooManyConnections extends DomainError {
  constructor() {
    super("TOO_MANY_SUBSCRIPTIONS", "The credential has as many connections as it may");
  }
}

/**
 * GraphQL as server-sent events at /graphql/stream, for those who cannot use WebSocket: the
 * protocol of graphql-sse with distinct connections, one request an operation. Nothing of it
 * depends on which hub is asked.
 * @see https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export function addEventStreams(server: FastifyInstance, parts: EventStreamParts): void {
  const streams = new Set<EventStream>();
  server.route({
    method: ["GET", "POST"],
    url: "/graphql/stream",
    onRequest: parts.authenticate,
    handler: (request, reply) => serve(parts, streams, request, reply),
  });
  const beat = setInterval(() => lookAfter(streams, parts), BEAT_MS).unref();
  const off = parts.verifier.onEnding(() => void verifyAgain(streams, parts));
  server.addHook("preClose", async () => {
    clearInterval(beat);
    off();
    for (const stream of streams) stream.interrupt(Math.round(Math.random() * RECONNECT_SPREAD_MS));
  });
}

async function serve(
  parts: EventStreamParts,
  streams: Set<EventStream>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const asked = askedBy(request);
  const { standing } = request;
  if (!standing) throw new Unauthenticated();
  const { id } = standing.actor;
  if (!parts.counts.enter(id)) return sendRefusal(request, reply, 429, new TooManyConnections());
  const stream = new EventStream(reply, standing);
  streams.add(stream);
  stream.onClose(() => {
    streams.delete(stream);
    parts.counts.leave(id);
  });
  stream.open();
  await answerAsEvents(parts, request, asked, stream);
  return reply;
}

function lookAfter(streams: ReadonlySet<EventStream>, parts: EventStreamParts): void {
  const nowMs = performance.now();
  for (const stream of streams) stream.beat(nowMs);
  void verifyAgain(streams, parts);
}

/** A credential that expires or is revoked ends what it began, on whichever node. */
async function verifyAgain(
  streams: ReadonlySet<EventStream>,
  { log }: EventStreamParts,
): Promise<void> {
  const errors = presentErrors([asGraphQLError(new Unauthenticated())], null, log);
  try {
    for (const stream of streams) {
      if (!(await stillStands(stream.standing))) stream.last({ errors });
    }
  } catch (err) {
    log.warn({ err }, "credentials of event streams could not be verified again");
  }
}
