import { raiseAlert, settleAlert } from "../../alerts/index.js";
import type { JobKind } from "../../jobs/index.js";
import type { CommandContext } from "../../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../../shared/commands/run-command.js";
import { poolSql } from "../../shared/database/sql.js";
import type { Work } from "../../shared/commands/work.js";
import type { Json } from "../../shared/tagged-json.js";
import { postReleased } from "./post-released.js";
import { freshnessOfSources, type SourceFreshness } from "./quality-job.queries.js";
import { itemsLeft } from "./quarantine.queries.js";

const MINUTE_MS = 60_000;

/** What a person released is posted at once; what is left of that after so long had a crash. */
const LEFT_MS = MINUTE_MS;

const checkFreshness: JobKind = {
  kind: "CHECK_FRESHNESS",
  async plan(ctx) {
    const sources = await freshnessOfSources(poolSql(ctx.database.pool));
    return sources.map((source) => ({
      subject: `${source.partnerId}:${source.since.toISOString()}`,
      partnerId: source.partnerId,
      dueAt: dueAt(source),
      input: { partnerId: source.partnerId },
    }));
  },
  async run(ctx, input) {
    const partnerId = textOf(input, "partnerId");
    const [source] = await freshnessOfSources(poolSql(ctx.database.pool), partnerId);
    if (source === undefined || dueAt(source) > ctx.clock.now()) return;
    await tellLate(ctx, source);
  },
};

const postLeft: JobKind = {
  kind: "POST_QUARANTINED",
  async plan(ctx) {
    const now = ctx.clock.now();
    const left = await itemsLeft(poolSql(ctx.database.pool), new Date(now.getTime() - LEFT_MS));
    return left.map(({ id, partnerId, version }) => ({
      subject: `${id}:${version}`,
      partnerId,
      dueAt: now,
      input: { itemId: id },
    }));
  },
  run: (ctx, input) => postReleased(ctx, [textOf(input, "itemId")]),
};

/** The work on quality that a clock starts. */
export const qualityJobs: readonly JobKind[] = [checkFreshness, postLeft];

function dueAt({ since, everyMinutes }: SourceFreshness): Date {
  return new Date(since.getTime() + everyMinutes * MINUTE_MS);
}

interface TellLate extends CommandInput {
  partnerId: string;
  since: Date;
}

async function tellLate(ctx: CommandContext, source: SourceFreshness): Promise<void> {
  const { partnerId, since, everyMinutes } = source;
  const input: TellLate = { partnerId, since };
  await runCommand(ctx, "checkFreshness", input, async (work) => {
    const message =
      `Nothing has come since ${since.toISOString()}; ` +
      `something is expected every ${everyMinutes} minutes`;
    const about = { kind: "SOURCE_LATE", subject: partnerId } as const;
    await raiseAlert(ctx, work, { ...about, partnerId, message });
  });
}

/** Something of a source came: it is late no longer. */
export async function settleLate(
  ctx: CommandContext,
  work: Work,
  partnerId: string,
): Promise<void> {
  const about = { kind: "SOURCE_LATE", subject: partnerId } as const;
  await settleAlert(ctx, work, { ...about, resolution: "Something has come" });
}

function textOf(input: Json, name: string): string {
  const value: unknown = Object(input)[name];
  if (typeof value !== "string") throw new Error(`The job's input has no ${name}`);
  return value;
}
