import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { recordReading } from "../shared/commands/record-access.js";
import { poolSql } from "../shared/database/sql.js";
import { DomainError } from "../shared/errors.js";
import { presentError } from "../shared/graphql/present-error.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { InvalidInput } from "../shared/input.errors.js";
import { exportAuditTrail, type AuditSigner } from "./export-audit-trail.js";
import { verifyAuditTrail, type AuditReport } from "./verify-audit-trail.js";

export interface AuditRouteOptions {
  /** Lets only verified credentials pass. */
  authenticate(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  /** The context of a request that was let pass. */
  contextOf(request: FastifyRequest): RequestContext;
  /** Signs as the hub does. */
  sign: AuditSigner;
}

class AuditForbidden extends DomainError {
  constructor() {
    super("FORBIDDEN", 'The whole trail takes "audit:read", and a key that sees all partners');
  }
}

interface ExportRoute {
  Querystring: { from?: string; to?: string };
}

/**
 * GET /audit/export?from=&to=: the trail of a time as signed JSON lines.
 * POST /audit/verify: verifies the trail where it is; answers what was found.
 */
export async function auditRoutes(
  server: FastifyInstance,
  { authenticate, contextOf, sign }: AuditRouteOptions,
): Promise<void> {
  const onRequest = (request: FastifyRequest, reply: FastifyReply) => authenticate(request, reply);
  server.get<ExportRoute>("/audit/export", { onRequest }, (request, reply) =>
    answered(request, reply, async () => {
      const ctx = auditorsContext(contextOf(request));
      const [from, to] = [momentOf(request.query.from), momentOf(request.query.to)];
      await recordReading(ctx, { what: "auditExport", which: { from, to } });
      const lines = exportAuditTrail({
        sql: poolSql(ctx.database.pool),
        sign,
        from,
        to,
        now: ctx.clock.now(),
      });
      return reply
        .type("application/x-ndjson; charset=utf-8")
        .header("content-disposition", 'attachment; filename="audit.jsonl"')
        .send(Readable.from(lines, { objectMode: false }));
    }),
  );
  server.post("/audit/verify", { onRequest }, (request, reply) =>
    answered(request, reply, async () => {
      const { database } = auditorsContext(contextOf(request));
      return reply.send(shown(await verifyAuditTrail(poolSql(database.pool))));
    }),
  );
}

/** @throws AuditForbidden */
function auditorsContext(ctx: RequestContext): RequestContext {
  if (ctx.actor.permissions.has("audit:read") && ctx.scope === null) return ctx;
  throw new AuditForbidden();
}

async function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const status = error.code === "FORBIDDEN" ? 403 : 400;
    return reply.code(status).send({ errors: [presentError(error, request.id)] });
  }
}

/** @throws InvalidInput */
function momentOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new InvalidInput('"from" and "to" are moments (ISO 8601)');
  return at;
}

function shown({ verified, brokenAt, head }: AuditReport) {
  return {
    verified: verified.toString(),
    brokenAt: brokenAt?.toString() ?? null,
    head: { sequence: head.sequence.toString(), hash: head.hash.toString("hex") },
  };
}
