import { ContradictoryTerms } from "./terms.errors.js";
import { frameOn, type VersionedContract } from "./version.rules.js";

/**
 * Every day on which a contract applies is in a period: where periods are listed, the list covers
 * them, so such a contract has an end.
 * @throws ContradictoryTerms
 */
export function assertPeriodsListed(contract: VersionedContract): void {
  for (const { effectiveFrom } of contract.versions) {
    const frame = frameOn(contract, effectiveFrom);
    if (!frame || frame.cycle.rhythm.kind !== "MANUAL") continue;
    const { boundaries } = frame.cycle.rhythm;
    const [first = "", last = ""] = [boundaries[0], boundaries.at(-1)];
    if (first <= frame.from && frame.to !== null && frame.to <= last) continue;
    const days = `${frame.from} to ${frame.to ?? "no end"}`;
    const message = `Periods are listed from ${first} to ${last}, and it applies from ${days}`;
    throw new ContradictoryTerms(message, ["terms", "cycle", "rhythm", "boundaries"]);
  }
}
