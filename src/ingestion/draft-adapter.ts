import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type Answer, type CommandInput } from "../shared/commands/run-command.js";
import { InvalidInput } from "../shared/input.errors.js";
import { insertAdapterVersion, type AdapterVersion } from "./adapter.queries.js";
import { adapterNames, declarativeAdapter, readDefinition } from "./adapters/index.js";
import { AdapterDrafted } from "./ingestion.events.js";

export interface DraftAdapter extends CommandInput {
  adapter: string;
  /** JSON. */
  definition: string;
  note?: string | null;
}

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_NAME = 64;
const MAX_NOTE = 500;

/**
 * Keeps a definition as the next version of an adapter. It reads nothing until it is activated.
 * @throws InvalidInput, with the path of what is wrong in the definition
 */
export function draftAdapter(
  ctx: CommandContext,
  input: DraftAdapter,
): Promise<Answer<AdapterVersion>> {
  return runCommand(ctx, "draftAdapter", input, async (work) => {
    const { adapter } = input;
    const note = input.note ?? "";
    assertName(adapter);
    if (note.length > MAX_NOTE)
      throw new InvalidInput(`A note has ${MAX_NOTE} characters`, ["note"]);
    const definition = definitionOf(input.definition);
    declarativeAdapter(adapter, "0", readDefinition(definition));
    const drafted = await insertAdapterVersion(work.sql, ctx.ids.next(), {
      adapter,
      definition,
      note,
      draftedBy: ctx.actor.name,
      draftedAt: ctx.clock.now(),
    });
    work.record(new AdapterDrafted(adapter, drafted.version));
    return drafted;
  });
}

function assertName(name: string): void {
  if (!NAME.test(name) || name.length > MAX_NAME) {
    const message = `The name of an adapter is up to ${MAX_NAME} of a-z, 0-9 and single hyphens`;
    throw new InvalidInput(message, ["adapter"]);
  }
  if (!adapterNames().includes(name)) return;
  const message = `"${name}" comes with the hub; draft what differs from it under another name`;
  throw new InvalidInput(message, ["adapter"]);
}

/** @throws InvalidInput when it is no JSON object */
export function definitionOf(text: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new InvalidInput("The definition is not a JSON object", ["definition"]);
}
