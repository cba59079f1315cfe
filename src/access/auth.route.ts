import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { systemActor, type Actor } from "../shared/commands/actor.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { DomainError } from "../shared/errors.js";
import { presentError } from "../shared/graphql/present-error.js";
import { InvalidInput } from "../shared/input.errors.js";
import { changePassword, confirmOwnTotp, setUpTotp, signOut } from "./own-account.js";
import { SignInRefused, TotpRequired } from "./person.errors.js";
import { credentialText, endedCookie, sessionCookie } from "./session-cookie.js";
import { signIn, type OpenedSession } from "./sign-in.js";

export interface AuthRouteOptions {
  /** Lets only verified credentials pass. */
  authenticate(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  /** The context of a request that somebody sends. */
  contextAs(actor: Actor, request: FastifyRequest): CommandContext;
  /** An address failed to sign in. @throws DomainError when it did so too often */
  noteFailure(address: string): Promise<void>;
}

const MAX_BODY_BYTES = 4_096;
const text = z.string().max(500);
const signInBody = z.object({
  email: text,
  password: text,
  totp: text.nullish(),
  cookie: z.boolean().default(false),
});
const passwordBody = z.object({ current: text, next: text });
const totpBody = z.object({ password: text });
const codeBody = z.object({ code: text });

/** Accounts of the hub: signing in and out, and what people change of their own account. */
export async function authRoutes(
  server: FastifyInstance,
  options: AuthRouteOptions,
): Promise<void> {
  const { authenticate, contextAs } = options;
  const limits = { bodyLimit: MAX_BODY_BYTES };
  const own = { ...limits, onRequest: authenticate };
  answerRefusals(server);
  server.post("/auth/sign-in", limits, async (request, reply) => {
    const { cookie, ...input } = bodyOf(request, signInBody);
    const ctx = contextAs(systemActor("sign-in"), request);
    const opened = await counted(options, request, () => signIn(ctx, input));
    return answerSession(request, reply, opened, cookie);
  });
  server.post("/auth/sign-out", own, async (request, reply) => {
    await signOut(personContext(contextAs, request), tokenOf(request));
    void reply.header("set-cookie", endedCookie(isSecure(request)));
    return reply.code(204).send();
  });
  server.post("/auth/password", own, async (request, reply) => {
    const ctx = personContext(contextAs, request);
    await changePassword(ctx, tokenOf(request), bodyOf(request, passwordBody));
    return reply.code(204).send();
  });
  server.post("/auth/totp", own, async (request) =>
    setUpTotp(personContext(contextAs, request), bodyOf(request, totpBody).password),
  );
  server.post("/auth/totp/confirm", own, async (request, reply) => {
    await confirmOwnTotp(personContext(contextAs, request), bodyOf(request, codeBody).code);
    return reply.code(204).send();
  });
}

/** In a browser the token is the cookie's alone, which no script can read. */
function answerSession(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, expiresAt, mustChangePassword }: OpenedSession,
  asCookie: boolean,
): FastifyReply {
  const answer = { expiresAt: expiresAt.toISOString(), mustChangePassword };
  if (!asCookie) return reply.send({ token, ...answer });
  void reply.header("set-cookie", sessionCookie(token, expiresAt, isSecure(request)));
  return reply.send(answer);
}

function isSecure({ protocol }: FastifyRequest): boolean {
  return protocol === "https";
}

async function counted<T>(
  { noteFailure }: AuthRouteOptions,
  { ip }: FastifyRequest,
  attempt: () => Promise<T>,
): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof SignInRefused) await noteFailure(ip);
    throw error;
  }
}

class NoPerson extends DomainError {
  constructor() {
    super("FORBIDDEN", "This is for people who signed in, not for API keys");
  }
}

function personContext(
  contextAs: AuthRouteOptions["contextAs"],
  request: FastifyRequest & { actor?: Actor | null },
): CommandContext {
  if (request.actor?.kind !== "PERSON") throw new NoPerson();
  // People belong to no partner; what follows is about the one who asks, and nobody else.
  return contextAs({ ...request.actor, scope: null }, request);
}

function tokenOf({ headers, host }: FastifyRequest): string {
  return credentialText(headers, host) ?? "";
}

function bodyOf<T>({ body }: FastifyRequest, schema: z.ZodType<T>): T {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new InvalidInput("The body is not what this takes", issue?.path.map(String));
}

/** Refusals in the form of GraphQL's, with the status that HTTP has for them. */
function answerRefusals(server: FastifyInstance): void {
  const outer = server.errorHandler;
  server.setErrorHandler((error, request, reply) => {
    if (!(error instanceof DomainError)) return outer.call(server, error as never, request, reply);
    return reply.code(statusOf(error)).send({ errors: [presentError(error, request.id)] });
  });
}

function statusOf(error: DomainError): number {
  if (error instanceof SignInRefused || error instanceof TotpRequired) return 401;
  return { FORBIDDEN: 403, RATE_LIMITED: 429 }[error.code as string] ?? 400;
}
