import type { Readable } from "node:stream";
import { ledgerService } from "../ledger/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { answerFile, UploadSummary } from "./answer-upload.js";
import { gatherUpload } from "./gather-upload.js";
import { importUpload } from "./import-upload.js";
import { TransactionStreamOpened } from "./ingestion.events.js";
import { postLines } from "./post-lines.js";
import { readBody, type BodyReading } from "./read-body.js";
import { receiveUpload, type ReceivedUpload, type UploadPurpose } from "./receive-upload.js";
import { recordPatiently } from "./record-patiently.js";
import { linesOf } from "./split-lines.js";
import type { UploadTurns } from "./upload-turns.js";

/** A request to take in what its body holds. */
export interface IngestRequest {
  ctx: CommandContext;
  partnerId: string;
  body: Readable;
  reading: BodyReading;
  /** Aborts when everything was answered, or the client is gone. */
  over: AbortSignal;
}

/** As the audit trail names it. */
export const STREAM_COMMAND = "streamTransactions";

interface StreamTransactions extends CommandInput {
  partnerId: string;
}

/**
 * Posts each line of the body; answers each with a line. That the stream was opened is on record,
 * and what came of it in the ledger.
 */
export async function ingestLines(request: IngestRequest): Promise<AsyncGenerator<string>> {
  const { ctx, partnerId, body, reading } = request;
  const input: StreamTransactions = { partnerId };
  await runCommand(ctx, STREAM_COMMAND, input, async (work) => {
    work.record(new TransactionStreamOpened(partnerId));
  });
  const ledger = ctx.services.use(ledgerService);
  return postLines(linesOf(readBody(body, reading)), {
    partnerId,
    post: (transactions) => recordPatiently(ledger, transactions),
  });
}

/**
 * Keeps the body, then imports the documents in it; answers each with a line, and the whole.
 * @throws UploadTooLarge, UploadsCrowdedOut, BodyIdle, HubStopping
 */
export async function ingestUpload(
  { ctx, partnerId, body, reading, over }: IngestRequest,
  what: Omit<UploadPurpose, "partnerId">,
  turns: UploadTurns,
): Promise<AsyncGenerator<string>> {
  await turns.take(over);
  const upload = await gatherUpload(readBody(body, reading));
  const received = await receiveUpload(ctx, { ...what, partnerId }, upload);
  return answersTo(ctx, received, reading.stop);
}

async function* answersTo(
  ctx: CommandContext,
  received: ReceivedUpload,
  stop: AbortSignal | undefined,
): AsyncGenerator<string> {
  const ledger = ctx.services.use(ledgerService);
  const summary = new UploadSummary();
  for await (const outcome of importUpload(ctx, ledger, received, stop)) {
    summary.add(outcome);
    yield answerFile(outcome);
  }
  yield summary.line();
}
