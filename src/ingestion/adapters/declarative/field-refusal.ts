import { RefusedInput } from "../refuse-input.js";
import type { MappedDefinition, RowDefinition } from "./adapter-definition.js";
import type { Scope } from "./compile-expression.js";
import { compileValue, type FieldAccess } from "./compile-value.js";

/** The canonical field at which a mapping failed. */
export class FieldRefusal extends RefusedInput {
  constructor(
    refusal: RefusedInput,
    readonly field: string,
    /** What stood there. */
    readonly value?: string,
  ) {
    super(refusal.code, `${field}: ${refusal.reason}`, refusal.place);
  }
}

const VALUE_CHARACTERS = 200;

/** Where a value is read. */
interface Reading {
  access: FieldAccess;
  scope: Scope;
}

/** The same refusal with its field and what stood there; another error stays what it is. */
export function refusalAt(
  error: unknown,
  row: RowDefinition,
  field: string,
  reading: Reading,
): unknown {
  if (!(error instanceof RefusedInput)) return error;
  const source = sourceOf(row, field);
  return new FieldRefusal(error, field, source && valueOf(source, reading));
}

function sourceOf(row: RowDefinition, field: string): MappedDefinition | undefined {
  const { externalId, currency, type, amount, occurredAt, valueDate } = row;
  const sources: Record<string, MappedDefinition | undefined> = {
    externalId,
    currency,
    type,
    amount: amount.value,
    occurredAt: occurredAt.value,
    valueDate: valueDate?.value,
  };
  return sources[field];
}

function valueOf(source: MappedDefinition, { access, scope }: Reading): string | undefined {
  try {
    const plain = "map" in source ? { from: source.from } : source;
    const value = compileValue(plain, access)(scope);
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return (text as string | undefined)?.slice(0, VALUE_CHARACTERS);
  } catch {
    return undefined;
  }
}
