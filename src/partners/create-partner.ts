import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type Answer, type CommandInput } from "../shared/commands/run-command.js";
import { PartnerCodeTaken } from "./partner.errors.js";
import { Partner } from "./partner.entity.js";
import { PartnerCreated } from "./partner.events.js";
import { assertCode, assertName, type PartnerKind } from "./partner.rules.js";

export interface CreatePartner extends CommandInput {
  code: string;
  name: string;
  kind: PartnerKind;
  /** Made up for a demonstration. */
  synthetic?: boolean | null;
}

/** Adds a partner, active at once. @throws InvalidInput, PartnerCodeTaken */
export function createPartner(ctx: CommandContext, input: CreatePartner): Promise<Answer<Partner>> {
  const { code, name, kind } = input;
  return runCommand(ctx, "createPartner", input, async (work) => {
    assertCode(code);
    assertName(name);
    const partner = work.em.create(Partner, {
      id: ctx.ids.next(),
      code,
      name,
      kind,
      synthetic: input.synthetic ?? false,
      state: "ACTIVE",
      holdReason: null,
      heldAt: null,
      version: 1,
      createdAt: ctx.clock.now(),
    });
    await work.insert(partner, { partner_code: () => new PartnerCodeTaken(code) });
    work.record(new PartnerCreated(partner.id, code, kind));
    return partner;
  });
}
