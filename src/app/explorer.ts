import { createHash } from "node:crypto";
import fastifyStatic from "@fastify/static";
import { getDistDirectory, renderAltair } from "altair-static";
import type { FastifyInstance } from "fastify";

const PAGE = "/explorer";
const FILES = `${PAGE}/`;

const INITIAL_QUERY = `# First set apiKey in the environment, at the top right.
{
  viewer {
    name
    permissions
  }
}
`;

/**
 * A page to explore the API by hand, at /explorer. All of it comes from this server, and it holds
 * no data: it asks for a key as any client does.
 */
export async function addExplorer(server: FastifyInstance): Promise<void> {
  const page = renderPage();
  const policy = contentPolicy(page);
  await server.register(fastifyStatic, {
    root: getDistDirectory(),
    prefix: FILES,
    index: false,
    cacheControl: true,
    maxAge: 3_600_000,
    setHeaders: (reply) => void reply.header("content-security-policy", policy),
  });
  server.get(PAGE, (_request, reply) =>
    reply
      .type("text/html; charset=utf-8")
      .header("content-security-policy", policy)
      .header("cache-control", "no-cache")
      .send(page),
  );
}

/** The key is set once, as a variable of the environment, for requests and subscriptions alike. */
function renderPage(): string {
  const credential = { Authorization: "Bearer {{apiKey}}" };
  return renderAltair({
    baseURL: FILES,
    endpointURL: "/graphql",
    subscriptionsEndpoint: "/graphql",
    initialName: "Tutti",
    initialEnvironments: { base: { title: "Tutti", variables: { apiKey: "tutti_..." } } },
    initialHeaders: credential,
    initialSubscriptionRequestHandlerId: "graphql-ws",
    initialSubscriptionsPayload: credential,
    initialQuery: INITIAL_QUERY,
    // Altair's banners advertise services of its maker.
    persistedSettings: { "banners.disable": true, "alert.disableUpdateNotification": true },
  });
}

/**
 * Scripts of this server and the page's own one, by its hash; nothing may be loaded from elsewhere.
 */
function contentPolicy(page: string): string {
  const inline = [...page.matchAll(/<script[^>]*>([^<]+)<\/script>/g)].map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    `script-src 'self' ${inline.join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
