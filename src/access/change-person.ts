import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { GrantExceedsOwn } from "./api-key.errors.js";
import { grantsOf } from "./grant.queries.js";
import { assertWithin, limitOfGrants, permissionsOfGrants } from "./grant.rules.js";
import { hashPassword, temporaryPassword } from "./hash-password.js";
import { EmailTaken, PersonNotFound } from "./person.errors.js";
import {
  PersonCreated,
  PersonDisabled,
  PersonEnabled,
  PersonReset,
  SessionsEnded,
} from "./person.events.js";
import {
  insertPerson,
  lockPerson,
  peopleById,
  renewTotp,
  setPassword,
  setState,
  type Account,
  type PersonRow,
} from "./person.queries.js";
import { assertPerson } from "./person.rules.js";
import { endSessions } from "./session.queries.js";

export interface CreatePerson extends CommandInput {
  email: string;
  name: string;
}

export interface ChangePerson extends CommandInput {
  personId: string;
}

/** A person, and the password for their first sign-in; null when the command is answered again. */
export interface PersonWithPassword {
  person: PersonRow;
  temporaryPassword: string | null;
}

/** Adds a person, who may do nothing until a role is granted. @throws InvalidInput, EmailTaken */
export async function createPerson(
  ctx: CommandContext,
  input: CreatePerson,
): Promise<PersonWithPassword> {
  let password: string | null = null;
  const person = await runCommand(ctx, "createPerson", input, async (work) => {
    assertUnlimited(ctx);
    assertPerson(input);
    const { email, name } = input;
    const id = ctx.ids.next();
    const first = temporaryPassword();
    const passwordHash = await hashPassword(first);
    const createdAt = ctx.clock.now();
    const added = { id, email, name, passwordHash, provider: null, createdAt };
    if (!(await insertPerson(work.sql, added))) throw new EmailTaken();
    work.record(new PersonCreated(id));
    password = first;
    return shown(work, id);
  });
  return { person, temporaryPassword: password };
}

/**
 * For who lost their password or second factor, or had it stolen: gives another password, takes the
 * second factor away, ends all sessions. @throws PersonNotFound, GrantExceedsOwn
 */
export async function resetPerson(
  ctx: CommandContext,
  input: ChangePerson,
): Promise<PersonWithPassword> {
  let password: string | null = null;
  const person = await runCommand(ctx, "resetPerson", input, async (work) => {
    const { id } = await lockedPerson(ctx, work, input.personId);
    const next = temporaryPassword();
    await setPassword(work.sql, id, await hashPassword(next), true);
    await renewTotp(work.sql, id);
    await endAll(ctx, work, id);
    work.record(new PersonReset(id));
    password = next;
    return shown(work, id);
  });
  return { person, temporaryPassword: password };
}

/** Lets a person in no more, subscriptions included. @throws PersonNotFound, GrantExceedsOwn */
export function disablePerson(ctx: CommandContext, input: ChangePerson): Promise<PersonRow> {
  return runCommand(ctx, "disablePerson", input, async (work) => {
    const { id } = await lockedPerson(ctx, work, input.personId);
    await setState(work.sql, id, "DISABLED");
    await endAll(ctx, work, id);
    work.record(new PersonDisabled(id));
    return shown(work, id);
  });
}

/** Lets a person in again. @throws PersonNotFound, GrantExceedsOwn */
export function enablePerson(ctx: CommandContext, input: ChangePerson): Promise<PersonRow> {
  return runCommand(ctx, "enablePerson", input, async (work) => {
    const { id } = await lockedPerson(ctx, work, input.personId);
    await setState(work.sql, id, "ACTIVE");
    work.record(new PersonEnabled(id));
    return shown(work, id);
  });
}

/** Ends all sessions of a person. @throws PersonNotFound, GrantExceedsOwn */
export function endSessionsOfPerson(ctx: CommandContext, input: ChangePerson): Promise<PersonRow> {
  return runCommand(ctx, "endSessions", input, async (work) => {
    const { id } = await lockedPerson(ctx, work, input.personId);
    await endAll(ctx, work, id);
    return shown(work, id);
  });
}

async function endAll(ctx: CommandContext, work: Work, personId: string): Promise<void> {
  const ended = await endSessions(work.sql, personId, ctx.clock.now());
  work.record(new SessionsEnded(personId, ended));
}

/** Who gives a person a password could sign in as them, so nobody does for whom may do more. */
async function lockedPerson(ctx: CommandContext, work: Work, id: string): Promise<Account> {
  assertUnlimited(ctx);
  const account = await lockPerson(work.sql, id);
  if (!account) throw new PersonNotFound();
  const grants = await grantsOf(work.sql, id, ctx.clock.now());
  const paths = { role: "personId", partners: "personId" };
  assertWithin(permissionsOfGrants(grants), limitOfGrants(grants), ctx.actor, paths);
  return account;
}

/** People belong to no partner: who is limited to partners has nothing to do with them. */
function assertUnlimited({ actor }: CommandContext): void {
  if (actor.scope !== null) throw new GrantExceedsOwn("access to all partners", []);
}

async function shown(work: Work, id: string): Promise<PersonRow> {
  const [person] = await peopleById(work.sql, [id]);
  if (!person) throw new PersonNotFound();
  return person;
}
