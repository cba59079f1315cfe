import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { hubFromEnvironment } from "./hub.js";

interface ListOptions {
  actor?: string;
  command?: string[];
  partner?: string;
  refused: boolean;
  from?: string;
  to?: string;
  limit: string;
}

interface ExportOptions {
  from?: string;
  to?: string;
  output?: string;
}

/** `tutti audit`: the trail, listed or exported for an auditor. */
export function auditCommand(): Command {
  return new Command("audit")
    .description("who did what: list the audit trail, or export it signed")
    .addCommand(listCommand())
    .addCommand(exportCommand());
}

function listCommand(): Command {
  return new Command("list")
    .description("rows of the trail as JSON lines, the newest first")
    .option("--actor <id>", "only of this actor")
    .option("--command <name...>", "only these commands")
    .option("--partner <id>", "only about this partner")
    .option("--refused", "only what was refused or failed", false)
    .option("--from <time>", "only at or after this")
    .option("--to <time>", "only before this")
    .option("--limit <rows>", "how many at the most", "100")
    .action(async ({ actor, command, partner, refused, from, to, limit }: ListOptions) => {
      const filter = {
        actorId: actor ?? null,
        commands: command ?? null,
        partnerId: partner ?? null,
        outcomes: refused ? (["REFUSED", "FAILED"] as const).slice() : null,
        from: from ?? null,
        to: to ?? null,
      };
      let rest = Number(limit);
      for await (const row of hubFromEnvironment(process.env).audit.list(filter)) {
        if (rest-- <= 0) break;
        console.log(JSON.stringify(row));
      }
    });
}

function exportCommand(): Command {
  return new Command("export")
    .description("the trail of a time as signed JSON lines; `tutti verify --audit` verifies them")
    .option("--from <time>", "at or after this; from the beginning when left out")
    .option("--to <time>", "before this; up to the end when left out")
    .option("--output <file>", "where to; the standard output when left out")
    .action(async ({ output, ...time }: ExportOptions) => {
      const bytes = Readable.fromWeb(
        (await hubFromEnvironment(process.env).audit.export(time)) as Parameters<
          typeof Readable.fromWeb
        >[0],
      );
      if (output === undefined) await pipeline(bytes, process.stdout, { end: false });
      else await pipeline(bytes, createWriteStream(output, { mode: 0o600 }));
    });
}
