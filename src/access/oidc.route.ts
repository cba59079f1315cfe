import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { CommandContext } from "../shared/commands/command-context.js";
import type { OidcProvider, PendingSignIn } from "./oidc-provider.js";
import { sessionCookie } from "./session-cookie.js";
import { signInByProvider } from "./sign-in-by-provider.js";

export interface OidcRouteOptions {
  provider: OidcProvider;
  /** The hub's own context, at the origin of a request. */
  contextOf(request: FastifyRequest): CommandContext;
}

const PENDING = "tutti_oidc";
const PENDING_SECONDS = 600;

/**
 * GET /auth/oidc: to the provider, by authorization code with PKCE.
 * GET /auth/oidc/callback: back from it, and in.
 */
export async function oidcRoutes(
  server: FastifyInstance,
  { provider, contextOf }: OidcRouteOptions,
): Promise<void> {
  server.get("/auth/oidc", async (_request, reply) => {
    const { url, pending } = await provider.begin();
    const value = Buffer.from(JSON.stringify(pending)).toString("base64url");
    void reply.header("set-cookie", pendingCookie(value, PENDING_SECONDS));
    return reply.redirect(url.href, 302);
  });
  server.get("/auth/oidc/callback", async (request, reply) => {
    const pending = pendingIn(request);
    const search = request.url.slice("/auth/oidc/callback".length);
    const claims = pending && (await provider.finish(search, pending));
    const opened = claims && (await signInByProvider(contextOf(request), claims));
    if (!opened) return back(reply, "/?sign-in=refused", []);
    const isSecure = request.protocol === "https";
    return back(reply, "/", [sessionCookie(opened.token, opened.expiresAt, isSecure)]);
  });
}

function back(reply: FastifyReply, path: string, cookies: readonly string[]): FastifyReply {
  void reply.header("set-cookie", [...cookies, pendingCookie("", 0)]);
  return reply.redirect(path, 302);
}

/** Lax, not strict: the browser comes back from another site. */
function pendingCookie(value: string, seconds: number): string {
  return `${PENDING}=${value}; Path=/auth/oidc; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;
}

function pendingIn({ headers }: FastifyRequest): PendingSignIn | null {
  const value = new RegExp(`(?:^|;\\s*)${PENDING}=([\\w-]+)`).exec(headers.cookie ?? "")?.[1];
  try {
    const { verifier, state, nonce } = JSON.parse(
      Buffer.from(value ?? "", "base64url").toString("utf8"),
    ) as Record<keyof PendingSignIn, unknown>;
    return { verifier: String(verifier), state: String(state), nonce: String(nonce) };
  } catch {
    return null; // nothing was begun in this browser
  }
}
