import { setTimeout as wait } from "node:timers/promises";
import { RefusedError, TuttiError, type TuttiClient } from "@tutti/client";
import { Command, InvalidArgumentError } from "commander";
import { hubFromEnvironment } from "./hub.js";
import { streamOf } from "./import-files.js";
import { WatchedFolder, type TakenFile } from "./watched-folder.js";

export interface FolderImport {
  hub: TuttiClient;
  partner: string;
  adapter?: string | undefined;
  everyMs: number;
  /** Ends the watching; the file in hand is finished. */
  stop: AbortSignal;
  say(line: string): void;
  now(): Date;
}

interface FolderOptions {
  partner: string;
  adapter?: string;
  every: number;
}

const SECOND_MS = 1_000;

/** `tutti import-folder`: imports what is put into a folder, until it is stopped. */
export function importFolderCommand(): Command {
  return new Command("import-folder")
    .description("import what is put into a folder; files go to its folders done and failed")
    .argument("<folder>", "the folder")
    .requiredOption("--partner <code>", "whose documents they are")
    .option("--adapter <name>", "the format; by default the partner's adapter")
    .option("--every <seconds>", "how often it is looked at", seconds, 2)
    .action(async (folder: string, { every, ...options }: FolderOptions) => {
      const stop = new AbortController();
      for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop.abort());
      const hub = hubFromEnvironment(process.env);
      const say = (line: string): void => console.log(line);
      const watching = { hub, stop: stop.signal, say, now: () => new Date() };
      await importFolder(folder, { ...options, ...watching, everyMs: every * SECOND_MS });
    });
}

function seconds(text: string): number {
  const value = Number(text);
  if (value >= 0.1 && value <= 3_600) return value;
  throw new InvalidArgumentError("0.1 to 3600 seconds.");
}

/**
 * Imports each file that is put into a folder. A hub that cannot be reached, or is busy, is asked
 * again; a file that it refuses goes to `failed` with the reason.
 * @throws CliError, TuttiError when the hub refuses this client or partner
 */
export async function importFolder(root: string, options: FolderImport): Promise<void> {
  const folder = await WatchedFolder.open(root);
  while (!options.stop.aborted) {
    const files = [...(await folder.left()), ...(await folder.take())];
    const isDone = await importAll(folder, files, options);
    if (!isDone || files.length === 0) await pause(options);
  }
}

/** @returns false when the hub has to be asked again later */
async function importAll(
  folder: WatchedFolder,
  files: readonly TakenFile[],
  options: FolderImport,
): Promise<boolean> {
  for (const file of files) {
    if (options.stop.aborted) return true;
    const result = await importFile(file, options);
    if (result === "later") return false;
    const outcome = result === null ? "done" : "failed";
    await folder.end(file, outcome, options.now(), result ?? undefined);
    options.say(`${outcome}: ${file.name}${result === null ? "" : `, ${result}`}`);
  }
  return true;
}

/** Why a file is refused, null when it is not, "later" when the hub could not take it. */
async function importFile(
  file: TakenFile,
  { hub, partner, adapter, say }: FolderImport,
): Promise<string | null> {
  const refusals: string[] = [];
  const body = streamOf(file, () => undefined);
  try {
    const upload = { partner, fileName: file.name, body, ...(adapter ? { adapter } : {}) };
    for await (const line of hub.documents.import(upload)) {
      if (line.kind === "document" && line.refusal) refusals.push(line.refusal.reason);
    }
  } catch (error) {
    if (!(error instanceof TuttiError)) throw error;
    return failureOf(error, say);
  }
  return refusals.length === 0 ? null : refusals.join("; ");
}

const ABOUT_THE_FILE = new Set(["PAYLOAD_TOO_LARGE", "INVALID_INPUT"]);
const LATER = new Set(["OVERLOADED", "RATE_LIMITED"]);

/** @throws TuttiError that no other file or time would spare */
function failureOf(error: TuttiError, say: FolderImport["say"]): string {
  if (error instanceof RefusedError) {
    if (ABOUT_THE_FILE.has(error.code)) return error.message;
    if (!LATER.has(error.code)) throw error;
  }
  say(`again later: ${error.message}`);
  return "later";
}

async function pause({ everyMs, stop }: FolderImport): Promise<void> {
  try {
    await wait(everyMs, undefined, { signal: stop });
  } catch {
    // it is to stop
  }
}
