import "reflect-metadata";
import { Field, ID } from "type-graphql";
import { InvalidInput } from "../input.errors.js";
import { Resolved } from "./resolved.js";

/** What the ids of a kind of thing begin with. Opaque to clients, stable for ever. */
export const ID_PREFIXES = {
  ptr: "UUID",
  ctr: "UUID",
  acc: "DECIMAL",
  txn: "UUID",
  trf: "UUID",
  key: "UUID",
  doc: "UUID",
  qrn: "UUID",
  whe: "UUID",
  whm: "UUID",
  stl: "UUID",
  stm: "UUID",
  job: "UUID",
  alr: "UUID",
  pay: "UUID",
  run: "UUID",
  bnk: "UUID",
  rhd: "UUID",
  rol: "UUID",
  grt: "UUID",
  per: "UUID",
  brk: "UUID",
  rrn: "UUID",
} as const;

export type IdPrefix = keyof typeof ID_PREFIXES;

const GLOBAL_ID = /^([a-z]{3})_([0-9a-f]{32}|[0-9]{1,19})$/;

/**
 * The API's id of a row: `ptr_` and the 32 hexadecimal digits of its UUID, `acc_` and its number.
 */
export function encodeId(prefix: IdPrefix, id: string | bigint): string {
  return `${prefix}_${typeof id === "bigint" ? id.toString() : id.replaceAll("-", "")}`;
}

/**
 * The row's own id behind an API id of the expected kind.
 * @param path where in the input the id stood
 * @throws InvalidInput
 */
export function decodeId(prefix: IdPrefix, globalId: string, path: readonly string[] = []): string {
  const parsed = parseId(globalId);
  if (parsed?.prefix === prefix) return parsed.id;
  throw new InvalidInput(
    `"${globalId.slice(0, 64)}" is not an id that begins with "${prefix}_"`,
    path,
  );
}

/** Prefix and row id of any API id, or null if it is none of this hub. */
export function parseId(globalId: string): { prefix: IdPrefix; id: string } | null {
  const match = GLOBAL_ID.exec(globalId);
  const prefix = match?.[1];
  const digits = match?.[2];
  if (digits === undefined || !isPrefix(prefix)) return null;
  if (ID_PREFIXES[prefix] === "DECIMAL") {
    return /^[1-9][0-9]{0,18}$/.test(digits) ? { prefix, id: digits } : null;
  }
  return digits.length === 32 ? { prefix, id: dashed(digits) } : null;
}

/** Declares a type's `id` field: the row's own id, shown as the API's. */
export function GlobalId(prefix: IdPrefix): PropertyDecorator {
  const resolved = Resolved<{ id: string | bigint }>((row) => encodeId(prefix, row.id));
  const field = Field(() => ID, {
    description: `The global id, opaque and stable. It begins with \`${prefix}_\`.`,
  });
  return (target, key) => {
    field(target, key);
    resolved(target, key);
  };
}

function isPrefix(text: string | undefined): text is IdPrefix {
  return text !== undefined && Object.hasOwn(ID_PREFIXES, text);
}

function dashed(hex: string): string {
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
