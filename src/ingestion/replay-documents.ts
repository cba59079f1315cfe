import { ledgerService } from "../ledger/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { poolSql } from "../shared/database/sql.js";
import { InvalidInput } from "../shared/input.errors.js";
import { vaultService } from "../vault/index.js";
import { activationsOf, arrivalOfDocument, type KeptArrival } from "./adapter.queries.js";
import type { Adapter } from "./adapters/index.js";
import { findAdapter } from "./find-adapter.js";
import type { DocumentResult } from "./import-document.js";
import { importUpload } from "./import-upload.js";
import { DocumentErased } from "./ingestion.errors.js";
import { DocumentsReplayed } from "./ingestion.events.js";
import { openContent } from "./seal-raw-content.js";

export interface ReplayDocuments extends CommandInput {
  documentIds: string[];
  reason: string;
}

/** Kept uploads that one call reads again. */
export const MAX_REPLAYED = 20;

/**
 * Reads kept uploads again through the adapters that are active now. What is in the ledger stays:
 * the same row is known, another one under the same id is refused and listed.
 * @throws InvalidInput, Overloaded
 */
export async function replayDocuments(
  ctx: CommandContext,
  input: ReplayDocuments,
): Promise<DocumentResult[]> {
  const arrivals = await arrivalsOf(ctx, input.documentIds);
  await runCommand(ctx, "replayDocuments", input, async (work) => {
    work.record(new DocumentsReplayed(input.documentIds, input.reason));
  });
  return replayAll(ctx, arrivals);
}

/** Reads kept uploads again, as part of a command that is on record. @throws Overloaded */
export async function readAgain(
  ctx: CommandContext,
  documentIds: readonly string[],
): Promise<DocumentResult[]> {
  if (documentIds.length === 0) return [];
  return replayAll(ctx, await arrivalsOf(ctx, documentIds));
}

async function replayAll(
  ctx: CommandContext,
  arrivals: readonly KeptArrival[],
): Promise<DocumentResult[]> {
  const results: DocumentResult[] = [];
  for (const arrival of arrivals) results.push(...(await replay(ctx, arrival)));
  return results;
}

/** Several documents of one archive are one upload. */
async function arrivalsOf(
  ctx: CommandContext,
  documentIds: readonly string[],
): Promise<KeptArrival[]> {
  if (documentIds.length === 0 || documentIds.length > MAX_REPLAYED) {
    throw new InvalidInput(`Replay 1 to ${MAX_REPLAYED} documents at a time`, ["documentIds"]);
  }
  const sql = poolSql(ctx.database.pool);
  const found = new Map<string, KeptArrival>();
  for (const [index, id] of documentIds.entries()) {
    const arrival = await arrivalOfDocument(sql, ctx.actor.scope, id);
    if (arrival === null)
      throw new InvalidInput("There is no such document", ["documentIds", index]);
    found.set(arrival.arrivalId, arrival);
  }
  return [...found.values()];
}

async function replay(ctx: CommandContext, arrival: KeptArrival): Promise<DocumentResult[]> {
  const { partnerId, name, arrivalId, sha256, compression } = arrival;
  const bytes = await bytesOf(ctx, arrival);
  const adapter = await adapterOf(ctx, arrival);
  const sizeBytes = Number(arrival.sizeBytes);
  const upload = { sha256, sizeBytes, compression, bytes, isDocument: true };
  const received = { partnerId, adapter, name, arrivalId, upload };
  const results: DocumentResult[] = [];
  for await (const outcome of importUpload(ctx, ctx.services.use(ledgerService), received)) {
    if (outcome.kind === "document") results.push(outcome.result);
  }
  return results;
}

/** What is active at the source; where nothing is, the adapter for which it came. */
async function adapterOf(
  { database }: CommandContext,
  { partnerId, adapter }: KeptArrival,
): Promise<Adapter> {
  const sql = poolSql(database.pool);
  const [active] = await activationsOf(sql, partnerId);
  return findAdapter(sql, active?.adapter ?? adapter, active?.version);
}

/** @throws DocumentErased */
async function bytesOf(ctx: CommandContext, { plain, ...kept }: KeptArrival): Promise<Buffer> {
  const sql = poolSql(ctx.database.pool);
  const bytes = plain ?? (await openContent(ctx.services.use(vaultService), sql, kept));
  if (!bytes) throw new DocumentErased();
  return bytes;
}
