import type { HoldReason } from "./quarantine.rules.js";
import type { QualityRule, QualityRuleOf } from "./quality-rule.rules.js";

/** What the rules look at in a transaction. */
export interface CheckedRow {
  externalId: string;
  type: string;
  amountMinor: bigint;
  currency: string;
  occurredAt: Date;
  counterparty?: string | null;
  reference?: string | null;
}

type Fault = Pick<HoldReason, "field" | "value" | "reason">;
type Check = (row: CheckedRow, now: number) => Fault | null;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Says why a row is held back, or null; the first rule that it fails says so. */
export type RowCheck = (row: CheckedRow, now: Date) => HoldReason | null;

/** The rules that look at one row, compiled once for many rows; null when there are none. */
export function compileRowRules(rules: readonly QualityRule[]): RowCheck | null {
  const checks = rules.flatMap((rule) => {
    const check = compiled(rule);
    return check === null ? [] : [{ rule, check }];
  });
  if (checks.length === 0) return null;
  return (row, now) => {
    for (const { rule, check } of checks) {
      const fault = check(row, now.getTime());
      if (fault !== null) return heldBy(rule, fault);
    }
    return null;
  };
}

/** The reason of a rule. */
export function heldBy(rule: Pick<QualityRule, "id" | "kind">, fault: Fault): HoldReason {
  const kind = rule.kind as HoldReason["rule"];
  return { ...fault, rule: kind, ruleId: rule.id, code: "QUALITY_RULE_FAILED" };
}

function compiled(rule: QualityRule): Check | null {
  switch (rule.kind) {
    case "SCHEMA":
      return schemaCheck(rule);
    case "CURRENCY":
      return memberCheck("currency", rule.allowed);
    case "TYPE":
      return memberCheck("type", rule.allowed);
    case "AMOUNT":
      return amountCheck(rule);
    case "TIME":
      return timeCheck(rule);
    default:
      return null;
  }
}

function memberCheck(field: "currency" | "type", allowed: readonly string[]): Check {
  const known = new Set(allowed);
  return (row) =>
    known.has(row[field])
      ? null
      : fault(field, row[field], `the ${field} is none that the source may send`);
}

function amountCheck({ currency, types, minMinor, maxMinor }: QualityRuleOf<"AMOUNT">): Check {
  const about = types && new Set(types);
  const least = minMinor === undefined ? undefined : BigInt(minMinor);
  const most = maxMinor === undefined ? undefined : BigInt(maxMinor);
  return (row) => {
    if (row.currency !== currency || about?.has(row.type) === false) return null;
    const { amountMinor } = row;
    const amount = (why: string): Fault => fault("amountMinor", amountMinor.toString(), why);
    if (least !== undefined && amountMinor < least) return amount(`less than ${least} ${currency}`);
    if (most !== undefined && amountMinor > most) return amount(`more than ${most} ${currency}`);
    return null;
  };
}

function timeCheck({ maxAgeHours, maxAheadMinutes }: QualityRuleOf<"TIME">): Check {
  const oldest = (maxAgeHours ?? Number.POSITIVE_INFINITY) * HOUR_MS;
  const ahead = (maxAheadMinutes ?? Number.POSITIVE_INFINITY) * MINUTE_MS;
  return ({ occurredAt }, now) => {
    const ageMs = now - occurredAt.getTime();
    const when = (why: string): Fault => fault("occurredAt", occurredAt.toISOString(), why);
    if (ageMs > oldest) return when(`more than ${maxAgeHours} hours ago`);
    if (-ageMs > ahead)
      return when(`more than ${maxAheadMinutes} minutes ahead of the hub's clock`);
    return null;
  };
}

const CHARACTERS = { DIGITS: /^\d+$/, LETTERS_AND_DIGITS: /^[\p{L}\p{N}]+$/u };

function schemaCheck(rule: QualityRuleOf<"SCHEMA">): Check {
  const { field, required } = rule;
  return (row) => {
    const value = row[field] ?? "";
    if (value === "") return required ? fault(field, null, "there is no value") : null;
    const why = shapeFault(value, rule);
    return why === null ? null : fault(field, value, why);
  };
}

function shapeFault(value: string, rule: QualityRuleOf<"SCHEMA">): string | null {
  const { minLength = 0, maxLength, startsWith = "", characters } = rule;
  if (value.length < minLength) return `shorter than ${minLength} characters`;
  if (maxLength !== undefined && value.length > maxLength) {
    return `longer than ${maxLength} characters`;
  }
  if (!value.startsWith(startsWith)) return `it does not begin with "${startsWith}"`;
  if (characters === undefined || CHARACTERS[characters].test(value)) return null;
  return `other characters than ${characters === "DIGITS" ? "digits" : "letters and digits"}`;
}

function fault(field: string, value: string | null, reason: string): Fault {
  return { field, value, reason: `${field}: ${reason}` };
}
