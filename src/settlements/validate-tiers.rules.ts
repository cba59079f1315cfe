import { checkAll, checkEach } from "./check-all.rules.js";
import { compare, decimal, ONE } from "./exact.rules.js";
import { ContradictoryTerms, RateAboveOne, TiersHaveGap } from "./terms.errors.js";
import { TiersNotAscending, TiersOverlap, type TermPath } from "./terms.errors.js";
import type { RateTier, Scheme, TierBounds } from "./terms.rules.js";

/**
 * Tiers cover everything from zero up, each part once; a flat scheme has one.
 * @throws TiersHaveGap, TiersOverlap, TiersNotAscending, ContradictoryTerms
 */
export function assertTiers(tiers: readonly TierBounds[], scheme: Scheme, path: TermPath): void {
  const [first] = tiers;
  if (!first) throw new TiersHaveGap("0", "the end", path);
  if (scheme === "FLAT" && tiers.length > 1) {
    throw new ContradictoryTerms("What is flat has one tier", path);
  }
  checkAll(
    () => assertFromZero(first, [...path, 0, "from"]),
    () => checkEach(tiers, (tier, at) => assertTier(tier, tiers[at + 1], [...path, at])),
  );
}

function assertFromZero({ from }: TierBounds, path: TermPath): void {
  if (from !== "0") throw new TiersHaveGap("0", from, path);
}

function assertTier({ from, to }: TierBounds, next: TierBounds | undefined, path: TermPath): void {
  const at = [...path, "to"];
  if (to !== null && BigInt(to) <= BigInt(from)) throw new TiersNotAscending(at);
  if (!next) {
    if (to !== null) throw new TiersHaveGap(to, "the end", at);
    return;
  }
  const start = BigInt(next.from);
  if (start <= BigInt(from)) throw new TiersNotAscending(at);
  if (to === null) throw new TiersOverlap("the end", next.from, at);
  if (BigInt(to) < start) throw new TiersHaveGap(to, next.from, at);
  if (BigInt(to) > start) throw new TiersOverlap(to, next.from, at);
}

/** @throws RateAboveOne unless both sides have agreed to such rates */
export function assertConsent(
  tiers: readonly Pick<RateTier, "rate">[],
  consent: boolean,
  pathOf: (index: number) => TermPath,
): void {
  checkEach(tiers, ({ rate }, index) => {
    if (!consent && isAboveOne(rate)) throw new RateAboveOne(rate, pathOf(index));
  });
}

export function isAboveOne(rate: string): boolean {
  return compare(decimal(rate), ONE) > 0;
}
