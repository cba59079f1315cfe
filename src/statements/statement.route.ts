import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { DomainError } from "../shared/errors.js";
import { decodeId } from "../shared/graphql/global-id.js";
import { presentError } from "../shared/graphql/present-error.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { InvalidInput } from "../shared/input.errors.js";
import { CONTENT_TYPES, FORMATS, renderStatement } from "./render-statement.js";
import type { StatementFormat } from "./render-statement.js";
import { publicKeys } from "./sign-with-newest.js";
import { statementById } from "./statement.loader.js";
import { LANGUAGES, type Language } from "./statement-wording.rules.js";

export interface StatementRouteOptions {
  /** Lets only verified credentials pass. */
  authenticate(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  /** The context of a request that was let pass. */
  contextOf(request: FastifyRequest): RequestContext;
  /** The hub's own context, for what anyone may read. */
  hub: Pick<RequestContext, "sql">;
}

class StatementForbidden extends DomainError {
  constructor() {
    super("FORBIDDEN", 'Statements take "settlement:read"');
  }
}

interface StatementRoute {
  Params: { file: string };
  Querystring: { lang?: string };
}

/**
 * GET /statements/keys: the public keys, for anyone, as a JSON Web Key Set (RFC 7517).
 * GET /statements/<id>.<json|csv|pdf>?lang=<ko|en>: a statement as a file.
 */
export async function statementRoutes(
  server: FastifyInstance,
  { authenticate, contextOf, hub }: StatementRouteOptions,
): Promise<void> {
  server.get("/statements/keys", async (_request, reply) =>
    reply
      .type("application/jwk-set+json")
      .header("cache-control", "public, max-age=300")
      .send({ keys: await publicKeys(hub.sql) }),
  );
  server.get<StatementRoute>(
    "/statements/:file",
    { onRequest: (request, reply) => authenticate(request, reply) },
    async (request, reply) => {
      try {
        return await sendStatement(contextOf(request), request, reply);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const status = error.code === "FORBIDDEN" ? 403 : 400;
        return refuse(request, reply, status, error);
      }
    },
  );
}

/** @throws StatementForbidden, InvalidInput */
async function sendStatement(
  ctx: RequestContext,
  request: FastifyRequest<StatementRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (!ctx.actor.permissions.has("settlement:read")) throw new StatementForbidden();
  const { id, format } = fileOf(request.params.file);
  const language = languageOf(request.query.lang);
  const statement = await ctx.loaders.load(ctx, statementById, id);
  if (!statement)
    return refuse(request, reply, 404, new InvalidInput("There is no such statement"));
  const name = `${statement.number}${format === "json" ? "" : `-${language}`}.${format}`;
  return reply
    .type(CONTENT_TYPES[format])
    .header("content-disposition", `attachment; filename="${name}"`)
    .header("cache-control", "private, max-age=31536000, immutable")
    .send(await renderStatement(statement.content, format, language));
}

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  error: DomainError,
): FastifyReply {
  return reply.code(status).send({ errors: [presentError(error, request.id)] });
}

/** @throws InvalidInput */
function fileOf(file: string): { id: string; format: StatementFormat } {
  const [id = "", extension] = file.split(".");
  const format = FORMATS.find((each) => each === extension);
  if (!format) throw new InvalidInput("A statement is a file .json, .csv or .pdf");
  return { id: decodeId("stm", id), format };
}

/** @throws InvalidInput */
function languageOf(text: string | undefined): Language {
  const language = LANGUAGES.find((each) => each === (text ?? "en"));
  if (!language) throw new InvalidInput(`"lang" is one of ${LANGUAGES.join(", ")}`);
  return language;
}
