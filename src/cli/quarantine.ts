import type { QuarantineItemFilter, QuarantineQuery, TuttiClient } from "@tutti/client";
import { Command } from "commander";
import { CliError } from "./cli-error.js";
import { hubFromEnvironment } from "./hub.js";

type Item = QuarantineQuery["quarantine"]["nodes"][number];

interface Selection {
  partner?: string;
  rule?: string;
  all: boolean;
}

/** Items that one call of the hub takes. */
const AT_ONCE = 500;
/** Items that one command takes, so that a slip stays small. */
const MAX_ITEMS = 10_000;

/** `tutti quarantine`: what came and was not posted. */
export function quarantineCommand(exitWith: (code: number) => void): Command {
  return new Command("quarantine")
    .description("see, replay and reject what came and was not posted")
    .addCommand(listCommand())
    .addCommand(decisionCommand("replay", "try items again", exitWith))
    .addCommand(decisionCommand("reject", "decide that items are never posted", exitWith));
}

function selecting(command: Command): Command {
  return command
    .option("--partner <code>", "only of this partner")
    .option("--rule <rule>", "only held by this rule, such as AMOUNT");
}

function listCommand(): Command {
  return selecting(new Command("list"))
    .description("what waits, the newest first")
    .option("--json", "a line of JSON for each item", false)
    .action(async (options: Selection & { json: boolean }) => {
      const hub = hubFromEnvironment(process.env);
      for await (const item of hub.quarantine.list(await filterOf(hub, options))) {
        console.log(options.json ? JSON.stringify(item) : shown(item));
      }
    });
}

function decisionCommand(
  verb: "replay" | "reject",
  description: string,
  exitWith: (code: number) => void,
): Command {
  return selecting(new Command(verb))
    .description(description)
    .argument("[items...]", "ids of items")
    .option("--all", "all that the options select instead of named items", false)
    .requiredOption("--reason <text>", "why, which goes on record")
    .action(async (items: string[], options: Selection & { reason: string }) => {
      const hub = hubFromEnvironment(process.env);
      const ids = options.all ? await allOf(hub, options) : items;
      if (ids.length === 0) throw new CliError("No items. Name some, or select them with --all.");
      exitWith(await decide(hub, verb, ids, options.reason));
    });
}

/** Answers 0 when nothing of it is open any more. */
async function decide(
  hub: TuttiClient,
  verb: "replay" | "reject",
  ids: readonly string[],
  reason: string,
): Promise<number> {
  const states = new Map<string, number>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const itemIds = ids.slice(start, start + AT_ONCE);
    for (const { state } of await hub.quarantine[verb]({ itemIds, reason })) {
      states.set(state, (states.get(state) ?? 0) + 1);
    }
  }
  for (const [state, items] of states) console.log(`${items} ${state}`);
  return states.has("OPEN") ? 1 : 0;
}

async function allOf(hub: TuttiClient, selection: Selection): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of hub.quarantine.list(await filterOf(hub, selection))) {
    if (ids.push(id) === MAX_ITEMS) break;
  }
  return ids;
}

async function filterOf(
  hub: TuttiClient,
  { partner, rule }: Selection,
): Promise<QuarantineItemFilter> {
  const found = partner === undefined ? undefined : await hub.partners.get({ code: partner });
  if (found === null) throw new CliError(`There is no partner "${partner}".`);
  const rules = rule === undefined ? undefined : [rule as Item["rule"]];
  return { states: ["OPEN"], partnerId: found?.id, rules };
}

function shown({ id, rule, reason, position, document, partner }: Item): string {
  const where = document ? `${document.name}#${position}` : "";
  return `${id}  ${partner?.code ?? ""}  ${where}  ${rule}: ${reason}`;
}
