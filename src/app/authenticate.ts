import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  credentialText,
  Unauthenticated,
  type CredentialVerifier,
  type Standing,
} from "../access/index.js";
import type { Actor } from "../shared/commands/actor.js";
import { sendRefusal } from "./refuse.js";
import { RateLimited, type RequestBudget } from "./request-budget.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Who sends it; null on routes that ask for no credential. */
    actor: Actor | null;
    /** The credential, for what outlives the request. */
    standing: Standing | null;
  }
}

/** Prepares requests to carry who sends them. */
export function decorateActor(server: FastifyInstance): void {
  server.decorateRequest("actor", null);
  server.decorateRequest("standing", null);
}

/** A hook that lets only verified credentials pass, before the body is read. */
export function authenticateWith(verifier: CredentialVerifier, budget: RequestBudget) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const key = credentialText(request.headers, request.host);
    request.standing = key === null ? null : await verifier.admit(key, request.ip);
    request.actor = request.standing?.actor ?? null;
    if (request.actor) return undefined;
    try {
      await budget.noteFailure(request.ip);
    } catch (error) {
      if (!(error instanceof RateLimited)) throw error;
      void reply.header("retry-after", Math.ceil(error.retryAfterMs / 1_000));
      return sendRefusal(request, reply, 429, error);
    }
    void reply.header("www-authenticate", 'Bearer realm="Tutti"');
    return sendRefusal(request, reply, 401, new Unauthenticated());
  };
}
