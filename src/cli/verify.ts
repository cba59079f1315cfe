import type { TuttiClient, VerifyProgress, VerifyReport } from "@tutti/client";
import { Presets, SingleBar } from "cli-progress";
import { Command } from "commander";
import { hubFromEnvironment } from "./hub.js";
import { table } from "./table.js";
import { verifyAudit } from "./verify-audit.js";

interface VerifyOptions {
  since: boolean;
  audit: boolean;
  file?: string;
  keys?: string;
  settlements: boolean;
  json: boolean;
}

/** `tutti verify`: the ledger's invariants, replayed on the live database. */
export function verifyCommand(exitWith: (code: number) => void): Command {
  return new Command("verify")
    .description("replay the ledger's invariants on the live database, without blocking it")
    .option("--since", "only what was posted after the last verification", false)
    .option("--audit", "the audit trail instead of the ledger", false)
    .option("--file <file>", "with --audit: an exported trail, without asking the hub")
    .option("--keys <file>", "with --file: the public keys, as `tutti statement keys` writes them")
    .option(
      "--settlements",
      "only positions, recomputed from all transactions, and settlements",
      false,
    )
    .option("--json", "end with one line of JSON instead of a table", false)
    .action(async (options: VerifyOptions) => {
      const hub = (): TuttiClient => hubFromEnvironment(process.env);
      exitWith(await (options.audit ? verifyAudit(hub, options) : verify(hub(), options)));
    });
}

/** Answers 0 when the ledger is as it should be, 1 when it is not. */
async function verify(hub: TuttiClient, options: VerifyOptions): Promise<number> {
  const { since, settlements, json } = options;
  const progress = progressOn(process.stderr);
  let report: VerifyReport | undefined;
  try {
    for await (const line of hub.ledger.verify({ since, ...(settlements && OF_SETTLEMENTS) })) {
      if (line.kind === "report") report = line;
      else progress.show(line);
    }
  } finally {
    progress.end();
  }
  if (!report) return 1;
  const what = settlements ? "What is settled is" : "The ledger is";
  console.log(json ? JSON.stringify(report) : text(report, what));
  return report.clean ? 0 : 1;
}

const OF_SETTLEMENTS = { of: "settlements" } as const;

function text({ clean, faults, counts }: VerifyReport, what: string): string {
  const rows = Object.entries(counts).map(
    ([name, count]) => [name, count.toLocaleString("en-US")] as [string, string],
  );
  const lines = faults.map(({ invariant, sentence }) => `  invariant ${invariant}: ${sentence}`);
  const verdict = clean ? `${what} as it should be.` : `${what} NOT as it should be:`;
  return [table(rows), "", verdict, ...lines].join("\n");
}

function progressOn(stream: NodeJS.WriteStream) {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar({ stream, hideCursor: true }, Presets.shades_classic);
  bar.start(1, 0);
  return {
    show({ done, total }: VerifyProgress) {
      bar.setTotal(total);
      bar.update(done);
    },
    end: () => bar.stop(),
  };
}
