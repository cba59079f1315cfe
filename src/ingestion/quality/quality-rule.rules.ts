type TextField = "externalId" | "type" | "counterparty" | "reference";

interface Rule<Kind extends string> {
  /** Tells it from the source's other rules. */
  id: string;
  kind: Kind;
}

/** A field has a value, of a certain shape. */
interface SchemaRule extends Rule<"SCHEMA"> {
  field: TextField;
  required: boolean;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  startsWith?: string | undefined;
  characters?: "DIGITS" | "LETTERS_AND_DIGITS" | undefined;
}

interface CurrencyRule extends Rule<"CURRENCY"> {
  allowed: string[];
}

interface TypeRule extends Rule<"TYPE"> {
  allowed: string[];
}

/** Bounds of amounts in one currency, in its minor units. */
interface AmountRule extends Rule<"AMOUNT"> {
  currency: string;
  /** Left out, it is about all of them. */
  types?: string[] | undefined;
  minMinor?: string | undefined;
  maxMinor?: string | undefined;
}

interface TimeRule extends Rule<"TIME"> {
  maxAgeHours?: number | undefined;
  maxAheadMinutes?: number | undefined;
}

export type KeyField = TextField | "amountMinor" | "currency" | "direction" | "occurredAt" | "day";

/** Two transactions with other ids do not agree in all these fields. */
interface DuplicateRule extends Rule<"DUPLICATE"> {
  fields: KeyField[];
  withinDays: number;
}

/** The numbers of a sequence all come; what is missing raises an alert. */
interface SequenceRule extends Rule<"SEQUENCE"> {
  field: "externalId" | "reference";
  /** Only values that begin so are of the sequence; the number is what follows. */
  prefix: string;
}

interface ControlTotalsRule extends Rule<"CONTROL_TOTALS"> {
  /** Kinds of totals that a document has to state. */
  stated: string[];
  /** Whether opening and movements of a statement have to lead to its closing. */
  balances: boolean;
}

/** Something comes at least so often; a source that is late raises an alert. */
interface FreshnessRule extends Rule<"FRESHNESS"> {
  everyMinutes: number;
}

/** A rule that a source's input has to meet. */
export type QualityRule =
  | SchemaRule
  | CurrencyRule
  | TypeRule
  | AmountRule
  | TimeRule
  | DuplicateRule
  | SequenceRule
  | ControlTotalsRule
  | FreshnessRule;

export type QualityRuleOf<Kind extends QualityRule["kind"]> = Extract<QualityRule, { kind: Kind }>;

/** The rules of one kind. */
export function rulesOfKind<Kind extends QualityRule["kind"]>(
  rules: readonly QualityRule[],
  kind: Kind,
): QualityRuleOf<Kind>[] {
  return rules.filter((rule): rule is QualityRuleOf<Kind> => rule.kind === kind);
}
