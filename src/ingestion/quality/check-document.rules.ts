import type { QualityRuleOf } from "./quality-rule.rules.js";

/** What a rule about totals looks at in a document. */
export interface StatedFigures {
  controlTotals: readonly { kind: string }[];
  statements: readonly { statementId: string; check: { status: string } }[];
}

/** Why the totals of a document are not as a rule wants them; null when they are. */
export function totalsFault(
  { stated, balances }: QualityRuleOf<"CONTROL_TOTALS">,
  { controlTotals, statements }: StatedFigures,
): string | null {
  const kinds = new Set(controlTotals.map(({ kind }) => kind));
  const missing = stated.find((kind) => !kinds.has(kind));
  if (missing !== undefined) return `the document does not state ${missing}`;
  if (!balances) return null;
  const wrong = statements.find(({ check }) => check.status === "DIFFERS");
  if (wrong === undefined) return null;
  return `opening and movements of statement "${wrong.statementId}" do not lead to its closing`;
}
