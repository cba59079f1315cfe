import type { Role } from "@tutti/client";
import { Command } from "commander";
import { hubFromEnvironment } from "./hub.js";
import { table } from "./table.js";

interface CreateOptions {
  email: string;
  name: string;
  role?: string;
}

/** `tutti users`: people with accounts of the hub. */
export function usersCommand(): Command {
  return new Command("users")
    .description("people who sign in: list, create, reset, disable")
    .addCommand(listCommand())
    .addCommand(createCommand())
    .addCommand(resetCommand())
    .addCommand(disableCommand());
}

function listCommand(): Command {
  return new Command("list").description("the people of the hub").action(async () => {
    const rows: [string, string][] = [];
    for await (const person of hubFromEnvironment(process.env).people.list()) {
      rows.push([`${person.id}  ${person.email}`, person.state.toLowerCase()]);
    }
    console.log(rows.length > 0 ? table(rows) : "There is nobody yet.");
  });
}

function createCommand(): Command {
  return new Command("create")
    .description("add a person, and show the password for their first sign-in once")
    .requiredOption("--email <address>", "what they sign in with")
    .requiredOption("--name <name>", "what they are called")
    .option("--role <role>", "what they may do, such as administrator")
    .action(async ({ email, name, role }: CreateOptions) => {
      const hub = hubFromEnvironment(process.env);
      const { person, temporaryPassword } = await hub.people.create({ email, name });
      console.log(`${person.id}  ${email}\nPassword for the first sign-in: ${temporaryPassword}`);
      if (role === undefined) return;
      const named = role.toUpperCase().replaceAll("-", "_") as Role;
      const grant = await hub.grants.give({ personId: person.id, role: named });
      const isWaiting = grant.state === "PENDING";
      console.log(isWaiting ? `${grant.id} waits for a second administrator` : `is ${named}`);
    });
}

function resetCommand(): Command {
  return new Command("reset")
    .description("another password and no second factor, for who lost theirs")
    .argument("<id>", "the person's id, which begins with per_")
    .action(async (personId: string) => {
      const { temporaryPassword } = await hubFromEnvironment(process.env).people.reset({
        personId,
      });
      console.log(`Password for the next sign-in: ${temporaryPassword}`);
    });
}

function disableCommand(): Command {
  return new Command("disable")
    .description("let a person in no more")
    .argument("<id>", "the person's id, which begins with per_")
    .action(async (personId: string) => {
      const { email } = await hubFromEnvironment(process.env).people.disable({ personId });
      console.log(`${email} may not sign in any more.`);
    });
}
