import type { Direction } from "../../canonical-transaction.js";
import type { RowContent } from "../draft-document.js";
import { RefusedInput } from "../refuse-input.js";
import type { AdapterDefinition, AmountDefinition, RowDefinition } from "./adapter-definition.js";
import { compileAmount } from "./compile-amount.js";
import { compileMoment } from "./compile-moment.js";
import {
  compileMapped,
  compileScoped,
  compileText,
  compileValue,
  toText,
  type FieldAccess,
  type TextReader,
} from "./compile-value.js";
import type { Scope } from "./compile-expression.js";
import { refusalAt } from "./field-refusal.js";

/** A row that a record gives, with its identity. */
export interface MappedRow {
  externalId: string;
  content: RowContent;
}

/** All rows of a record. @throws RefusedInput; `failedField` says at which field */
export type RecordMapper = (record: unknown) => MappedRow[];

/** Items that a list within a record may have. */
const MAX_ITEMS = 10_000;
const REMITTANCE_CHARACTERS = 1_000;

/** @throws InvalidInput for expressions, zones or patterns that are none */
export function compileRows(definition: AdapterDefinition, access: FieldAccess): RecordMapper {
  const rows = definition.rows.map((row) => compileRow(row, definition, access));
  const [only] = rows;
  if (only !== undefined && rows.length === 1) return only;
  return (record) => rows.flatMap((row) => row(record));
}

function compileRow(
  row: RowDefinition,
  definition: AdapterDefinition,
  access: FieldAccess,
): RecordMapper {
  const applies = row.when === undefined ? undefined : compileScoped(row.when, access);
  const list = row.each === undefined ? undefined : compileValue({ from: row.each }, access);
  const read = compileFields(row, definition, access);
  const readScope = (scope: Scope): MappedRow[] =>
    applies === undefined || applies(scope) === true ? [read(scope)] : [];
  if (list === undefined) return (record) => readScope({ record, item: record });
  return (record) =>
    itemsOf(list({ record, item: null })).flatMap((item) => readScope({ record, item }));
}

function itemsOf(list: unknown): unknown[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw new RefusedInput("EXPRESSION_FAILED", "there is no list here");
  if (list.length <= MAX_ITEMS) return list as unknown[];
  throw new RefusedInput("LIMIT_EXCEEDED", `a list within a record has more than ${MAX_ITEMS}`);
}

function compileFields(
  row: RowDefinition,
  definition: AdapterDefinition,
  access: FieldAccess,
): (scope: Scope) => MappedRow {
  const text = (source: RowDefinition["reference"]): TextReader =>
    source === undefined ? () => undefined : compileText(source, access);
  const [id, type] = [text(row.externalId), compileMapped(row.type, access)];
  const currency = compileMapped(row.currency, access);
  const money = compileMoney(row, access);
  const occurredAt = compileWhen(row.occurredAt, definition.zone, access);
  const valueDate = row.valueDate && compileWhen(row.valueDate, definition.zone, access);
  const texts = compileTexts(row, text);
  // One catch for all fields: a closure for each would be a third of the time of a row.
  return (scope) => {
    let field = "externalId";
    try {
      const externalId = needed(id(scope));
      field = "currency";
      const code = needed(currency(scope)).toUpperCase();
      field = "amount";
      const { amountMinor, direction } = money(scope, code);
      field = "occurredAt";
      const when = needed(occurredAt(scope));
      field = "valueDate";
      const day = valueDate?.(scope)?.toISOString().slice(0, 10);
      field = "type";
      const kind = needed(type(scope));
      field = "a text";
      const content: RowContent = {
        occurredAt: when,
        valueDate: day,
        amountMinor,
        currency: code,
        direction,
        type: kind,
        counterparty: undefined,
        reference: undefined,
        remittance: undefined,
        isReversal: false,
        reversalOf: undefined,
        account: undefined,
      };
      texts(scope, content);
      return { externalId, content };
    } catch (error) {
      throw refusalAt(error, row, field, { access, scope });
    }
  };
}

/** Sets the texts of a row in place: a spread costs more than all of them. */
function compileTexts(
  row: RowDefinition,
  text: (source: RowDefinition["reference"]) => TextReader,
): (scope: Scope, content: RowContent) => void {
  const [counterparty, reference] = [text(row.counterparty), text(row.reference)];
  const [remittance, reversal] = [text(row.remittance), text(row.reversalOf)];
  const account = text(row.account);
  return (scope, content) => {
    content.counterparty = counterparty(scope);
    content.reference = reference(scope);
    content.remittance = remittance(scope)?.slice(0, REMITTANCE_CHARACTERS);
    content.reversalOf = reversal(scope);
    content.isReversal = content.reversalOf !== undefined;
    content.account = account(scope);
  };
}

function needed<T>(value: T | undefined): T {
  if (value !== undefined) return value;
  throw new RefusedInput("MISSING_ELEMENT", "there is no value");
}

function compileWhen(
  moment: RowDefinition["occurredAt"],
  ownZone: string,
  access: FieldAccess,
): (scope: Scope) => Date | undefined {
  const value = compileValue(moment.value, access);
  const zone =
    moment.zoneFrom === undefined ? undefined : compileText({ from: moment.zoneFrom }, access);
  const read = compileMoment(moment.format, moment.zone ?? ownZone);
  return (scope) => {
    const given = value(scope);
    return given === undefined ? undefined : read(given, zone?.(scope));
  };
}

interface SignedMoney {
  amountMinor: bigint;
  direction: Direction;
}

function compileMoney(
  row: RowDefinition,
  access: FieldAccess,
): (scope: Scope, currency: string) => SignedMoney {
  const { amount } = row;
  if (amount.credit !== undefined || amount.debit !== undefined)
    return compileSides(amount, access);
  const value = compileValue(amount.value ?? { const: "" }, access);
  const read = compileAmount(amount);
  const directed = compileDirection(row.direction, access);
  return (scope, currency) => directed(scope, read(needed(value(scope)), currency));
}

/** Two columns: one of them has the amount, and which one says the way. */
function compileSides(
  amount: AmountDefinition,
  access: FieldAccess,
): (scope: Scope, currency: string) => SignedMoney {
  const side = (source: AmountDefinition["credit"]) =>
    compileValue(source ?? { const: "" }, access);
  const [credit, debit] = [side(amount.credit), side(amount.debit)];
  const read = compileAmount(amount);
  const minor = (value: unknown, currency: string): bigint =>
    value === undefined || value === "" ? 0n : read(value, currency);
  return (scope, currency) => {
    const net = minor(credit(scope), currency) - minor(debit(scope), currency);
    return net < 0n
      ? { amountMinor: -net, direction: "OUT" }
      : { amountMinor: net, direction: "IN" };
  };
}

function compileDirection(
  definition: RowDefinition["direction"],
  access: FieldAccess,
): (scope: Scope, amount: bigint) => SignedMoney {
  if (definition === undefined || "bySign" in definition) {
    const positive = definition?.bySign.positive ?? "IN";
    const negative = positive === "IN" ? "OUT" : "IN";
    return (_, amount) =>
      amount < 0n
        ? { amountMinor: -amount, direction: negative }
        : { amountMinor: amount, direction: positive };
  }
  const way =
    "const" in definition
      ? () => definition.const
      : "map" in definition
        ? compileMapped(definition, access)
        : (scope: Scope) => toText(compiled(scope));
  const compiled =
    "expression" in definition ? compileScoped(definition.expression, access) : () => "";
  return (scope, amount) => {
    const direction = way(scope);
    if (direction !== "IN" && direction !== "OUT") {
      throw new RefusedInput("INVALID_DIRECTION", `"${direction ?? ""}" is neither IN nor OUT`);
    }
    if (amount >= 0n) return { amountMinor: amount, direction };
    throw new RefusedInput("INVALID_AMOUNT", "it is negative, and its direction says the way");
  };
}
