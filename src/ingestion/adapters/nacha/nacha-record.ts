import type { Direction } from "../../canonical-transaction.js";
import { readMinorDigits } from "../read-decimal.js";
import { RefusedInput } from "../refuse-input.js";

/** Characters of a record (Nacha Operating Rules, appendix three). */
export const RECORD_CHARACTERS = 94;

/** A batch header (record 5). */
export interface NachaBatch {
  serviceClass: string;
  company: string;
  /** Standard entry class: PPD, CCD, WEB ... */
  entryClass: string;
  description: string;
  /** YYMMDD, empty when the operator has not set it. */
  effectiveDate: string;
  currency: string;
}

export function readBatch(record: string): NachaBatch {
  const entryClass = record.slice(50, 53);
  return {
    serviceClass: record.slice(1, 4),
    company: record.slice(4, 20).trim(),
    entryClass,
    description: record.slice(53, 63).trim(),
    effectiveDate: record.slice(69, 75).trim(),
    // An international batch names its currencies where the others have a date.
    currency: entryClass === "IAT" ? record.slice(66, 69).trim() || "USD" : "USD",
  };
}

/** An entry (record 6). */
export interface NachaEntry {
  transactionCode: string;
  /** The receiving bank without its check digit. */
  bank: string;
  account: string;
  amountMinor: bigint;
  direction: Direction;
  individualId: string;
  name: string;
  trace: string;
}

/** @throws RefusedInput INVALID_AMOUNT, INVALID_DIRECTION, NOT_WELL_FORMED */
export function readEntry(record: string, entryClass: string): NachaEntry {
  const transactionCode = record.slice(1, 3);
  const bank = record.slice(3, 11);
  assertCheckDigit(bank, record.charAt(11));
  const isAdvice = entryClass === "ADV";
  const isInternational = entryClass === "IAT";
  return {
    transactionCode,
    bank,
    account: (isInternational ? record.slice(39, 74) : record.slice(12, isAdvice ? 27 : 29)).trim(),
    amountMinor: readMinorDigits(isAdvice ? record.slice(27, 39) : record.slice(29, 39)),
    direction: isAdvice ? adviceDirection(transactionCode) : directionOf(transactionCode),
    individualId: isInternational || isAdvice ? "" : record.slice(39, 54).trim(),
    name: isInternational ? "" : record.slice(54, 76).trim(),
    trace: record.slice(79, 94).trim(),
  };
}

/** 21 to 24 credit a checking account, 26 to 29 debit it; 3x savings, 4x ledger, 5x loan. */
function directionOf(code: string): Direction {
  if (!/^[2-5][1-9]$/.test(code)) throw unknown(code);
  return code.charAt(1) < "5" ? "IN" : "OUT";
}

/** 81, 83, 85 and 87 are credits of an automated accounting advice, 82 to 88 debits. */
function adviceDirection(code: string): Direction {
  if (!/^8[1-8]$/.test(code)) throw unknown(code);
  return Number(code) % 2 === 1 ? "IN" : "OUT";
}

function unknown(code: string): RefusedInput {
  return new RefusedInput("INVALID_DIRECTION", `"${code}" is no transaction code`);
}

const WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7];

function assertCheckDigit(bank: string, digit: string): void {
  if (!/^\d{8}$/.test(bank) || !/^\d$/.test(digit)) {
    throw new RefusedInput("NOT_WELL_FORMED", `"${bank}${digit}" is no routing number`);
  }
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(bank.charAt(at)), 0);
  if ((10 - (sum % 10)) % 10 === Number(digit)) return;
  const reason = `the check digit of the routing number ${bank}${digit} is wrong`;
  throw new RefusedInput("NOT_WELL_FORMED", reason);
}

/** What a control record (8 or 9) declares. */
export interface NachaControl {
  batches: string;
  entries: string;
  hash: string;
  debit: string;
  credit: string;
}

export function readBatchControl(record: string, isAdvice: boolean): NachaControl {
  const [entries, hash] = [record.slice(4, 10), record.slice(10, 20)];
  const [debit, credit] = isAdvice
    ? [record.slice(20, 40), record.slice(40, 60)]
    : [record.slice(20, 32), record.slice(32, 44)];
  return { batches: "", entries, hash, debit, credit };
}

export function readFileControl(record: string, isAdvice: boolean): NachaControl {
  const [debit, credit] = isAdvice
    ? [record.slice(31, 51), record.slice(51, 71)]
    : [record.slice(31, 43), record.slice(43, 55)];
  const [batches, entries, hash] = [record.slice(1, 7), record.slice(13, 21), record.slice(21, 31)];
  return { batches, entries, hash, debit, credit };
}
