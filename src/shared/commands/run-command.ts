import { setTimeout as wait } from "node:timers/promises";
import { isTransient } from "../database/sql-state.js";
import { recordEvents, tellEvents, type RecordedEvent } from "../events/outbox.js";
import { InvalidInput } from "../input.errors.js";
import { digestOf, fromTaggedJson, toTaggedJson, type Json } from "../tagged-json.js";
import { subjectOf } from "./audit-subject.js";
import { findClaim, insertClaim, lockKey } from "./claim.queries.js";
import { CommandCrowdedOut, IdempotencyKeyReused } from "./command.errors.js";
import type { CommandContext } from "./command-context.js";
import { recordRefusal, type NamedCommand } from "./record-refusal.js";
import { Work } from "./work.js";

/** How often a command is tried when others get in its way. */
export const MAX_ATTEMPTS = 5;
const FIRST_PAUSE_MS = 4;
const MAX_KEY_LENGTH = 255;

/** The input of a command; under an idempotency key it has its effect once. */
export interface CommandInput {
  readonly idempotencyKey?: string | null;
}

/** What a command answers: the plain values of what its work returned, the same on every replay. */
export type Answer<T> = T extends Date | bigint | string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? Answer<Item>[]
    : { [Key in DataKey<T>]: Answer<T[Key]> };

type DataKey<T> = {
  [Key in keyof T]: Key extends symbol
    ? never
    : T[Key] extends (...args: never) => unknown
      ? never
      : Key;
}[keyof T];

interface Command extends NamedCommand {
  readonly key: string | null;
}

interface Outcome {
  readonly answer: Json;
  readonly recorded: readonly RecordedEvent[];
}

/**
 * The one way in which a person or partner changes something: claims the idempotency key (the same
 * input answers as before), does the work, and commits it together with its audit row, its answer
 * and its facts, which are told after the commit. A refusal rolls all of it back and is on record.
 * @throws IdempotencyKeyReused, CommandCrowdedOut, and what the work throws
 */
export async function runCommand<T>(
  ctx: CommandContext,
  name: string,
  input: CommandInput,
  work: (work: Work) => Promise<T>,
): Promise<Answer<T>> {
  const command = describe(name, input);
  try {
    const outcome = await tried(() => attempt(ctx, command, work));
    await tell(ctx, outcome.recorded);
    return fromTaggedJson(outcome.answer) as Answer<T>;
  } catch (error) {
    await recordRefusal(ctx, command, error);
    throw error;
  }
}

function describe(name: string, input: CommandInput): Command {
  const { idempotencyKey, ...rest } = input;
  const key = idempotencyKey ?? null;
  if (key !== null && (key.length === 0 || key.length > MAX_KEY_LENGTH)) {
    const message = `An idempotency key has 1 to ${MAX_KEY_LENGTH} characters`;
    throw new InvalidInput(message, ["idempotencyKey"]);
  }
  return { name, key, inputHash: digestOf({ name, input: rest }), ...subjectOf(rest) };
}

/** The pauses differ between rivals, or two deadlocked commands would meet again and again. */
async function tried<T>(attemptOnce: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attemptOnce();
    } catch (error) {
      if (!isTransient(error)) throw error;
      if (count === MAX_ATTEMPTS) throw new CommandCrowdedOut();
      await wait(FIRST_PAUSE_MS * 2 ** count * (0.5 + Math.random()));
    }
  }
}

function attempt<T>(
  ctx: CommandContext,
  command: Command,
  perform: (work: Work) => Promise<T>,
): Promise<Outcome> {
  const fork = ctx.database.hub.orm.em.fork();
  fork.setFilterParams("partnerScope", { partnerIds: ctx.actor.scope });
  return fork.transactional(async (em) => {
    const work = new Work(em);
    const before = await answeredBefore(ctx, command, work);
    if (before) return { answer: before, recorded: [] };
    await ctx.database.limit(em);
    const value = await perform(work);
    work.noteChanges();
    await em.flush();
    await ctx.database.hubAgain(em);
    return complete(ctx, command, work, toTaggedJson(value));
  });
}

async function answeredBefore(
  ctx: CommandContext,
  command: Command,
  { sql }: Work,
): Promise<Json | null> {
  if (command.key === null) return null;
  await lockKey(sql, ctx.actor.id, command.key);
  const claim = await findClaim(sql, ctx.actor.id, command.key);
  if (!claim) return null;
  if (claim.command !== command.name || !command.inputHash.equals(claim.inputHash)) {
    throw new IdempotencyKeyReused();
  }
  return claim.answer;
}

async function complete(
  ctx: CommandContext,
  { name, key, inputHash, ...about }: Command,
  { sql, events, changes }: Work,
  answer: Json,
): Promise<Outcome> {
  const at = ctx.clock.now();
  const { actor, origin } = ctx;
  if (key !== null) {
    await insertClaim(sql, actor.id, key, { command: name, inputHash, answer }, at);
  }
  const recorded = await recordEvents(sql, ctx.ids, at, events);
  const subject = subjectOf(about, events);
  const record = { at, actor, origin, command: name, inputHash, facts: events, changes };
  await ctx.audit.append(sql, { ...record, ...subject, outcome: "DONE", code: null });
  return { answer, recorded };
}

/**
 * The command is committed by now: what fails here is made up for by the outbox, not by a refusal.
 */
async function tell(ctx: CommandContext, recorded: readonly RecordedEvent[]): Promise<void> {
  try {
    await tellEvents(ctx.database.hub, ctx.events, recorded);
  } catch (error) {
    ctx.log.warn({ err: error }, "facts stay in the outbox and will be told later");
  }
}
