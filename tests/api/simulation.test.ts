import { createTuttiClient, type TuttiClient } from "@tutti/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contractTemplate } from "../../src/settlements/contract-template.rules.js";
import { validateTerms } from "../../src/settlements/validate-terms.rules.js";
import { flatShare } from "../support/contracts.js";
import { startTestHub, type TestHub } from "../support/hub.js";

let hub: TestHub;
let tutti: TuttiClient;
let contractId = "";
let partnerId = "";
const clock = { now: () => new Date("2026-03-10T03:00:00Z") };

beforeAll(async () => {
  hub = await startTestHub({ clock });
  tutti = createTuttiClient({ url: hub.url, apiKey: hub.adminKey });
  const partner = { code: "simulated", name: "Star", kind: "GAME_PROVIDER" } as const;
  partnerId = (await tutti.partners.create(partner)).id;
  const terms = validateTerms(flatShare({ rate: "0.10" }));
  const contract = { partnerId, code: "main", effectiveFrom: "2026-01-01", terms };
  contractId = (await tutti.contracts.create(contract)).id;
  await record("b1", "IN", "1005", "2026-01-10T00:00:00Z");
  await record("b2", "IN", "1005", "2026-01-20T00:00:00Z");
  await record("w1", "OUT", "500", "2026-01-21T00:00:00Z");
  await record("b3", "IN", "4004", "2026-02-10T00:00:00Z");
  const undone = await record("b4", "IN", "705", "2026-02-11T00:00:00Z");
  await tutti.transactions.reverse({
    partnerId,
    externalId: "undo-b4",
    transactionId: undone,
    occurredAt: "2026-02-12T00:00:00Z",
  });
});

afterAll(() => hub.close());

/** Two partners, and what both were sent: amounts in two currencies, one of them undone. */
async function underDailyRates(sources: string[]) {
  const days = ["2026-02-02", "2026-02-03", "2026-02-28"];
  for (const [at, source] of sources.entries()) {
    for (const [n, day] of days.entries()) {
      const rate = `${1300 + 77 * at + 13 * n}.${at}7`;
      const rates = [{ currency: "USD", quote: "KRW", rate }];
      const idempotencyKey = `${source} ${day}`;
      await tutti.exchangeRates.publish({ source, day, rates, idempotencyKey });
    }
  }
  const agreed = [];
  for (const source of sources) {
    const made = { code: `daily-${source}`, name: source, kind: "GAME_PROVIDER" } as const;
    const { id } = await tutti.partners.create(made);
    const rateSource = { kind: "DAILY", source, currencies: ["USD"] };
    const terms = validateTerms({ ...flatShare({ rate: "0.1234" }), rateSource });
    const contract = { partnerId: id, code: "main", effectiveFrom: "2026-02-01", terms };
    const { id: agreedId } = await tutti.contracts.create(contract);
    const transactions = Array.from({ length: 30 }, (_, n) => ({
      externalId: `x${n}`,
      type: n % 3 === 2 ? "win" : "bet",
      direction: n % 3 === 2 ? ("OUT" as const) : ("IN" as const),
      amountMinor: String((n * 7919) % 5003),
      currency: n % 4 === 3 ? "KRW" : "USD",
      occurredAt: `${days[n % 3]}T0${n % 9}:00:00Z`,
    }));
    const { outcomes } = await tutti.transactions.record({ partnerId: id, transactions });
    await tutti.transactions.reverse({
      partnerId: id,
      externalId: "undo",
      transactionId: outcomes?.[6]?.transactionId ?? "",
      occurredAt: "2026-02-28T00:00:00Z",
    });
    agreed.push({ id: agreedId, terms });
  }
  return agreed;
}

async function record(externalId: string, direction: "IN" | "OUT", amount: string, at: string) {
  const type = direction === "IN" ? "bet" : "win";
  const { outcomes } = await tutti.transactions.record({
    partnerId,
    transactions: [
      { externalId, type, direction, amountMinor: amount, currency: "KRW", occurredAt: at },
    ],
  });
  return outcomes?.[0]?.transactionId ?? "";
}

async function simulate(terms: unknown, [from, to] = ["2026-01-01", "2026-02-28"]) {
  const variables = { contractId, terms: terms as ReturnType<typeof validateTerms>, from, to };
  const simulation = await tutti.contracts.simulate({
    ...variables,
    from: from ?? "",
    to: to ?? "",
  });
  const periods = simulation?.periods.map(({ firstDay, present, simulated, lines }) => ({
    firstDay,
    sums: [present.amountMinor, simulated.amountMinor],
    lines: lines.map((each) => [
      each.clause,
      each.present.amountMinor,
      each.simulated.amountMinor,
      each.difference.amountMinor,
    ]),
  }));
  return { periods, reasons: simulation?.reasons };
}

describe("other terms over past periods", () => {
  test("10% of 1,510 and 4,004 are 151 and 400; 20% would be 302 and 801", async () => {
    expect(await simulate(flatShare({ rate: "0.20" }))).toEqual({
      reasons: [],
      periods: [
        {
          firstDay: "2026-01-01",
          sums: ["151", "302"],
          lines: [["share", "151", "302", "151"]],
        },
        {
          firstDay: "2026-02-01",
          sums: ["400", "801"],
          lines: [["share", "400", "801", "401"]],
        },
      ],
    });
  });

  test("with a minimum of 300, 149 are advanced in January and earned back by 100", async () => {
    const terms = flatShare({ rate: "0.10" });
    const minimum = {
      id: "minimum",
      kind: "MINIMUM_GUARANTEE",
      beneficiary: "PARTNER",
      of: ["share"],
      amountMinor: "300",
      recoupable: true,
    };
    const { periods } = await simulate({ ...terms, clauses: [...terms.clauses, minimum] });
    expect(periods?.map(({ lines }) => lines.at(-1))).toEqual([
      ["minimum", "0", "149", "149"], // 300 - 151
      ["minimum", "0", "-100", "-100"], // 400 - 300 are over; 49 stay advanced
    ]);
  });

  test("by line: 10% of 1,005 twice is 101 twice, less 50; 705 undone is nothing", async () => {
    const terms = flatShare({ rate: "0.10" });
    const rounding = { mode: "HALF_UP", per: "LINE" };
    const { periods } = await simulate({ ...terms, rounding });
    expect(periods?.map(({ sums }) => sums)).toEqual([
      ["151", "152"], // 100.5, 100.5 and -50 by themselves
      ["400", "400"], // 400.4, and 70.5 - 70.5
    ]);
  });

  test("at other daily rates come to what they come to where they apply", async () => {
    const agreed = await underDailyRates(["bank", "desk"]);
    const sums = [];
    for (const { id } of agreed) {
      const position = await tutti.positions.get(id, "2026-02-02");
      sums.push(`${position?.payable.amount}`);
    }
    expect(new Set(sums).size).toBe(2);
    for (const { id } of agreed) {
      for (const [other, { terms }] of agreed.entries()) {
        const asked = { contractId: id, terms, from: "2026-02-01", to: "2026-02-28" };
        const simulation = await tutti.contracts.simulate(asked);
        const simulated = simulation?.periods.map((each) => each.simulated.amountMinor);
        expect([simulation?.reasons, simulated]).toEqual([[], [sums[other]]]);
      }
    }
  });

  test("that count what did not count then are refused; other periods are not shown", async () => {
    const rateSource = { kind: "DAILY", source: "bank", currencies: ["USD"] };
    const foreign = await simulate({ ...flatShare(), rateSource });
    expect(foreign).toMatchObject({
      periods: [],
      reasons: [{ code: "CONTRADICTORY_TERMS", path: ["terms", "rateSource"] }],
    });
    const { periods } = await simulate(flatShare(), ["2026-02-01", "2026-02-01"]);
    expect(periods).toHaveLength(1);
  });

  test("leave everything as it is, and name every reason against them", async () => {
    const tables = ["position", "contract", "contract_version", "terms_revision"];
    const state = () =>
      Promise.all(
        tables.map(async (table) => (await hub.database.pool.query(`table ${table}`)).rows),
      );
    const before = await state();
    await simulate(contractTemplate("GAME_PROVIDER"));
    expect(await state()).toEqual(before);
    const bad = { ...flatShare({ rate: "2" }), timeZone: "Mars/Base" };
    const { reasons } = await simulate(bad);
    expect(reasons?.map(({ code }) => code)).toEqual(["UNKNOWN_TIME_ZONE", "RATE_ABOVE_ONE"]);
  });
});
