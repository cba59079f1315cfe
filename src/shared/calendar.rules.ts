/** A day of the calendar: `YYYY-MM-DD`, without a time zone of its own. */
export type CalendarDate = string;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the runtime's IANA database has the zone, by its canonical kind of name. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)*$/.test(zone)) return false;
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first moment of a day in a time zone. Where clocks are set forward over midnight the day
 * begins when they have been; where they are set back it begins the first time they show it.
 */
export function startOfDay(date: CalendarDate, zone: string): Date {
  const wall = Date.parse(`${date}T00:00:00Z`);
  const before = wall - offsetMs(new Date(wall - DAY_MS), zone);
  const after = wall - offsetMs(new Date(wall + DAY_MS), zone);
  const [early, late] = before < after ? [before, after] : [after, before];
  return new Date(dateIn(new Date(early), zone) === date ? early : late);
}

/** The day that a moment belongs to in a time zone. */
export function dateIn(at: Date, zone: string): CalendarDate {
  return wallClock(at, zone).toISOString().slice(0, 10);
}

/** The day after. */
export function nextDay(date: CalendarDate): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;

function offsetMs(at: Date, zone: string): number {
  return wallClock(at, zone).getTime() - Math.floor(at.getTime() / 1_000) * 1_000;
}

/** What a clock in the zone shows at a moment, as if it were UTC; whole seconds. */
function wallClock(at: Date, zone: string): Date {
  const parts = formatOf(zone).formatToParts(at);
  const part = (type: string): number =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  return new Date(
    Date.UTC(
      part("year"),
      part("month") - 1,
      part("day"),
      part("hour"),
      part("minute"),
      part("second"),
    ),
  );
}

/** A format costs far more to make than to use. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, made);
  return made;
}
