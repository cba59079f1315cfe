import { describe, expect, test } from "vitest";
import { dateIn, isTimeZone, nextDay, startOfDay } from "../../../src/shared/calendar.rules.js";

describe("a day begins", () => {
  test.each([
    ["2026-01-01", "Asia/Seoul", "2025-12-31T15:00:00.000Z"],
    ["2026-01-01", "UTC", "2026-01-01T00:00:00.000Z"],
    ["2026-07-01", "America/New_York", "2026-07-01T04:00:00.000Z"],
    ["2026-12-01", "America/New_York", "2026-12-01T05:00:00.000Z"],
    ["2026-01-01", "Asia/Kolkata", "2025-12-31T18:30:00.000Z"],
    ["2026-01-01", "Pacific/Kiritimati", "2025-12-31T10:00:00.000Z"],
    // The day on which Europe's clocks are set back, and the day after.
    ["2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00.000Z"],
    ["2026-10-26", "Europe/Berlin", "2026-10-25T23:00:00.000Z"],
    ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
    ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
    // Sao Paulo set its clocks forward at midnight: that day began at one o'clock.
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
    ["2018-02-18", "America/Sao_Paulo", "2018-02-18T03:00:00.000Z"],
  ])("%s in %s at %s", (date, zone, moment) => {
    expect(startOfDay(date, zone).toISOString()).toBe(moment);
  });

  test("where the day before ends, in every zone and on every day of a year", () => {
    for (const zone of ["Asia/Seoul", "Europe/Berlin", "America/Santiago", "Asia/Beirut"]) {
      for (let date = "2025-12-31"; date < "2027-01-01"; date = nextDay(date)) {
        const start = startOfDay(date, zone);
        expect(dateIn(start, zone)).toBe(date);
        expect(dateIn(new Date(start.getTime() - 1_000), zone)).not.toBe(date);
      }
    }
  });
});

describe("a time zone", () => {
  test.each(["Asia/Seoul", "UTC", "Etc/GMT+9", "America/Argentina/Buenos_Aires"])(
    "%s is one",
    (zone) => {
      expect(isTimeZone(zone)).toBe(true);
    },
  );

  test.each(["Asia/Soul", "+09:00", "", "Asia/Seoul; drop table", "seoul"])(
    "%s is none",
    (zone) => {
      expect(isTimeZone(zone)).toBe(false);
    },
  );
});
