import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { InvalidInput } from "../shared/input.errors.js";
import { ensureAccounts } from "./account.queries.js";
import type { AccountSpec } from "./account.queries.js";

const PURPOSE = /^[A-Z][A-Z0-9_]{0,63}$/;
const MAX_REFERENCE = 200;

/**
 * Opens an account; one that is open already stays as it is. Answers its id. @throws InvalidInput
 */
export function openAccount(ctx: CommandContext, spec: AccountSpec): Promise<string> {
  const input: CommandInput & AccountSpec = { ...spec };
  return runCommand(ctx, "openAccount", input, async (work) => {
    if (!PURPOSE.test(spec.purpose)) {
      throw new InvalidInput("A purpose has 1 to 64 of A-Z, 0-9 and _", ["purpose"]);
    }
    if ((spec.reference ?? "").length > MAX_REFERENCE || spec.reference?.includes("\0")) {
      throw new InvalidInput(`A reference has up to ${MAX_REFERENCE} characters`, ["reference"]);
    }
    const [id = ""] = await ensureAccounts(work.sql, [spec], ctx.clock.now());
    return id;
  });
}
