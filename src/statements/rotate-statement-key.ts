import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { vaultService } from "../vault/index.js";
import { addSigningKey } from "./sign-with-newest.js";
import { statementKeys, type StatementKeyRow } from "./statement-key.queries.js";

/**
 * Gives statements another signing key from now on; what the old ones signed stays verifiable by
 * their public halves, which stay too.
 */
export function rotateStatementKey(
  ctx: CommandContext,
  input: CommandInput,
): Promise<StatementKeyRow> {
  return runCommand<StatementKeyRow>(ctx, "rotateStatementKey", input, async ({ sql }) => {
    const [newest] = await statementKeys(sql);
    return addSigningKey(
      ctx.services.use(vaultService),
      sql,
      (newest?.number ?? 0) + 1,
      ctx.clock.now(),
    );
  });
}
