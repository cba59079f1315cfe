import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { ServiceKey } from "../shared/commands/services.js";
import { policiesOf } from "./policy.queries.js";
import { PartnerNotReconciled } from "./reconciliation.errors.js";
import type { RunRow } from "./run.queries.js";

/** What looks at partners, for whoever asks for it. */
export interface ReconciliationService {
  look(partnerId: string): Promise<RunRow | null>;
}

export const reconciliationService = new ServiceKey<ReconciliationService>("reconciliation");

export interface RunReconciliation extends CommandInput {
  partnerId: string;
}

/** Looks at a partner now, without waiting for an arrival. @throws PartnerNotReconciled */
export async function runReconciliation(
  ctx: CommandContext,
  input: RunReconciliation,
): Promise<RunRow> {
  await runCommand(ctx, "runReconciliation", input, async ({ sql }) => {
    const [policy] = await policiesOf(sql, [input.partnerId]);
    if (!policy) throw new PartnerNotReconciled();
  });
  const run = await ctx.services.use(reconciliationService).look(input.partnerId);
  if (!run) throw new PartnerNotReconciled();
  return run;
}
