import { createHash } from "node:crypto";
import type { CommandContext } from "../shared/commands/command-context.js";
import { poolSql } from "../shared/database/sql.js";
import type { Refusal } from "./adapters/index.js";
import { openInput, type InputMember } from "./archive-members.js";
import { arrivedBytes } from "./gather-upload.js";
import { evidenceService } from "./sort-evidence.js";
import { importDocument, refuse, type DocumentResult, type ImportWork } from "./import-document.js";
import { HubStopping } from "./ingestion.errors.js";
import { Gate } from "./limit-concurrency.js";
import { sourceCheck } from "./quality/check-source.js";
import { readFile } from "./read-file.js";
import { recordPatiently, type RecordingLedger } from "./record-patiently.js";
import type { ReceivedUpload } from "./receive-upload.js";

export const IMPORT_LIMITS = {
  /** Documents of an upload that are being posted while the next ones are read. */
  documentsInFlight: 8,
  /** Rows of them; the next document is read when there are fewer. */
  rowsInFlight: 50_000,
  /** Chunks of them that are offered to the ledger at once. */
  chunksInFlight: 6,
};

/** A file of an upload that was not for the adapter. */
export interface SkippedFile {
  file: string;
  note: string;
}

/** What became of a file of an upload. */
export type FileOutcome =
  | { kind: "document"; result: DocumentResult }
  | { kind: "skipped"; skipped: SkippedFile };

/**
 * Imports the documents of an upload, in its order; while some are posted the next are read. A
 * refused document stops nothing.
 * @throws Overloaded when the ledger stayed full, HubStopping
 */
export async function* importUpload(
  ctx: CommandContext,
  ledger: RecordingLedger,
  received: ReceivedUpload,
  stop?: AbortSignal,
): AsyncGenerator<FileOutcome> {
  const flight = new Flight();
  const work = await workFor(ctx, ledger, received);
  const source = { name: received.name, bytes: arrivedBytes(received.upload) };
  const accepts = (name: string): boolean => received.adapter.accepts(name);
  try {
    for await (const member of openInput(source, accepts)) {
      if (stop?.aborted) throw new HubStopping();
      await flight.add(work, member, received);
      while (flight.isFull) yield await flight.next();
    }
    while (flight.size > 0) yield await flight.next();
  } finally {
    await flight.landed();
  }
}

async function workFor(
  ctx: CommandContext,
  ledger: RecordingLedger,
  { partnerId, adapter, arrivalId }: ReceivedUpload,
): Promise<ImportWork> {
  const { clock, ids } = ctx;
  const check = await sourceCheck(ctx, partnerId);
  const sql = poolSql(ctx.database.pool);
  const gate = new Gate(IMPORT_LIMITS.chunksInFlight);
  const post: ImportWork["post"] = (transactions) =>
    gate.run(() => recordPatiently(ledger, transactions));
  const evidence = ctx.services.use(evidenceService);
  return { sql, clock, ids, partnerId, adapter, check, arrivalId, evidence, post };
}

interface Flying {
  rows: number;
  outcome: Promise<FileOutcome>;
}

/** The files that are read and not yet posted, in order. */
class Flight {
  private readonly flying: Flying[] = [];
  private rows = 0;

  get size(): number {
    return this.flying.length;
  }

  get isFull(): boolean {
    const { documentsInFlight, rowsInFlight } = IMPORT_LIMITS;
    return this.size >= documentsInFlight || this.rows >= rowsInFlight;
  }

  async add(work: ImportWork, member: InputMember, received: ReceivedUpload): Promise<void> {
    if (member.kind === "document") {
      const file = await readFile(work.adapter, member);
      this.fly(rowsOf(file.content), document(importDocument(work, file)));
    } else if (member.kind === "refused") {
      this.fly(0, document(refuseMember(work, member.refusal, received)));
    } else {
      const skipped = { file: member.name, note: member.note };
      this.fly(0, Promise.resolve({ kind: "skipped", skipped }));
    }
  }

  async next(): Promise<FileOutcome> {
    const [first] = this.flying;
    if (!first) throw new Error("Nothing is in flight");
    const outcome = await first.outcome;
    this.flying.shift();
    this.rows -= first.rows;
    return outcome;
  }

  /** Resolves when all have ended, one way or the other. */
  async landed(): Promise<void> {
    await Promise.allSettled(this.flying.map(({ outcome }) => outcome));
  }

  private fly(rows: number, outcome: Promise<FileOutcome>): void {
    // Whoever takes it meets its failure; until then it must not count as one nobody handles.
    outcome.catch(() => undefined);
    this.flying.push({ rows, outcome });
    this.rows += rows;
  }
}

async function document(ending: Promise<DocumentResult>): Promise<FileOutcome> {
  return { kind: "document", result: await ending };
}

function rowsOf(content: Awaited<ReturnType<typeof readFile>>["content"]): number {
  if ("refusal" in content) return 0;
  return content.documents.reduce((sum, { transactions }) => sum + transactions.length, 0);
}

/** The archive itself was refused, or a member that was not taken out of it. */
function refuseMember(
  work: ImportWork,
  refusal: Refusal,
  { upload: { sha256 }, name }: ReceivedUpload,
): Promise<DocumentResult> {
  const { file } = refusal;
  const ofMember = createHash("sha256").update(sha256).update(file).digest();
  return refuse(work, { name: file, sha256: file === name ? sha256 : ofMember }, refusal);
}
