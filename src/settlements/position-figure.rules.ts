import type { AccruedFigure } from "../ledger/index.js";
import { accountRoleOf, type SettlementAccounts } from "./position-account.rules.js";
import type { Component } from "./segment-value.rules.js";

const RELEASE = "release";

/** Under which name a position keeps a component: its version and clause, or a release's clause. */
export function componentKey({ kind, version, clause }: Component): string {
  return `${kind === "RESERVE_RELEASE" ? RELEASE : version}:${clause}`;
}

/** What a component's name says; the version is null for what was released. */
export function readComponentKey(key: string): { version: number | null; clause: string } {
  const end = key.indexOf(":");
  const version = key.slice(0, end);
  return { version: version === RELEASE ? null : Number(version), clause: key.slice(end + 1) };
}

/** Components as a position keeps them: by name, without those of zero. */
export function figuresOf(
  components: readonly Component[],
  accounts: SettlementAccounts,
): Map<string, AccruedFigure> {
  const figures = new Map<string, AccruedFigure>();
  for (const component of components) {
    const { kind, effectMinor, residualMinor } = component;
    if (effectMinor === 0n && residualMinor === 0n) continue;
    const key = componentKey(component);
    const before = figures.get(key);
    figures.set(key, {
      account: accounts[accountRoleOf(kind)],
      effectMinor: effectMinor + (before?.effectMinor ?? 0n),
      residualMinor: residualMinor + (before?.residualMinor ?? 0n),
    });
  }
  return figures;
}

/** What a clause came to in all versions of it, by what it did to the payable. */
export function effectOf(accrued: ReadonlyMap<string, AccruedFigure>, clause: string): bigint {
  let sum = 0n;
  for (const [key, { effectMinor }] of accrued) {
    const read = readComponentKey(key);
    if (read.version !== null && read.clause === clause) sum += effectMinor;
  }
  return sum;
}
