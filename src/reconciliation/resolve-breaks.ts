import { ledgerService } from "../ledger/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import type { Work } from "../shared/commands/work.js";
import { InvalidInput } from "../shared/input.errors.js";
import { lockFeed } from "./feed.queries.js";
import { magnitude } from "./item.rules.js";
import { waitOn } from "./open-item.queries.js";
import { policiesOf, touchPartners } from "./policy.queries.js";
import { postResolutions } from "./post-resolutions.js";
import { isPossible, type ResolutionAction } from "./proposal.rules.js";
import {
  BreakNotFound,
  BreakNotOpen,
  ReasonMissing,
  ResolutionNotPossible,
} from "./reconciliation.errors.js";
import { BreaksResolved } from "./reconciliation.events.js";
import {
  insertResolutions,
  lockBreaks,
  setBreaks,
  settleItems,
  type LockedBreak,
  type NewResolution,
} from "./resolution.queries.js";

export interface ResolveBreaks extends CommandInput {
  breakIds: string[];
  action: ResolutionAction;
  reason: string;
  /** For WAIT. */
  waitUntil?: Date | null;
}

/** Breaks that one command decides on. */
const MAX_BREAKS = 500;

/**
 * Decides on breaks, one or in bulk, with a reason. What it moves is posted after the commit; a
 * write-off above the partner's limit waits for a second person. @returns the breaks' ids
 * @throws BreakNotFound, BreakNotOpen, ResolutionNotPossible, ReasonMissing, InvalidInput
 */
export async function resolveBreaks(ctx: CommandContext, input: ResolveBreaks): Promise<string[]> {
  const ids = await runCommand<string[]>(ctx, "resolveBreaks", input, async (work) => {
    assertDecision(input, ctx.clock.now());
    await lockFeed(work.sql);
    const breaks = await locked(ctx, work, input.breakIds);
    breaks.forEach((one, index) => assertOpen(one, input.action, index));
    const resolutions = await resolutionsFor(ctx, work, breaks, input);
    await insertResolutions(work.sql, resolutions);
    await applyDecision(ctx, work, breaks, resolutions, input);
    work.record(new BreaksResolved(input.breakIds, input.action, input.reason));
    return resolutions.map(({ id }) => id);
  });
  await postResolutions(ctx, ctx.services.use(ledgerService).sql, ids);
  return input.breakIds;
}

function assertDecision({ breakIds, action, reason, waitUntil }: ResolveBreaks, now: Date): void {
  if (!reason.trim()) throw new ReasonMissing();
  if (reason.length > 500) throw new InvalidInput("A reason has up to 500 characters", ["reason"]);
  if (breakIds.length === 0 || breakIds.length > MAX_BREAKS) {
    throw new InvalidInput(`Decide on 1 to ${MAX_BREAKS} breaks at a time`, ["breakIds"]);
  }
  if (action !== "WAIT") return;
  if (!waitUntil || waitUntil <= now) {
    throw new InvalidInput("Say until when to wait, a time to come", ["waitUntil"]);
  }
}

/** The breaks that a command names, all of which the actor may see. @throws BreakNotFound */
export async function locked(
  { actor }: CommandContext,
  { sql }: Work,
  ids: readonly string[],
): Promise<LockedBreak[]> {
  const found = new Map((await lockBreaks(sql, actor.scope, ids)).map((one) => [one.id, one]));
  return ids.map((id, index) => {
    const one = found.get(id);
    if (!one) throw new BreakNotFound(["breakIds", index]);
    return one;
  });
}

function assertOpen(one: LockedBreak, action: ResolutionAction, index: number): void {
  const path = ["breakIds", index];
  if (one.state !== "OPEN" && one.state !== "WAITING") throw new BreakNotOpen(one.state, path);
  const isOurs = one.transactionId !== null;
  if (!isPossible(action, { ...one, isOurs })) {
    throw new ResolutionNotPossible(action, one.kind, path);
  }
}

async function resolutionsFor(
  ctx: CommandContext,
  { sql }: Work,
  breaks: readonly LockedBreak[],
  { action, reason, waitUntil }: ResolveBreaks,
): Promise<NewResolution[]> {
  const partners = [...new Set(breaks.map(({ partnerId }) => partnerId))];
  const policies = await policiesOf(sql, partners);
  const limits = new Map(policies.map((one) => [one.partnerId, one.settings.writeOffLimit]));
  const { actor, clock, ids } = ctx;
  return breaks.map((one): NewResolution => {
    const isAbove = magnitude(one.differenceMinor) > (limits.get(one.partnerId) ?? 0n);
    const moves = action === "ADJUST" || action === "WRITE_OFF" || action === "REVERSE";
    const proposed = action === "WRITE_OFF" && isAbove;
    return {
      id: ids.next(),
      breakId: one.id,
      action,
      state: proposed ? "PROPOSED" : moves ? "POSTING" : "DONE",
      amountMinor: moves ? one.differenceMinor : 0n,
      currency: one.currency,
      reason,
      waitUntil: action === "WAIT" ? (waitUntil ?? null) : null,
      decidedBy: actor.name,
      decidedById: actor.id,
      at: clock.now(),
    };
  });
}

async function applyDecision(
  { clock }: CommandContext,
  { sql }: Work,
  breaks: readonly LockedBreak[],
  resolutions: readonly NewResolution[],
  { action, waitUntil }: ResolveBreaks,
): Promise<void> {
  const at = clock.now();
  const ids = breaks.map(({ id }) => id);
  if (action === "WAIT" && waitUntil) {
    await setBreaks(sql, ids, { state: "WAITING", at, waitUntil });
    const partners = breaks.map(({ partnerId }) => partnerId);
    await touchPartners(sql, partners);
    for (const { partnerId, kind, lineId, transactionId } of breaks) {
      const items = [lineId, transactionId].filter((id) => id !== null);
      if (kind !== "MISMATCHED") await waitOn(sql, partnerId, items, waitUntil);
    }
    return;
  }
  const proposed = resolutions.filter(({ state }) => state === "PROPOSED");
  const waiting = new Set(proposed.map(({ breakId }) => breakId));
  await setBreaks(sql, [...waiting], { state: "PROPOSED", at });
  const decided = ids.filter((id) => !waiting.has(id));
  await setBreaks(sql, decided, { state: "RESOLVED", at });
  await settleItems(sql, decided, at);
}
