import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  credentialText,
  Unauthenticated,
  type CredentialVerifier,
  type Standing,
} from "../access/index.js";
import type { Actor } from "../shared/commands/actor.js";
import { signedMessage } from "./signed-message.js";
import { sendRefusal } from "./refuse.js";
import { RateLimited, type RequestBudget } from "./request-budget.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Who sends it; null on routes that ask for no credential. */
    actor: Actor | null;
    /** The credential, for what outlives the request. */
    standing: Standing | null;
    /** SHA-256 that the body has to have, as its sender signed; null where that is not said. */
    signedDigest: Buffer | null;
  }
}

/** Prepares requests to carry who sends them. */
export function decorateActor(server: FastifyInstance): void {
  server.decorateRequest("actor", null);
  server.decorateRequest("standing", null);
  server.decorateRequest("signedDigest", null);
}

async function standingOf(
  verifier: CredentialVerifier,
  request: FastifyRequest,
): Promise<Standing | null> {
  const { headers, host, ip } = request;
  const isSigned = headers.authorization === undefined && "signature-input" in headers;
  if (isSigned) {
    const standing = await verifier.admitSigned(signedMessage(request.raw, host), ip);
    request.signedDigest = standing?.digest ?? null;
    return standing;
  }
  const text = credentialText(headers, host);
  return text === null ? null : verifier.admit(text, ip);
}

/** A hook that lets only verified credentials pass, before the body is read. */
export function authenticateWith(verifier: CredentialVerifier, budget: RequestBudget) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    request.standing = await standingOf(verifier, request);
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
