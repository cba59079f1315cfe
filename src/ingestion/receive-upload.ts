import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { vaultService } from "../vault/index.js";
import type { Adapter } from "./adapters/index.js";
import { insertArrival, noteRaw } from "./arrival.queries.js";
import { receiveDocument } from "./document.queries.js";
import type { GatheredUpload } from "./gather-upload.js";
import { UploadArrived } from "./ingestion.events.js";
import { settleLate } from "./quality/quality.job.js";
import { keepContent } from "./seal-raw-content.js";

/** As the audit trail names it. */
export const UPLOAD_COMMAND = "importDocument";

/** What an upload is for. */
export interface UploadPurpose {
  partnerId: string;
  adapter: Adapter;
  /** The name of the file, only ever shown and matched. */
  name: string;
}

/** An upload that is kept. */
export interface ReceivedUpload extends UploadPurpose {
  arrivalId: string;
  upload: GatheredUpload;
}

interface ImportDocument extends CommandInput {
  partnerId: string;
  adapter: string;
  name: string;
  sha256: string;
}

/** Keeps an upload's bytes before anybody reads them, with who brought them, when and how. */
export async function receiveUpload(
  ctx: CommandContext,
  purpose: UploadPurpose,
  upload: GatheredUpload,
): Promise<ReceivedUpload> {
  const { partnerId, name } = purpose;
  const adapter = purpose.adapter.name;
  const { sha256 } = upload;
  const input: ImportDocument = { partnerId, adapter, name, sha256: sha256.toString("hex") };
  const arrivalId = await runCommand(ctx, UPLOAD_COMMAND, input, async (work) => {
    const { sql } = work;
    const at = ctx.clock.now();
    const id = ctx.ids.next();
    await noteRaw(sql, upload, at);
    const { actor, origin } = ctx;
    const arrival = { id, rawSha256: sha256, partnerId, adapter, name, actor, origin, at };
    await insertArrival(sql, arrival);
    await settleLate(ctx, work, partnerId);
    const content = { sha256, partnerId, bytes: upload.bytes };
    await keepContent(ctx.services.use(vaultService), sql, content, at);
    if (upload.isDocument && purpose.adapter.accepts(name)) {
      const file = { id: ctx.ids.next(), partnerId, adapter, sha256, arrivalId: id, name, at };
      await receiveDocument(sql, file);
    }
    work.record(new UploadArrived(id, partnerId, adapter, input.sha256));
    return id;
  });
  return { ...purpose, arrivalId, upload };
}
