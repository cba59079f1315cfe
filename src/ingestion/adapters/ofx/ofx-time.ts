import type { IsoTimes } from "../iso-time.js";
import { RefusedInput } from "../refuse-input.js";

const TIME =
  /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:[.:](\d{1,3}))?\s*(?:\[[+-]?(?::[^\]]*)?\]|\[([+-]?\d{1,2})(?:\.(\d{1,2}))?(?::[^\]]*)?\])?$/;

/** What some banks write for "no date". */
const NO_DATE = /^0+$/;

/** A date that says something. */
export function givenDate(text: string | undefined): string | undefined {
  return text === undefined || NO_DATE.test(text) ? undefined : text;
}

/**
 * `YYYYMMDDHHMMSS.XXX[-5:EST]` (OFX 1.6, 3.2.8.2) as ISO 8601; without a zone it is in that of the
 * source. @throws RefusedInput INVALID_DATE
 */
export function readOfxTime(text: string, times: IsoTimes): Date {
  const match = TIME.exec(text);
  if (match === null) {
    throw new RefusedInput("INVALID_DATE", `"${text.slice(0, 40)}" is not a date or time`);
  }
  const [, year, month, day, hour = "00", minute = "00", second = "00", fraction] = match;
  const milliseconds = fraction === undefined ? "" : `.${fraction}`;
  const offset = match[8] === undefined ? "" : offsetOf(match[8], match[9]);
  return times.instant(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${milliseconds}${offset}`,
  );
}

/** "-5" or "+5.50", in hours. */
function offsetOf(hours: string, hundredths: string | undefined): string {
  const size = Math.abs(Number(hours));
  const minutes = Math.round(Number(`0.${hundredths ?? "0"}`) * 60);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${hours.startsWith("-") ? "-" : "+"}${two(size)}:${two(minutes)}`;
}
