import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { verifyLedger } from "../ledger/index.js";
import { loadTermsBook, settlementChecks } from "../settlements/index.js";
import type { LedgerService, VerifyProgress, VerifyReport } from "../ledger/index.js";
import { DomainError } from "../shared/errors.js";
import { INTERNAL_ERROR } from "../shared/graphql/present-error.js";
import type { AppDeps } from "./deps.js";
import type { AuthenticateHook } from "./graphql-http.js";
import { sendRefusal } from "./refuse.js";

class VerificationForbidden extends DomainError {
  constructor() {
    super("FORBIDDEN", 'Verifying takes "ledger:verify", and a key that sees all partners');
  }
}

class VerificationRunning extends DomainError {
  readonly retryAfterMs = 10_000;
  constructor() {
    super("OVERLOADED", "This hub is verifying already; try again when it has ended");
  }
}

/** Progress that nobody has taken yet is replaced by what is newer. */
const PROGRESS_PAUSE_MS = 200;

/**
 * POST /ledger/verify: replays the ledger's invariants and answers in NDJSON: how far it is, then
 * the report. With `?since=last` it goes on from the last verified blocks, with `?of=settlements`
 * it verifies what settlements rest on and no more.
 */
export function addVerification(
  server: FastifyInstance,
  {
    deps,
    ledger,
    authenticate,
  }: { deps: AppDeps; ledger: LedgerService; authenticate: AuthenticateHook },
): void {
  let running = false;
  server.post<{ Querystring: { since?: string; of?: string } }>(
    "/ledger/verify",
    { onRequest: authenticate },
    (request, reply) => {
      const { actor } = request;
      if (!actor?.permissions.has("ledger:verify") || actor.scope !== null) {
        return sendRefusal(request, reply, 403, new VerificationForbidden());
      }
      if (running) return sendRefusal(request, reply, 503, new VerificationRunning());
      running = true;
      reply.raw.once("close", () => (running = false));
      const since = request.query.since === "last";
      const settlementsOnly = request.query.of === "settlements";
      const requestId = request.id;
      const lines = verification({ deps, ledger, since, settlementsOnly, requestId });
      return reply
        .type("application/x-ndjson; charset=utf-8")
        .send(Readable.from(lines, { objectMode: false }));
    },
  );
}

interface Verification {
  deps: AppDeps;
  ledger: LedgerService;
  since: boolean;
  settlementsOnly: boolean;
  requestId: string;
}

async function* verification(of: Verification): AsyncGenerator<string> {
  const { deps, ledger, since, settlementsOnly, requestId } = of;
  const ended = new AbortController();
  const progress: { latest?: VerifyProgress } = {};
  const report = verifyLedger({
    connect: () => deps.database.connect(),
    loadTerms: (on) => loadTermsBook(on, (specs) => ledger.accounts.ensure(specs)),
    onProgress: (latest) => (progress.latest = latest),
    clock: deps.clock,
    since,
    settlementsOnly,
    checks: settlementChecks,
    signal: ended.signal,
  });
  try {
    yield* progressUntil(report, progress);
    yield lineOf({ kind: "report", ...(await report) });
  } catch (error) {
    deps.log.error({ err: error, requestId }, "verification failed");
    yield lineOf({ kind: "error", code: "INTERNAL_SERVER_ERROR", message: INTERNAL_ERROR });
  } finally {
    ended.abort(new Error("nobody reads the report any more"));
    await report.catch(() => undefined);
  }
}

async function* progressUntil(
  report: Promise<VerifyReport>,
  progress: { latest?: VerifyProgress },
): AsyncGenerator<string> {
  let over = false;
  const end = report.then(
    () => void (over = true),
    () => void (over = true),
  );
  while (!over) {
    await Promise.race([end, paused()]);
    if (progress.latest) yield lineOf({ kind: "progress", ...progress.latest });
  }
}

function paused(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PROGRESS_PAUSE_MS).unref();
  });
}

function lineOf(line: object): string {
  const text = JSON.stringify(line, (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return `${text}\n`;
}
