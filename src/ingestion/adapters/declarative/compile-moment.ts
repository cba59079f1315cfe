import { InvalidInput } from "../../../shared/input.errors.js";
import { isoTimes, type IsoTimes } from "../iso-time.js";
import { RefusedInput } from "../refuse-input.js";

/** Reads a time of one form. @throws RefusedInput INVALID_DATE */
export type MomentReader = (value: unknown, zone: string | undefined) => Date;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Abbreviations that reports of processors use, as offsets. */
const ABBREVIATIONS: Record<string, string> = {
  UTC: "Z",
  GMT: "Z",
  Z: "Z",
  PST: "-08:00",
  PDT: "-07:00",
  MST: "-07:00",
  MDT: "-06:00",
  CST: "-06:00",
  CDT: "-05:00",
  EST: "-05:00",
  EDT: "-04:00",
  BRT: "-03:00",
  BST: "+01:00",
  CET: "+01:00",
  CEST: "+02:00",
  KST: "+09:00",
  JST: "+09:00",
};

const TOKENS: Record<string, string> = {
  yyyy: "(?<year>\\d{4})",
  yy: "(?<shortYear>\\d{2})",
  MMM: "(?<monthName>[A-Za-z]{3})",
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  dd: "(?<day>\\d{2})",
  d: "(?<day>\\d{1,2})",
  HH: "(?<hour>\\d{2})",
  H: "(?<hour>\\d{1,2})",
  h: "(?<hour>\\d{1,2})",
  mm: "(?<minute>\\d{2})",
  ss: "(?<second>\\d{2})",
  SSS: "(?<fraction>\\d{1,9})",
  a: "(?<half>[AaPp][Mm])",
  z: "(?<zone>[A-Z]{1,5})",
  XXX: "(?<offset>Z|[+-]\\d{2}:?\\d{2})",
};
const TOKEN = /yyyy|yy|MMM|MM|M|dd|d|HH|H|h|mm|ss|SSS|a|z|XXX/g;
const MAX_CHARACTERS = 64;

/** @throws InvalidInput for a zone or pattern that is none */
export function compileMoment(format: string, zone: string): MomentReader {
  const times = zonesOf(zone);
  if (format === "ISO") return (value, other) => times(other).instant(textOf(value));
  if (format === "UNIX_SECONDS") return (value) => epoch(value, 1_000);
  if (format === "UNIX_MS") return (value) => epoch(value, 1);
  const pattern = patternOf(format);
  return (value, other) => {
    const text = textOf(value);
    const parts = pattern.exec(text)?.groups;
    if (parts === undefined) throw invalid(text);
    return times(other).instant(isoOf(parts, text));
  };
}

/** The times of a zone, or of another that a record names. */
function zonesOf(zone: string): (other: string | undefined) => IsoTimes {
  const known = new Map<string, IsoTimes>();
  const own = isoTimes(zone);
  return (other) => {
    if (other === undefined || other === "") return own;
    let times = known.get(other);
    if (times === undefined) {
      times = otherZone(other);
      // A partner names a zone or two; whoever names more gets no more of our memory.
      if (known.size < 100) known.set(other, times);
    }
    return times;
  };
}

function otherZone(zone: string): IsoTimes {
  try {
    return isoTimes(zone);
  } catch {
    throw new RefusedInput("INVALID_DATE", `"${zone.slice(0, 40)}" is not a time zone`);
  }
}

function textOf(value: unknown): string {
  if (typeof value === "string" && value.length <= MAX_CHARACTERS) return value.trim();
  throw invalid(typeof value === "string" ? value : typeof value);
}

function epoch(value: unknown, unitMs: number): Date {
  const number = typeof value === "string" ? Number(value.trim() || Number.NaN) : value;
  const ms = typeof number === "number" || typeof number === "bigint" ? Number(number) * unitMs : 0;
  const date = new Date(ms);
  if (ms > 0 && date.getTime() < Date.UTC(10_000, 0)) return date;
  throw invalid(String(value));
}

function patternOf(format: string): RegExp {
  const escaped = format.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  const pattern = escaped.replaceAll(TOKEN, (token) => TOKENS[token] ?? token);
  try {
    return new RegExp(`^${pattern}$`);
  } catch {
    throw new InvalidInput(`"${format}" is not a pattern of dates`, ["definition"]);
  }
}

function isoOf(parts: Record<string, string>, text: string): string {
  const { offset = "", zone } = parts;
  const year = parts["year"] ?? `20${parts["shortYear"] ?? ""}`;
  const month = monthOf(parts);
  const ending = zone === undefined ? withColon(offset) : ABBREVIATIONS[zone];
  if (ending === undefined || month === undefined) throw invalid(text);
  const day = `${year}-${two(month)}-${two(parts["day"] ?? "01")}`;
  return parts["hour"] === undefined ? day : `${day}T${clockOf(parts)}${ending}`;
}

function monthOf({ monthName, month = "01" }: Record<string, string>): string | undefined {
  if (monthName === undefined) return month;
  const index = MONTHS.indexOf(monthName.toLowerCase());
  return index < 0 ? undefined : String(index + 1);
}

function clockOf(parts: Record<string, string>): string {
  const fraction = parts["fraction"] === undefined ? "" : `.${parts["fraction"]}`;
  const [minute, second] = [parts["minute"] ?? "00", parts["second"] ?? "00"];
  return `${hourOf(parts)}:${minute}:${second}${fraction}`;
}

function hourOf({ hour = "0", half }: Record<string, string>): string {
  if (half === undefined) return two(hour);
  const base = Number(hour) % 12;
  return two(String(half.toLowerCase() === "pm" ? base + 12 : base));
}

function withColon(offset: string): string {
  return offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
}

function two(digits: string): string {
  return digits.padStart(2, "0");
}

function invalid(text: string): RefusedInput {
  return new RefusedInput("INVALID_DATE", `"${text.slice(0, 40)}" is not a date or time`);
}
