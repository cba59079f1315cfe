import { readMinorDigits } from "../read-decimal.js";

/** What a return file says of a payment slip. */
export interface PaidSlip {
  /** What happened: 02 registered, 06 paid, 09 written off ... */
  occurrence: string;
  /** Digits of its date; "" where the bank leaves it out. */
  date: string;
  /** The bank's number of the slip ("nosso número"). */
  bankNumber: string;
  /** The issuer's own number. */
  ownNumber: string;
  paidMinor: bigint;
  account: string | undefined;
}

/** Where the bank's number stands in records of 400 columns; the banks did not agree. */
const BANK_NUMBERS: Record<string, readonly [start: number, end: number]> = {
  "001": [63, 80],
  "004": [62, 70],
  "033": [62, 70],
  "041": [62, 72],
  "077": [70, 81],
  "104": [56, 73],
  "399": [62, 73],
  "748": [47, 62],
};
const USUAL: readonly [number, number] = [70, 82];

/** A detail (1, 7) of 400 columns. @throws RefusedInput INVALID_AMOUNT */
export function readSlip400(text: string, bank: string): PaidSlip {
  const [start, end] = BANK_NUMBERS[bank] ?? USUAL;
  return {
    occurrence: text.slice(108, 110),
    date: given(text.slice(110, 116)),
    bankNumber: text.slice(start, end).trim(),
    ownNumber: text.slice(116, 126).trim(),
    paidMinor: amount(text.slice(253, 266)),
    account: text.slice(17, 37).trim() || undefined,
  };
}

/** The segments T and U of 240 columns. @throws RefusedInput INVALID_AMOUNT */
export function readSlip240(title: string, payment: string): PaidSlip {
  return {
    occurrence: payment.slice(15, 17),
    date: given(payment.slice(137, 145)),
    bankNumber: title.slice(37, 57).trim(),
    ownNumber: title.slice(58, 73).trim(),
    paidMinor: amount(payment.slice(77, 92)),
    account: title.slice(23, 36).trim() || undefined,
  };
}

function amount(digits: string): bigint {
  return readMinorDigits(digits.trim() || "0");
}

function given(date: string): string {
  return /^0*$/.test(date.trim()) ? "" : date;
}
