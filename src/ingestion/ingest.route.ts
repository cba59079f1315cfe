import type { IncomingHttpHeaders } from "node:http";
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { CommandContext } from "../shared/commands/command-context.js";
import { InvalidInput } from "../shared/input.errors.js";
import { poolSql } from "../shared/database/sql.js";
import type { Log } from "../shared/log.js";
import { digestOf } from "../shared/tagged-json.js";
import { activeAdapter, findAdapter } from "./find-adapter.js";
import { assertPermitted, findSource } from "./find-source.js";
import { ingestLines, ingestUpload, STREAM_COMMAND } from "./ingest-body.js";
import { UploadTurns } from "./upload-turns.js";
import { UPLOAD_COMMAND, type UploadPurpose } from "./receive-upload.js";
import { answerRefusals } from "./refuse-request.js";
import { streamAnswers } from "./stream-answers.js";

export interface IngestOptions {
  /** Lets only verified credentials pass, before the body is read. */
  authenticate(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
  /** The context of a request that was let pass. */
  contextOf(request: FastifyRequest): CommandContext;
  log: Log;
  limits?: IngestLimits;
}

/** What a client may take its time for, in milliseconds. */
export interface IngestLimits {
  /** To send the next bytes. */
  idleMs?: number;
  /** To take the next answers. */
  stalledMs?: number;
}

interface IngestRoute {
  Params: { source: string };
  Querystring: { createPartner?: string | string[] };
}

const NDJSON = /^application\/x-ndjson\s*(;|$)/i;

/**
 * POST /ingest/<source>, where the source is a partner's code. With the header
 * `tutti-file-name` the body is a document or an archive of documents, for the adapter that
 * `tutti-adapter` names, else for the source's active one; without them, and as
 * application/x-ndjson, it is canonical transactions, one a line, of any length. Both are answered
 * in NDJSON while they are read.
 */
export async function ingestRoutes(server: FastifyInstance, options: IngestOptions): Promise<void> {
  const stopping = new AbortController();
  const turns = new UploadTurns();
  server.addHook("preClose", async () => stopping.abort());
  // A body of any type is a stream here, which the server does not gather.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", ({ raw }, body, done) =>
    // What was read already, to be held against its signature, comes in the body's place.
    done(null, body === raw ? null : body),
  );
  answerRefusals(server, options.log);
  server.post<IngestRoute>(
    "/ingest/:source",
    { onRequest: (request, reply) => options.authenticate(request, reply) },
    async (request, reply) => {
      const ctx = options.contextOf(request);
      const { idleMs, stalledMs } = options.limits ?? {};
      const reading = { idleMs, stop: stopping.signal };
      const over = closing(reply);
      const purpose = purposeOf(request.headers);
      const partnerId = await sourceOf(ctx, request, purpose);
      const ingest = { ctx, partnerId, body: gatheredBody(request) ?? request.raw, reading, over };
      const answers = await (purpose === "lines"
        ? ingestLines(ingest)
        : ingestUpload(ingest, await uploadPurpose(ctx, partnerId, purpose), turns));
      return streamAnswers(answers, ctx, reply, stalledMs);
    },
  );
}

function gatheredBody({ body }: FastifyRequest<IngestRoute>): Readable | null {
  return body instanceof Readable ? body : null;
}

/** Aborts when the response is sent or its connection broken, whichever comes first. */
function closing({ raw }: FastifyReply): AbortSignal {
  const closed = new AbortController();
  raw.once("close", () => closed.abort());
  return closed.signal;
}

/** Lines of canonical transactions, or a document: for an adapter, by default the source's. */
type Purpose = "lines" | { adapter: string | null; name: string };

/** @throws InvalidInput */
function purposeOf(headers: IncomingHttpHeaders): Purpose {
  const { "tutti-adapter": adapter, "tutti-file-name": name } = headers;
  if (typeof adapter === "string") return { adapter, name: fileName(name) };
  if (typeof name === "string") return { adapter: null, name: fileName(name) };
  if (NDJSON.test(headers["content-type"] ?? "")) return plainLines(headers);
  throw new InvalidInput(
    'Name the file in the header "tutti-file-name", and its format in "tutti-adapter" unless the ' +
      "source has an adapter, or send canonical transactions as application/x-ndjson",
  );
}

/** @throws UnknownAdapter, InvalidInput when the source has no active adapter */
async function uploadPurpose(
  { database }: CommandContext,
  partnerId: string,
  { adapter, name }: Exclude<Purpose, "lines">,
): Promise<Omit<UploadPurpose, "partnerId">> {
  const sql = poolSql(database.pool);
  const found = await (adapter === null
    ? activeAdapter(sql, partnerId)
    : findAdapter(sql, adapter));
  return { adapter: found, name };
}

/** An encoded stream would be read as lines of rubbish, each of them refused. */
function plainLines(headers: IncomingHttpHeaders): "lines" {
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding === "identity") return "lines";
  throw new InvalidInput(`A stream is not taken with the content-encoding "${encoding}"`);
}

async function sourceOf(
  ctx: CommandContext,
  { params, query }: FastifyRequest<IngestRoute>,
  purpose: Purpose,
): Promise<string> {
  const name = purpose === "lines" ? STREAM_COMMAND : UPLOAD_COMMAND;
  const { source } = params;
  await assertPermitted(ctx, "ingestion:import", { name, inputHash: digestOf({ name, source }) });
  const { createPartner } = query;
  return findSource(ctx, source, typeof createPartner === "string" ? createPartner : undefined);
}

const MAX_NAME_LENGTH = 255;

/** Headers carry ASCII only: a name of other characters comes percent-encoded. */
function fileName(header: unknown): string {
  const name = typeof header === "string" ? decoded(header) : "";
  if (name !== "" && name.length <= MAX_NAME_LENGTH && !/\p{Cc}/u.test(name)) return name;
  const message =
    'The header "tutti-file-name" names the file, percent-encoded where it is not ASCII, ' +
    `up to ${MAX_NAME_LENGTH} characters`;
  throw new InvalidInput(message);
}

function decoded(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}
