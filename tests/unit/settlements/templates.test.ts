import { describe, expect, test } from "vitest";
import { contractTemplate } from "../../../src/settlements/contract-template.rules.js";
import { KOREAN_HOLIDAYS_2025 } from "../../../src/settlements/contract-template.rules.js";
import { weekdayOf } from "../../../src/settlements/day.rules.js";
import { NOTHING_CARRIED, settlePeriod } from "../../../src/settlements/settle-terms.rules.js";
import { validateTerms } from "../../../src/settlements/validate-terms.rules.js";
import { PARTNER_KINDS } from "../../../src/partners/partner.rules.js";
import { month, transaction as tx } from "./terms.js";

const M = 1_000_000n;

function settled(kind: (typeof PARTNER_KINDS)[number], ...args: Parameters<typeof monthOf>) {
  return monthOf(...args)(kind);
}

function monthOf(transactions: Parameters<typeof month>[1], carried = NOTHING_CARRIED) {
  return (kind: (typeof PARTNER_KINDS)[number]) => {
    const period = settlePeriod(month(contractTemplate(kind), transactions), carried);
    const effects = period.components.map(({ clause, effectMinor }) => [clause, effectMinor]);
    return { ...period, effects: Object.fromEntries(effects) as Record<string, bigint> };
  };
}

describe("each kind of partner", () => {
  test.each(PARTNER_KINDS)("%s has a contract that fits it and can be agreed", (kind) => {
    const terms = contractTemplate(kind);
    expect(validateTerms(JSON.parse(JSON.stringify(terms)))).toEqual(terms);
    expect(terms.timeZone).toBe("Asia/Seoul");
  });

  test("is paid by the days of Korea: a day in lieu is a weekday", () => {
    const { calendar } = contractTemplate("GAME_PROVIDER").cycle;
    expect(calendar.holidays).toEqual(KOREAN_HOLIDAYS_2025);
    const inLieu = ["2025-03-03", "2025-05-06", "2025-10-08"];
    const weekdays = inLieu.map((day) => ["SATURDAY", "SUNDAY"].includes(weekdayOf(day)));
    expect(weekdays).toEqual([false, false, false]);
  });
});

describe("a game provider", () => {
  const goodMonth = [
    tx("bet", "IN", 1_000n * M),
    tx("win", "OUT", 300n * M),
    tx("bonus", "OUT", 50n * M),
    tx("jackpot", "NONE", 20n * M),
    tx("gaming-tax", "NONE", 30n * M),
  ];

  test("NGR 1,000 - 300 - 50 - 20 - 30 = 600 million: 10 + 48 + 15 = 73 million, VAT 7.3", () => {
    const { effects, payableMinor } = settled("GAME_PROVIDER", goodMonth);
    expect(effects).toEqual({ share: 73n * M, guarantee: 0n, vat: 7_300_000n });
    expect(payableMinor).toBe(80_300_000n);
  });

  test("NGR 20 million: share 2, topped up by 3 to 5 million, VAT 0.5; the 3 are earned back", () => {
    const poor = settled("GAME_PROVIDER", [tx("bet", "IN", 20n * M)]);
    expect(poor.effects).toEqual({ share: 2n * M, guarantee: 3n * M, vat: 500_000n });
    const { recoupable } = poor;
    const good = settled("GAME_PROVIDER", goodMonth, { ...NOTHING_CARRIED, recoupable });
    // 73 - 3 = 70 million, and VAT of 10% of that.
    expect(good.effects).toEqual({ share: 73n * M, guarantee: -3n * M, vat: 7n * M });
  });
});

describe("a credit supplier", () => {
  test("30 million at 0.95, 2 of it returned, 10 at 0.93: 26.6 + 9.3 = 35.9 million less 2%", () => {
    const { effects, payableMinor } = settled("CREDIT_SUPPLIER", [
      tx("standard-credits-bought", "IN", 30n * M),
      tx("standard-credits-returned", "OUT", 2n * M),
      tx("premium-credits-bought", "IN", 10n * M),
    ]);
    // 35,900,000 x 2% = 718,000; VAT 10% of 35,182,000 = 3,518,200.
    expect(effects).toEqual({
      credits: 35_900_000n,
      "volume-discount": -718_000n,
      vat: 3_518_200n,
    });
    expect(payableMinor).toBe(38_700_200n);
  });

  test("below 10 million there is no discount: 1,001 at 0.95 = 950.95, cut off 950, VAT 95", () => {
    const { effects } = settled("CREDIT_SUPPLIER", [tx("standard-credits-bought", "IN", 1_001n)]);
    expect(effects).toEqual({ credits: 950n, "volume-discount": 0n, vat: 95n });
  });
});

describe("a payment vendor", () => {
  const day = [
    tx("deposit", "IN", 10_050n),
    tx("deposit", "IN", 20_025n),
    tx("deposit", "IN", 5_000n),
    tx("refund", "OUT", 2_000n),
    tx("chargeback", "OUT", 5_000n),
  ];

  test("hands over 35,075 - 7,000 less its fees: 2.2% line by line, 30 an item, 15,000 a dispute", () => {
    const { effects, payableMinor } = settled("PAYMENT_VENDOR", day);
    expect(effects).toEqual({
      collected: -28_075n,
      rate: 772n, // 221.1 + 440.55 + 110 = 221 + 441 + 110
      "per-item": 15_090n, // 3 x 30 + 1 x 15,000
      vat: 1_586n, // 10% of 15,862 = 1,586.2
      reserve: 1_404n, // 5% of 28,075 = 1,403.75, kept by the vendor for 180 days
    });
    expect(payableMinor).toBe(-9_223n);
  });

  test("is asked for what it owes, and gives the reserve back when it is released", () => {
    const releases = [{ clause: "reserve", heldIn: "2025-01-02", effectMinor: -1_404n }];
    const { dueMinor } = settled("PAYMENT_VENDOR", day, { ...NOTHING_CARRIED, releases });
    expect(dueMinor).toBe(-9_223n - 1_404n);
  });
});

describe("a security vendor", () => {
  const calls = (count: bigint) => tx("verification-call", "NONE", 1n, { count });

  test("150,000 calls are 100,000 x 12 + 50,000 x 9 = 1.65 million, and 3 million a month", () => {
    const { effects } = settled("SECURITY_VENDOR", [calls(150_000n)]);
    expect(effects).toMatchObject({ calls: 1_650_000n, "monthly-fee": 3n * M, vat: 465_000n });
  });

  test("a breach gives back 5% of 4.65 million = 232,500; VAT 10% of 4,417,500", () => {
    const breach = tx("sla-breach", "NONE", 1n);
    const { effects, payableMinor } = settled("SECURITY_VENDOR", [calls(150_000n), breach]);
    expect(effects).toMatchObject({ "sla-credit": -232_500n, vat: 441_750n });
    expect(payableMinor).toBe(4_859_250n);
  });
});
