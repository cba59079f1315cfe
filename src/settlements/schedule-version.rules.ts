import { startOfDay, type CalendarDate } from "../shared/calendar.rules.js";
import { InvalidInput } from "../shared/input.errors.js";
import { addDays } from "./day.rules.js";
import { ContradictoryTerms } from "./terms.errors.js";
import type { Clause } from "./terms.rules.js";
import { ContractEndsTooEarly, ContractVersionInForce } from "./version.errors.js";
import { ContractVersionsOverlap, ContractVersionWithinPeriod } from "./version.errors.js";
import {
  contractPeriodOn,
  inOrder,
  sameText,
  takesEffectAt,
  versionSpans,
} from "./version.rules.js";
import type { ContractVersion, VersionedContract } from "./version.rules.js";

/** How far the world has gone: what applies up to here stays. */
export interface Reached {
  now: Date;
  /** When the latest transaction that is recorded occurred. */
  latestOccurredAt: Date | null;
}

/**
 * A contract with one more version that takes effect later.
 * @throws ContractVersionInForce, ContractVersionsOverlap, ContractVersionWithinPeriod,
 *   ContradictoryTerms, InvalidInput
 */
export function withVersion(
  contract: VersionedContract,
  version: ContractVersion,
  reached: Reached,
): VersionedContract {
  assertAhead(version, reached);
  assertWithin(contract, version);
  const rival = contract.versions.find((each) => each.effectiveFrom === version.effectiveFrom);
  if (rival) throw new ContractVersionsOverlap(rival.number, rival.effectiveFrom);
  return fitting({ ...contract, versions: inOrder([...contract.versions, version]) });
}

/**
 * A contract with a scheduled version moved to another day.
 * @throws as `withVersion`
 */
export function withVersionMoved(
  contract: VersionedContract,
  { number, effectiveFrom }: { number: number; effectiveFrom: CalendarDate },
  reached: Reached,
): VersionedContract {
  const [version, others] = withoutScheduled(contract, number, reached);
  return withVersion(others, { ...version, effectiveFrom }, reached);
}

/** A contract without a scheduled version. @throws as `withVersion` */
export function withVersionCancelled(
  contract: VersionedContract,
  number: number,
  reached: Reached,
): VersionedContract {
  const [, others] = withoutScheduled(contract, number, reached);
  return fitting(others);
}

/**
 * A contract with another last day, earlier or later than the present one.
 * @throws ContractEndsTooEarly
 */
export function withLastDay(
  contract: VersionedContract,
  lastDay: CalendarDate,
  { now, latestOccurredAt }: Reached,
): VersionedContract {
  const [first] = contract.versions;
  if (!first) throw new Error("A contract has at least one version");
  const beyond = contract.versions.find(({ effectiveFrom }) => effectiveFrom > lastDay);
  if (beyond) {
    const { number, effectiveFrom } = beyond;
    throw new ContractEndsTooEarly(`version ${number} takes effect on ${effectiveFrom}`);
  }
  const { lastDay: present } = contract;
  // From the earlier of both ends on the change is felt.
  const felt = present !== null && present < lastDay ? present : lastDay;
  const at = startOfDay(addDays(felt, 1), first.terms.timeZone);
  if (at <= now) throw new ContractEndsTooEarly(`${felt} has passed`);
  if (latestOccurredAt !== null && at <= latestOccurredAt) {
    const recorded = latestOccurredAt.toISOString();
    throw new ContractEndsTooEarly(`transactions up to ${recorded} are recorded already`);
  }
  return { ...contract, lastDay };
}

function withoutScheduled(
  contract: VersionedContract,
  number: number,
  reached: Reached,
): [ContractVersion, VersionedContract] {
  const version = contract.versions.find((each) => each.number === number);
  if (!version) throw new ContractVersionInForce(`there is no scheduled version ${number}`);
  assertAhead(version, reached);
  if (contract.versions[0] === version) {
    throw new ContractVersionInForce("the first version begins the contract");
  }
  return [version, { ...contract, versions: contract.versions.filter((each) => each !== version) }];
}

function assertAhead(version: ContractVersion, { now, latestOccurredAt }: Reached): void {
  const at = takesEffectAt(version);
  const day = version.effectiveFrom;
  if (at <= now) throw new ContractVersionInForce(`${day} has begun`);
  if (latestOccurredAt === null || at > latestOccurredAt) return;
  const recorded = latestOccurredAt.toISOString();
  throw new ContractVersionInForce(`transactions up to ${recorded} are recorded already`);
}

/** @throws InvalidInput */
function assertWithin(contract: VersionedContract, { effectiveFrom }: ContractVersion): void {
  const [first] = contract.versions;
  const { lastDay } = contract;
  const early = first !== undefined && effectiveFrom < first.effectiveFrom;
  if (!early && (lastDay === null || effectiveFrom <= lastDay)) return;
  throw new InvalidInput("The contract does not apply on that day", ["effectiveFrom"]);
}

/** What the whole contract has, and what a period has, is the same in all its versions. */
function fitting(contract: VersionedContract): VersionedContract {
  const { versions, lastDay } = contract;
  versions.forEach((version, index) => {
    const before = { versions: versions.slice(0, index), lastDay };
    const previous = before.versions.at(-1);
    if (!previous) return;
    assertSameContract(previous, version);
    assertFitsPeriod(before, previous, version);
  });
  return contract;
}

function assertSameContract({ terms }: ContractVersion, version: ContractVersion): void {
  for (const field of ["currency", "timeZone"] as const) {
    if (terms[field] === version.terms[field]) continue;
    const message = `A contract keeps its ${field}, ${terms[field]}; make another contract`;
    throw new ContradictoryTerms(message, ["terms", field]);
  }
}

function assertFitsPeriod(
  before: VersionedContract,
  previous: ContractVersion,
  version: ContractVersion,
): void {
  const day = version.effectiveFrom;
  if (endsList(previous, day)) return;
  const period = contractPeriodOn(before, day);
  if (!period || period.firstDay === day) return;
  const refuse = (what: string): never => {
    throw new ContractVersionWithinPeriod(what, period.firstDay, addDays(period.lastDay, 1));
  };
  const [one, other] = [previous.terms, version.terms];
  if (!sameText(one.cycle.rhythm, other.cycle.rhythm)) refuse("The rhythm of periods");
  if (!sameText(sourceOf(one.rateSource), sourceOf(other.rateSource))) refuse("The rate source");
  for (const { version: beside } of versionSpans(before, period)) {
    const changed = version.terms.clauses.find((clause) => !keepsNature(clause, beside));
    if (changed) refuse(`What "${changed.id}" is and whom it is for`);
  }
}

/** Beyond the periods that are listed none is divided. */
function endsList({ terms }: ContractVersion, day: CalendarDate): boolean {
  const { rhythm } = terms.cycle;
  return rhythm.kind === "MANUAL" && day > (rhythm.boundaries.at(-1) ?? "");
}

/** Agreed rates are terms like others; where published ones come from is not. */
function sourceOf(source: ContractVersion["terms"]["rateSource"]) {
  return source?.kind === "FIXED" ? "FIXED" : source;
}

function keepsNature(clause: Clause, { terms }: ContractVersion): boolean {
  const beside = terms.clauses.find(({ id }) => id === clause.id);
  return !beside || sameText(natureOf(clause), natureOf(beside));
}

/** What makes a clause the same one in the running sums of a period. */
function natureOf(clause: Clause): unknown[] {
  switch (clause.kind) {
    case "MINIMUM_GUARANTEE":
      return [clause.kind, clause.beneficiary, clause.recoupable];
    case "ROLLING_RESERVE":
      return [clause.kind, clause.heldBy, clause.releaseAfterDays];
    case "VAT":
      return [clause.kind, clause.bornBy, clause.remittedBy];
    case "WITHHOLDING":
      return [clause.kind];
    default:
      return [clause.kind, clause.beneficiary];
  }
}
