import type { ImportedDocument, PartnerKind, TuttiClient } from "@tutti/client";
import { Command, Option } from "commander";
import { hubFromEnvironment } from "./hub.js";
import { filesBelow, streamOf, type InputFile } from "./import-files.js";
import { importProgress, type ImportProgress } from "./import-progress.js";
import { ImportTally, tallyTable } from "./import-tally.js";

const KINDS: PartnerKind[] = [
  "PAYMENT_VENDOR",
  "GAME_PROVIDER",
  "CREDIT_SUPPLIER",
  "SECURITY_VENDOR",
];

interface ImportOptions {
  adapter?: string;
  partner: string;
  kind: PartnerKind;
  json: boolean;
}

/** `tutti import`: files and folders into the hub; safe to repeat. */
export function importCommand(exitWith: (code: number) => void): Command {
  return new Command("import")
    .description("import a partner's documents: files, archives, folders of them")
    .argument("<paths...>", "files or folders")
    .option("--adapter <name>", "the format, such as camt.053; by default the partner's adapter")
    .requiredOption("--partner <code>", "whose documents they are; added where the key may")
    .addOption(
      new Option("--kind <kind>", "what a partner that is added provides")
        .choices(KINDS)
        .default("PAYMENT_VENDOR"),
    )
    .option("--json", "end with one line of JSON instead of a table", false)
    .action(async (paths: string[], options: ImportOptions) => {
      exitWith(await importFiles(hubFromEnvironment(process.env), paths, options));
    });
}

/** Answers 0 when every document is in the ledger, 1 when one was refused or is not whole. */
async function importFiles(
  hub: TuttiClient,
  paths: string[],
  options: ImportOptions,
): Promise<number> {
  const files = await filesBelow(paths);
  const progress = importProgress(files, process.stderr);
  const tally = new ImportTally();
  try {
    for (const file of files) await importFile(hub, file, options, { tally, progress });
  } finally {
    progress.end();
  }
  console.log(options.json ? JSON.stringify(tally) : tallyTable(tally));
  return tally.refusals.length > 0 ? 1 : 0;
}

async function importFile(
  hub: TuttiClient,
  file: InputFile,
  { adapter, partner, kind }: ImportOptions,
  { tally, progress }: { tally: ImportTally; progress: ImportProgress },
): Promise<void> {
  const lines = hub.documents.import({
    adapter,
    partner,
    createPartner: kind,
    fileName: file.name,
    body: streamOf(file, progress.sent),
  });
  for await (const line of lines) {
    if (line.kind === "summary") tally.add(line);
    else if (line.kind === "skipped") tally.skip(line);
    else documentDone(line, tally, progress);
  }
}

function documentDone(
  document: ImportedDocument,
  tally: ImportTally,
  progress: ImportProgress,
): void {
  tally.note(document);
  progress.documentDone(document);
}
