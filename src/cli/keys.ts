import type { Role } from "@tutti/client";
import { Command } from "commander";
import { hubFromEnvironment } from "./hub.js";
import { table } from "./table.js";

interface CreateOptions {
  name: string;
  role: string;
  partner?: string;
  scope?: string[];
  from?: string[];
}

/** `tutti keys`: API keys. */
export function keysCommand(): Command {
  return new Command("keys")
    .description("API keys: list, create, rotate, revoke")
    .addCommand(listCommand())
    .addCommand(createCommand())
    .addCommand(rotateCommand())
    .addCommand(revokeCommand());
}

function listCommand(): Command {
  return new Command("list").description("the keys of the hub").action(async () => {
    const rows: [string, string][] = [];
    for await (const key of hubFromEnvironment(process.env).apiKeys.list()) {
      const state = key.revokedAt === null ? (key.lastUsedAt ?? "never used") : "revoked";
      rows.push([`${key.id}  ${key.prefix}  ${key.name}  ${key.role}`, state]);
    }
    console.log(table(rows));
  });
}

function createCommand(): Command {
  return new Command("create")
    .description("make a key, and show it once")
    .requiredOption("--name <name>", "what it is for")
    .requiredOption("--role <role>", "what it may do, such as partner")
    .option("--partner <id>", "the partner that it is limited to")
    .option("--scope <permission...>", "the part of its role that it may use")
    .option("--from <range...>", "the addresses that it may be used from")
    .action(async ({ name, role, partner, scope, from }: CreateOptions) => {
      const { apiKey, secret } = await hubFromEnvironment(process.env).apiKeys.create({
        name,
        role: role.toUpperCase().replaceAll("-", "_") as Role,
        partnerId: partner ?? null,
        scopes: scope ?? null,
        ipRanges: from ?? null,
      });
      console.log(`${apiKey.id}\n${secret}`);
    });
}

function rotateCommand(): Command {
  return new Command("rotate")
    .description("give a key another secret, and show it once")
    .argument("<id>", "the key's id, which begins with key_")
    .option("--overlap <hours>", "how long the secret before stays good", "24")
    .action(async (apiKeyId: string, { overlap }: { overlap: string }) => {
      const overlapHours = Number(overlap);
      const hub = hubFromEnvironment(process.env);
      const { apiKey, secret } = await hub.apiKeys.rotate({ apiKeyId, overlapHours });
      console.log(`${secret}\nThe secret before is good until ${apiKey.previousSecretUntil}.`);
    });
}

function revokeCommand(): Command {
  return new Command("revoke")
    .description("end what a key may do")
    .argument("<id>", "the key's id, which begins with key_")
    .action(async (apiKeyId: string) => {
      const { name } = await hubFromEnvironment(process.env).apiKeys.revoke({ apiKeyId });
      console.log(`"${name}" is revoked.`);
    });
}
