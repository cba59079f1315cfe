import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { correctExchangeRate } from "../../../src/settlements/correct-exchange-rate.js";
import { publishExchangeRates } from "../../../src/settlements/publish-exchange-rates.js";
import { systemActor } from "../../../src/shared/commands/actor.js";
import { openTestRooms, type TestRooms } from "../../support/rooms.js";

let rooms: TestRooms;

beforeAll(async () => {
  rooms = await openTestRooms();
});

afterAll(() => rooms.close());

const USD = { currency: "USD", quote: "KRW", rate: "1384.5" };
const EUR = { currency: "EUR", quote: "KRW", rate: "1512.25" };

const publish = (day: string, rates: (typeof USD)[], source = "seoul-bank") =>
  publishExchangeRates(rooms.as(), { source, day, rates });

const correct = (day: string, rate: string) =>
  correctExchangeRate(rooms.as(), {
    ...USD,
    source: "seoul-bank",
    day,
    rate,
    reason: "digits exchanged",
  });

const revision = async (): Promise<bigint> =>
  (await rooms.database.pool.query("select revision from terms_revision")).rows[0].revision;

describe("exchange rates of a day", () => {
  test("are published once; the same again changes nothing, in whatever digits", async () => {
    const first = await publish("2026-01-05", [USD, EUR]);
    expect(first).toMatchObject([
      { ...EUR, source: "seoul-bank", day: "2026-01-05", revision: 1, reason: null },
      { ...USD, publishedBy: "system:test" },
    ]);
    const again = await publish("2026-01-05", [{ ...USD, rate: "1384.50" }]);
    expect(again).toEqual([first[1]]);
    const more = await publish("2026-01-05", [USD, { ...USD, quote: "EUR", rate: "0.92" }]);
    expect(more).toHaveLength(2);
  });

  test("with another value are refused, all of them, and each is told", async () => {
    await publish("2026-01-06", [USD, EUR]);
    const other = [
      { ...USD, rate: "1" },
      { ...USD, currency: "JPY", rate: "9" },
      { ...EUR, rate: "2" },
    ];
    const error = await publish("2026-01-06", other).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      refusals: [
        { code: "EXCHANGE_RATE_PUBLISHED", inputPath: ["rates", 0, "rate"] },
        { code: "EXCHANGE_RATE_PUBLISHED", inputPath: ["rates", 2, "rate"] },
      ],
    });
    const { rows } = await rooms.database.pool.query(
      "select currency from exchange_rate where day = '2026-01-06' order by 1",
    );
    expect(rows).toEqual([{ currency: "EUR" }, { currency: "USD" }]);
  });

  test("published by two at once are one", async () => {
    const both = await Promise.all([publish("2026-01-07", [USD]), publish("2026-01-07", [USD])]);
    expect(both[0]).toEqual(both[1]);
  });

  test("that are new make the posting lanes read them", async () => {
    const before = await revision();
    await publish("2026-01-08", [USD]);
    expect((await revision()) > before).toBe(true);
  });

  test.each([
    ["no rates", "2026-01-09", [], "INVALID_INPUT"],
    ["a rate of nothing", "2026-01-09", [{ ...USD, rate: "0" }], "INVALID_RATE"],
    ["nine decimals", "2026-01-09", [{ ...USD, rate: "0.123456789" }], "INVALID_RATE"],
    ["a currency in itself", "2026-01-09", [{ ...USD, quote: "USD" }], "INVALID_INPUT"],
    ["a pair twice", "2026-01-09", [USD, USD], "INVALID_INPUT"],
  ])("%s: refused", async (_what, day, rates, code) => {
    await expect(publish(day, rates)).rejects.toMatchObject({ code });
  });

  test("are nothing that a key of one partner says", async () => {
    const ctx = rooms.as({ ...systemActor("limited"), scope: [rooms.as().ids.next()] });
    const input = { source: "seoul-bank", day: "2026-01-10", rates: [USD] };
    await expect(publishExchangeRates(ctx, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a published rate", () => {
  test("is corrected with a reason, and keeps count of it", async () => {
    await publish("2026-02-01", [USD]);
    const corrected = await correct("2026-02-01", "1385.4");
    expect(corrected).toMatchObject({ rate: "1385.4", revision: 2, reason: "digits exchanged" });
    expect(await correct("2026-02-01", "1385.40")).toEqual(corrected);
    await expect(correct("2026-02-02", "1")).rejects.toMatchObject({
      code: "EXCHANGE_RATE_NOT_FOUND",
    });
  });
});
