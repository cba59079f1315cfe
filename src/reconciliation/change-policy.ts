import { isTimeZone } from "../shared/calendar.rules.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { InvalidInput } from "../shared/input.errors.js";
import { changePolicy as keepChange } from "./begin-policy.js";
import { policiesOf, type PolicyRow } from "./policy.queries.js";
import { DEFAULT_POLICY, type MatchRule, type PolicySettings } from "./policy.rules.js";
import { ReconciliationPolicyChanged } from "./reconciliation.events.js";

export interface ChangePolicy extends CommandInput {
  partnerId: string;
  zone?: string | null;
  ourLink?: PolicySettings["ourLink"] | null;
  theirLink?: PolicySettings["theirLink"] | null;
  types?: string[] | null;
  graceMinutes?: number | null;
  lateDays?: number | null;
  writeOffLimit?: bigint | null;
  rules?: MatchRule[] | null;
}

const LIMITS = { rules: 20, days: 31, graceMinutes: 43_200, lateDays: 60, types: 100 };

/**
 * Changes how a partner is reconciled, from what is open now on; with the first policy all that was
 * posted for the partner is taken up. @throws InvalidInput
 */
export function changeReconciliationPolicy(
  ctx: CommandContext,
  input: ChangePolicy,
): Promise<PolicyRow> {
  return runCommand<PolicyRow>(ctx, "changeReconciliationPolicy", input, async (work) => {
    const { partnerId } = input;
    const [known] = await policiesOf(work.sql, [partnerId]);
    const settings = changed(known?.settings ?? DEFAULT_POLICY, input);
    assertPolicy(settings);
    const by = { changedBy: ctx.actor.name, changedAt: ctx.clock.now() };
    const kept = await keepChange(work.sql, { partnerId, settings, followsLedger: true, ...by });
    work.record(new ReconciliationPolicyChanged(partnerId, kept.version));
    return kept;
  });
}

function changed(settings: PolicySettings, input: ChangePolicy): PolicySettings {
  const { types } = input;
  return {
    zone: input.zone ?? settings.zone,
    ourLink: input.ourLink ?? settings.ourLink,
    theirLink: input.theirLink ?? settings.theirLink,
    types: types == null ? settings.types : types.length === 0 ? null : types,
    graceMinutes: input.graceMinutes ?? settings.graceMinutes,
    lateDays: input.lateDays ?? settings.lateDays,
    writeOffLimit: input.writeOffLimit ?? settings.writeOffLimit,
    rules: (input.rules ?? settings.rules).map((rule) => ({ ...rule })),
  };
}

/** @throws InvalidInput */
function assertPolicy(settings: PolicySettings): void {
  const { zone, types, graceMinutes, lateDays, writeOffLimit, rules } = settings;
  if (!isTimeZone(zone)) throw new InvalidInput("There is no such time zone", ["zone"]);
  if (types !== null && types.length > LIMITS.types) throw tooMany("types");
  assertWithin(graceMinutes, LIMITS.graceMinutes, "graceMinutes");
  assertWithin(lateDays, LIMITS.lateDays, "lateDays");
  if (writeOffLimit < 0n) {
    throw new InvalidInput("A limit is no debt", ["writeOffLimit"]);
  }
  if (rules.length > LIMITS.rules) throw tooMany("rules");
  rules.forEach(assertRule);
}

function tooMany(what: "types" | "rules"): InvalidInput {
  return new InvalidInput(`There are up to ${LIMITS[what]} ${what}`, [what]);
}

function assertWithin(value: number, limit: number, field: string): void {
  if (value >= 0 && value <= limit) return;
  throw new InvalidInput(`${field} lies between 0 and ${limit}`, [field]);
}

function assertRule(rule: MatchRule, index: number): void {
  const { name, days, similarityPercent, tolerance, toleranceBasisPoints } = rule;
  const isNamed = name.trim() !== "" && name.length <= 100;
  const isMeasured =
    within(days, 0, LIMITS.days) &&
    within(similarityPercent, 1, 100) &&
    within(toleranceBasisPoints, 0, 10_000);
  if (isNamed && isMeasured && tolerance >= 0n) return;
  const message =
    `A rule has a name, tolerates up to ${LIMITS.days} days, 10000 basis points and no ` +
    "negative amount, and a similarity of 1 to 100";
  throw new InvalidInput(message, ["rules", index]);
}

function within(value: number, from: number, to: number): boolean {
  return value >= from && value <= to;
}
