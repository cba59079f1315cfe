import type { Role } from "@tutti/client";
import { Command } from "commander";
import { hubFromEnvironment } from "./hub.js";
import { table } from "./table.js";

interface GiveOptions {
  to: string;
  role: string;
  partner?: string[];
  until?: string;
  reason?: string;
}

/** `tutti grants`: who has which role. */
export function grantsCommand(): Command {
  return new Command("grants")
    .description("who has which role: list, give, approve, refuse, revoke")
    .addCommand(listCommand())
    .addCommand(giveCommand())
    .addCommand(decideCommand("approve", "let a grant come into force"))
    .addCommand(decideCommand("refuse", "refuse a grant"))
    .addCommand(decideCommand("revoke", "take a grant back"));
}

function listCommand(): Command {
  return new Command("list").description("the grants of the hub").action(async () => {
    const rows: [string, string][] = [];
    for await (const grant of hubFromEnvironment(process.env).grants.list()) {
      const holder = grant.person?.name ?? grant.apiKey?.name ?? "";
      const role = grant.role ?? grant.ownRole?.name ?? "";
      rows.push([`${grant.id}  ${holder}: ${role}`, grant.state.toLowerCase()]);
    }
    console.log(table(rows));
  });
}

function giveCommand(): Command {
  return new Command("give")
    .description("grant a role")
    .requiredOption("--to <id>", "a person (per_) or an API key (key_)")
    .requiredOption("--role <role>", "such as auditor, or the id of a role of your own (rol_)")
    .option("--partner <id...>", "the partners that it is limited to, for a person")
    .option("--until <time>", "when it ends, such as 2026-12-31T00:00:00Z")
    .option("--reason <text>", "why")
    .action(async ({ to, role, partner, until, reason }: GiveOptions) => {
      const isOwn = role.startsWith("rol_");
      const grant = await hubFromEnvironment(process.env).grants.give({
        ...(to.startsWith("per_") ? { personId: to } : { apiKeyId: to }),
        ...(isOwn ? { roleId: role } : { role: role.toUpperCase().replaceAll("-", "_") as Role }),
        partnerIds: partner ?? null,
        expiresAt: until ?? null,
        reason: reason ?? null,
      });
      console.log(`${grant.id}  ${grant.state.toLowerCase()}`);
    });
}

function decideCommand(verb: "approve" | "refuse" | "revoke", description: string): Command {
  return new Command(verb)
    .description(description)
    .argument("<id>", "the grant's id, which begins with grt_")
    .action(async (grantId: string) => {
      const grant = await hubFromEnvironment(process.env).grants[verb]({ grantId });
      console.log(`${grant.id}  ${grant.state.toLowerCase()}`);
    });
}
