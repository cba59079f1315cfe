import { InvalidInput } from "../../shared/input.errors.js";
import { RefusedInput } from "./refuse-input.js";

/** What may follow the seconds or the day: a fraction and an offset of at most 14 hours. */
const SUFFIX = /^(?:\.(\d{1,9}))?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;
const DAY_CHARACTERS = 10;
const SECOND_CHARACTERS = 19;

/** `Date.UTC` takes the years before 100 for the 1900s; nothing was paid before these. */
const FIRST_YEAR = 1800;
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const ZERO = 48;

/** Reads ISO 8601 times, those without an offset as wall-clock time of one zone. */
export interface IsoTimes {
  /** An instant; a mere date is its midnight. @throws RefusedInput INVALID_DATE */
  instant(text: string): Date;
  /**
   * The calendar day of a date or time, as written: YYYY-MM-DD. @throws RefusedInput INVALID_DATE
   */
  day(text: string): string;
}

/** @param zone IANA name. @throws InvalidInput for an unknown one */
export function isoTimes(zone: string): IsoTimes {
  const offsetMs = zone === "UTC" ? () => 0 : zoneOffsets(zone);
  // A file speaks of one day or two: each is worked out once, and its rows share one string.
  let last = { day: "", ms: Number.NaN };
  const midnight = (text: string): number => {
    const day = text.slice(0, DAY_CHARACTERS);
    if (day !== last.day) last = { day, ms: dayMs(day) };
    return last.ms;
  };
  return {
    instant: (text) => {
      const ms = instantMs(text, midnight(text), offsetMs);
      if (ms > LAST_MS) throw invalid(text);
      return new Date(ms);
    },
    day: (text) => {
      instantMs(text, midnight(text), () => 0);
      return last.day;
    },
  };
}

/**
 * xs:date and xs:dateTime (XML Schema 1.0 part 2) with four-digit years. Read by character, since a
 * time stands in every payment and a pattern with groups takes a tenth of the whole reading.
 */
function instantMs(text: string, midnightMs: number, offsetMs: (wallMs: number) => number): number {
  const hasClock = text.charAt(DAY_CHARACTERS) === "T";
  let wallMs = midnightMs + (hasClock ? clockMs(text) : 0);
  if (Number.isNaN(wallMs)) throw invalid(text);
  const read = hasClock ? SECOND_CHARACTERS : DAY_CHARACTERS;
  if (text.length === read) return wallMs - offsetMs(wallMs);
  const suffix = SUFFIX.exec(text.slice(read));
  if (suffix === null || (suffix[1] !== undefined && !hasClock)) throw invalid(text);
  wallMs += Number((suffix[1] ?? "").slice(0, 3).padEnd(3, "0"));
  return wallMs - (suffix[2] === undefined ? offsetMs(wallMs) : writtenOffset(suffix[2]));
}

/** The day's midnight as if in UTC; NaN when there is no such day. */
function dayMs(text: string): number {
  if (text.charAt(4) !== "-" || text.charAt(7) !== "-") return Number.NaN;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const [month, day] = [twoDigits(text, 5), twoDigits(text, 8)];
  if (year < FIRST_YEAR || month < 1 || month > 12) return Number.NaN;
  const ms = Date.UTC(year, month - 1, day);
  // 30 February is carried over into March; a bank does not.
  return new Date(ms).getUTCDate() === day ? ms : Number.NaN;
}

/** Milliseconds since midnight; NaN when no clock shows that. 24:00:00 is the next midnight. */
function clockMs(text: string): number {
  const [hour, minute, second] = [twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)];
  const ms = hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS;
  const isShown = minute < 60 && second < 60 && ms <= DAY_MS;
  return isShown && text.charAt(13) === ":" && text.charAt(16) === ":" ? ms : Number.NaN;
}

function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : Number.NaN;
}

function writtenOffset(offset: string): number {
  if (offset === "Z") return 0;
  const sign = offset.startsWith("-") ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * HOUR_MS + Number(offset.slice(4, 6)) * MINUTE_MS);
}

function invalid(text: string): RefusedInput {
  return new RefusedInput("INVALID_DATE", `"${text.slice(0, 40)}" is not a date or time`);
}

/**
 * Milliseconds that a zone's wall clock is ahead of UTC at a wall time. Around a change of clocks
 * the earlier offset counts: a time shown twice is its first showing, one never shown is carried
 * over.
 */
function zoneOffsets(zone: string): (wallMs: number) => number {
  const offsetAt = cachedOffsets(zone);
  return (wallMs) => {
    const before = offsetAt(wallMs - DAY_MS);
    const after = offsetAt(wallMs + DAY_MS);
    if (before === after || offsetAt(wallMs - before) === before) return before;
    return offsetAt(wallMs - after) === after ? after : before;
  };
}

function cachedOffsets(zone: string): (instantMs: number) => number {
  const format = formatterFor(zone);
  const known = new Map<number, number>();
  return (instantMs) => {
    // Clocks change at whole quarters of an hour.
    const quarter = Math.floor(instantMs / (15 * MINUTE_MS));
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = offsetOf(format, instantMs);
      known.set(quarter, offset);
    }
    return offset;
  };
}

function formatterFor(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  } catch {
    throw new InvalidInput(`"${zone}" is not an IANA time zone`, ["zone"]);
  }
}

function offsetOf(format: Intl.DateTimeFormat, instantMs: number): number {
  const parts = format.formatToParts(instantMs);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  return name === "GMT" ? 0 : writtenOffset(name.slice(3, 9));
}
