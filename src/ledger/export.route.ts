import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { callerDatabase } from "../shared/database/caller-database.js";
import { poolSql } from "../shared/database/sql.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { exportHead, exportLines } from "./export-lines.js";
import { orderOf, type ExportFormat, type ExportOrder } from "./export-transactions.js";
import { pagesOfExport } from "./export.queries.js";

/** Rows that are read, and sent, at once: what an export holds in memory. */
const PAGE_ROWS = 2_000;

const TYPES: Record<ExportFormat, string> = {
  NDJSON: "application/x-ndjson; charset=utf-8",
  CSV: "text/csv; charset=utf-8; header=present",
};

interface ExportRoute {
  Querystring: { link?: string };
}

/**
 * GET /exports/<file>?link=...: the rows of an export as they are read, however many. The link is
 * the credential.
 */
export function addExports(
  server: FastifyInstance,
  ctx: Pick<RequestContext, "database" | "cursors" | "clock">,
): void {
  server.get<ExportRoute>("/exports/:file", async (request, reply) => {
    const order = orderOf(ctx, request.query.link ?? "");
    const name = `transactions.${order.format.toLowerCase()}`;
    void reply.type(TYPES[order.format]);
    void reply.header("content-disposition", `attachment; filename="${name}"`);
    return Readable.from(linesOf(ctx, order), { objectMode: false });
  });
}

async function* linesOf(
  { database }: Pick<RequestContext, "database">,
  order: ExportOrder,
): AsyncGenerator<string> {
  // The link says whose rows it shows, and Postgres keeps it to that.
  const sql = poolSql(callerDatabase(database.hub, order.scope).pool);
  yield exportHead(order.format);
  for await (const rows of pagesOfExport(sql, order, PAGE_ROWS)) {
    yield exportLines(order.format, rows);
  }
}
