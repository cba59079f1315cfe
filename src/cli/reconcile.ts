import type { ReconciliationBreakFieldsFragment, TuttiClient } from "@tutti/client";
import { Command } from "commander";
import { CliError } from "./cli-error.js";
import { hubFromEnvironment } from "./hub.js";
import { table } from "./table.js";

type Break = ReconciliationBreakFieldsFragment;

interface ReconcileOptions {
  partner: string;
  json: boolean;
}

/** Breaks that are shown to a person; a program gets all. */
const SHOWN = 50;

/** `tutti reconcile`: looks at a partner now, and lists the breaks that are open. */
export function reconcileCommand(exitWith: (code: number) => void): Command {
  return new Command("reconcile")
    .description("hold a partner's statements against the ledger now, and list what differs")
    .requiredOption("--partner <code>", "whose statements")
    .option("--json", "answer with one line of JSON", false)
    .action(async (options: ReconcileOptions) => {
      exitWith(await reconcile(hubFromEnvironment(process.env), options));
    });
}

/** Answers 0 when no break is open. */
async function reconcile(hub: TuttiClient, { partner, json }: ReconcileOptions): Promise<number> {
  const found = await hub.partners.get({ code: partner });
  if (!found) throw new CliError(`There is no partner "${partner}" that this key may see.`);
  const partnerId = found.id;
  const run = await hub.reconciliation.run({ partnerId });
  const breaks: Break[] = [];
  const states = ["OPEN", "PROPOSED"] as const;
  for await (const one of hub.reconciliation.breaks({ partnerId, states: [...states] })) {
    breaks.push(one);
  }
  console.log(json ? JSON.stringify({ run, breaks }) : shown(run, breaks));
  return breaks.length > 0 ? 1 : 0;
}

type Run = Awaited<ReturnType<TuttiClient["reconciliation"]["run"]>>;

function shown(run: Run, breaks: readonly Break[]): string {
  const counts = table([
    ["matched", String(run.matched)],
    ["of them within tolerance", String(run.withTolerance)],
    ["breaks opened", String(run.opened)],
    ["breaks resolved by themselves", String(run.resolved)],
    ["breaks open", String(breaks.length)],
  ]);
  const causes = [...Map.groupBy(breaks, ({ explanation }) => explanation ?? "")]
    .filter(([explanation]) => explanation !== "")
    .map(([explanation, members]) => `  ${explanation} (${members.length} breaks)`);
  const listed = breaks.slice(0, SHOWN).map(lineOf);
  const left = breaks.length - listed.length;
  return [
    counts,
    ...(causes.length > 0 ? ["", "Causes:", ...causes] : []),
    ...(listed.length > 0 ? ["", "Breaks:", ...listed] : []),
    ...(left > 0 ? [`  and ${left} more: --json lists all`] : []),
  ].join("\n");
}

function lineOf(one: Break): string {
  const { day, kind, fields, difference, ageDays, proposal } = one;
  const what = [kind, ...fields.map(({ field }) => field)].join(" ");
  const reference = one.lineReference ?? one.transaction?.reference ?? one.statementName ?? "";
  const amount = `${difference.amount} ${difference.currency}`;
  return `  ${day}  ${what}  ${amount}  ${reference}  ${ageDays} days, ${proposal}`;
}
