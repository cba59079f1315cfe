import { describe, expect, it } from "vitest";
import { isoTimes } from "../../../src/ingestion/adapters/iso-time.js";

describe("a time with an offset", () => {
  it.each([
    ["2024-03-07T01:01:25+02:00", "2024-03-06T23:01:25.000Z"],
    ["2024-03-07T01:01:25Z", "2024-03-07T01:01:25.000Z"],
    ["2024-03-07T01:01:25.5-05:30", "2024-03-07T06:31:25.500Z"],
    ["2024-03-07T01:01:25.123456789Z", "2024-03-07T01:01:25.123Z"],
    ["2024-03-07T24:00:00Z", "2024-03-08T00:00:00.000Z"],
    ["2024-03-07+09:00", "2024-03-06T15:00:00.000Z"],
  ])("%s is %s in any zone", (text, instant) => {
    expect(isoTimes("UTC").instant(text).toISOString()).toBe(instant);
    expect(isoTimes("Europe/Vilnius").instant(text).toISOString()).toBe(instant);
  });
});

describe("a time without an offset", () => {
  it.each([
    ["UTC", "2024-03-05T23:07:10", "2024-03-05T23:07:10.000Z"],
    ["Asia/Seoul", "2024-03-05T23:07:10", "2024-03-05T14:07:10.000Z"],
    ["America/St_Johns", "2024-01-05", "2024-01-05T03:30:00.000Z"],
    ["Europe/Berlin", "2024-03-31T01:59:59", "2024-03-31T00:59:59.000Z"],
    ["Europe/Berlin", "2024-03-31T03:00:00", "2024-03-31T01:00:00.000Z"],
  ])("in %s, %s is %s", (zone, text, instant) => {
    expect(isoTimes(zone).instant(text).toISOString()).toBe(instant);
  });

  it("that the clock shows twice is its first showing", () => {
    const berlin = isoTimes("Europe/Berlin");
    expect(berlin.instant("2024-10-27T02:30:00").toISOString()).toBe("2024-10-27T00:30:00.000Z");
  });

  it("that the clock never shows is carried over the gap", () => {
    const berlin = isoTimes("Europe/Berlin");
    expect(berlin.instant("2024-03-31T02:30:00").toISOString()).toBe("2024-03-31T01:30:00.000Z");
  });
});

describe("a calendar day", () => {
  it("is the day as written, whatever the zone", () => {
    expect(isoTimes("Asia/Seoul").day("2024-03-05T23:07:10Z")).toBe("2024-03-05");
    expect(isoTimes("Asia/Seoul").day("2024-02-29")).toBe("2024-02-29");
  });
});

describe("what is no time is refused", () => {
  it("as the first moment of the year 10000, which cannot be kept", () => {
    expect(() => isoTimes("UTC").instant("9999-12-31T23:00:00-01:00")).toThrow("is not a date");
  });

  it.each([
    "",
    "2024-02-30",
    "2023-02-29",
    "2024-13-01",
    "2024-00-10",
    "2024-01-00",
    "24-01-01",
    "2024-01-01T",
    "2024-01-01T10:00",
    "2024-01-01T24:00:01",
    "2024-01-01T23:60:00",
    "2024-01-01T23:59:60",
    "2024-01-01T23:59:59,5",
    "2024-01-01T23:59:59+15:00",
    "2024-01-01T23:59:59 Z",
    "2024-01-01.5",
    "2024/01/01",
    "-024-01-01",
    "20x4-01-01",
    "0024-01-01",
  ])("%j", (text) => {
    const refusal = expect.objectContaining({ code: "INVALID_DATE" });
    expect(() => isoTimes("UTC").instant(text)).toThrow(refusal);
    expect(() => isoTimes("UTC").day(text)).toThrow(refusal);
  });
});
