import type { ExplainedComponent, FrozenComponent } from "../settlements/index.js";

/** The kinds of a contract's clauses, by version and clause. */
export type KindOf = (version: number, clause: string) => ExplainedComponent["kind"];

/**
 * The figures that a settlement was closed with, each with its arithmetic where that is known to
 * lead to exactly these figures. What was frozen is what counts: arithmetic that says otherwise,
 * because its position has moved on since, is left out.
 */
export function figuresOf(
  frozen: readonly FrozenComponent[],
  explained: readonly ExplainedComponent[] | null,
  { kindOf, currency, lastVersion }: { kindOf: KindOf; currency: string; lastVersion: number },
): ExplainedComponent[] {
  if (explained && isSame(frozen, explained)) return [...explained];
  return frozen.map(({ clause, version, effectMinor, residualMinor }) => {
    const effect = BigInt(effectMinor);
    return {
      clause,
      kind: version === null ? "RESERVE_RELEASE" : kindOf(version, clause),
      version: version ?? lastVersion,
      currency,
      amountMinor: effect < 0n ? -effect : effect,
      effectMinor: effect,
      residualMinor: BigInt(residualMinor),
      lines: [],
      text: [],
    };
  });
}

function isSame(
  frozen: readonly FrozenComponent[],
  explained: readonly ExplainedComponent[],
): boolean {
  const given = effects(
    frozen.map((each) => [`${each.version}:${each.clause}`, BigInt(each.effectMinor)]),
  );
  const computed = effects(
    explained.map(({ kind, version, clause, effectMinor }) => [
      `${kind === "RESERVE_RELEASE" ? null : version}:${clause}`,
      effectMinor,
    ]),
  );
  return (
    given.size === computed.size && [...given].every(([key, sum]) => computed.get(key) === sum)
  );
}

function effects(figures: readonly (readonly [key: string, effect: bigint])[]) {
  const sums = new Map<string, bigint>();
  for (const [key, effect] of figures) sums.set(key, (sums.get(key) ?? 0n) + effect);
  return new Map([...sums].filter(([, sum]) => sum !== 0n));
}
