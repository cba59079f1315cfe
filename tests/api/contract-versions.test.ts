import { createTuttiClient, RefusedError } from "@tutti/client";
import type { ContractTermsInput, TuttiClient } from "@tutti/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contractTemplate } from "../../src/settlements/contract-template.rules.js";
import { flatShare } from "../support/contracts.js";
import { startTestHub, type TestHub } from "../support/hub.js";

let hub: TestHub;
let tutti: TuttiClient;
let serial = 0;
const clock = { now: () => new Date("2026-03-10T03:00:00Z") };

beforeAll(async () => {
  hub = await startTestHub({ clock });
  tutti = createTuttiClient({ url: hub.url, apiKey: hub.adminKey });
});

afterAll(() => hub.close());

/** What no type-checker would let through is refused by the hub as well. */
const asTerms = (terms: unknown) => terms as ContractTermsInput;

const partner = () =>
  tutti.partners.create({ code: `p-${(serial += 1)}`, name: "Star", kind: "GAME_PROVIDER" });

async function contract(terms: unknown = flatShare(), effectiveFrom = "2026-01-01") {
  const { id: partnerId } = await partner();
  const made = await tutti.contracts.create({
    partnerId,
    code: "main",
    effectiveFrom,
    terms: asTerms(terms),
  });
  return { ...made, partnerId };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function refusalOf(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof RefusedError ? { code: error.code, path: error.path } : error;
}

const record = (partnerId: string, currency: string, occurredAt: string) =>
  tutti.transactions.record({
    partnerId,
    transactions: [
      {
        externalId: `t-${(serial += 1)}`,
        type: "bet",
        direction: "IN",
        amountMinor: "100",
        currency,
        occurredAt,
      },
    ],
  });

describe("a contract", () => {
  test("has versions: what applies, what will, and what was taken back", async () => {
    const { id } = await contract();
    const terms = contractTemplate("GAME_PROVIDER");
    await tutti.contracts.scheduleVersion({ contractId: id, effectiveFrom: "2026-05-01", terms });
    const reason = "signed later";
    const moved = { contractId: id, number: 2, effectiveFrom: "2026-06-01", reason };
    await tutti.contracts.moveVersion(moved);
    const other = { contractId: id, effectiveFrom: "2026-05-01", terms, reason: "a draft" };
    await tutti.contracts.scheduleVersion(other);
    await tutti.contracts.cancelVersion({ contractId: id, number: 3, reason: "not signed" });
    await tutti.contracts.end({ contractId: id, effectiveTo: "2026-12-31", reason: "notice" });
    expect(await tutti.contracts.get(id)).toMatchObject({
      version: 6,
      effectiveTo: "2026-12-31",
      versions: [
        { number: 1, state: "IN_FORCE", endsAt: "2026-05-31T15:00:00.000Z" },
        { number: 3, state: "CANCELLED", endsAt: null, reason: "not signed" },
        { number: 2, state: "SCHEDULED", endsAt: "2026-12-31T15:00:00.000Z", reason, terms },
      ],
    });
    const document = "query ($id: ID!) { contract(id: $id) { inForce { number state } } }";
    expect(await hub.query(document, { id })).toEqual({
      contract: { inForce: { number: 1, state: "IN_FORCE" } },
    });
  });

  test("is refused with every reason against its terms", async () => {
    const { id: partnerId } = await partner();
    const bad = flatShare({ rate: "1.5" });
    const [share] = bad.clauses;
    const gap = [
      { from: "0", to: "100", rate: "0.1" },
      { from: "200", rate: "0.2" },
    ];
    const holes = { ...share, id: "holes", scheme: "GRADUATED", tiers: gap };
    const terms = { ...bad, timeZone: "Mars/Base", clauses: [share, holes] };
    const input = { partnerId, code: "bad", effectiveFrom: "2026-01-01" };
    const clause = ["input", "terms", "clauses"];
    const reasons = [
      { code: "UNKNOWN_TIME_ZONE", path: ["input", "terms", "timeZone"] },
      { code: "RATE_ABOVE_ONE", path: [...clause, "0", "tiers", "0", "rate"] },
      { code: "TIERS_HAVE_GAP", path: [...clause, "1", "tiers", "0", "to"] },
    ];
    await expect(tutti.contracts.create({ ...input, terms: asTerms(terms) })).rejects.toMatchObject(
      { ...reasons[0], reasons },
    );
    const [agreed] = bad.clauses;
    const consenting = { ...bad, clauses: [{ ...agreed, consentToRateAboveOne: true }] };
    expect(await contract(consenting)).toMatchObject({ currency: "KRW" });
  });

  test("keeps what is in force: overlaps and changes in the past are refused", async () => {
    const { id: contractId, partnerId } = await contract();
    const terms = contractTemplate("GAME_PROVIDER");
    const schedule = (effectiveFrom: string) =>
      refusalOf(tutti.contracts.scheduleVersion({ contractId, effectiveFrom, terms }));
    const path = ["input", "effectiveFrom"];
    expect(await schedule("2026-03-10")).toEqual({ code: "CONTRACT_VERSION_IN_FORCE", path });
    await schedule("2026-05-01");
    expect(await schedule("2026-05-01")).toEqual({ code: "CONTRACT_VERSIONS_OVERLAP", path });
    await record(partnerId, "KRW", "2026-05-09T15:00:00Z"); // May 10 in Seoul
    expect(await schedule("2026-05-10")).toEqual({ code: "CONTRACT_VERSION_IN_FORCE", path });
    const moved = { contractId, number: 2, effectiveFrom: "2026-06-01", reason: "late" };
    expect(await refusalOf(tutti.contracts.moveVersion(moved))).toMatchObject({
      code: "CONTRACT_VERSION_IN_FORCE",
    });
    const input = { partnerId, code: "second", effectiveFrom: "2026-05-10", terms };
    expect(await refusalOf(tutti.contracts.create(input))).toMatchObject({
      code: "CONTRACT_OVERLAPS",
    });
    const { id: unsettled } = await partner();
    await record(unsettled, "KRW", "2026-01-15T00:00:00Z");
    const early = { ...input, partnerId: unsettled, effectiveFrom: "2026-01-15" };
    expect(await refusalOf(tutti.contracts.create(early))).toMatchObject({
      code: "CONTRACT_STARTS_TOO_EARLY",
    });
  });

  test("is listed by the days on which it applies", async () => {
    const { partnerId, id } = await contract(flatShare(), "2026-02-01");
    await tutti.contracts.end({ contractId: id, effectiveTo: "2026-04-30", reason: "notice" });
    const on = async (inForceOn: string) =>
      (await all(tutti.contracts.list({ partnerId, inForceOn }))).length;
    const days = ["2026-01-31", "2026-02-01", "2026-04-30", "2026-05-01"];
    expect(await Promise.all(days.map(on))).toEqual([0, 1, 1, 0]);
  });

  test("is changed by those alone who may", async () => {
    const { id } = await contract();
    const key = await tutti.apiKeys.create({ name: "viewer", role: "VIEWER" });
    const viewer = createTuttiClient({ url: hub.url, apiKey: key.secret });
    expect(await viewer.contracts.get(id)).toMatchObject({ code: "main" });
    const ending = { contractId: id, effectiveTo: "2026-12-31", reason: "x" };
    await expect(viewer.contracts.end(ending)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("terms", () => {
  test.each(["GAME_PROVIDER", "CREDIT_SUPPLIER", "PAYMENT_VENDOR", "SECURITY_VENDOR"] as const)(
    "of a %s begin with a template that can be agreed as it is",
    async (kind) => {
      const terms = await tutti.contracts.template(kind);
      expect(await tutti.contracts.validateTerms(terms)).toEqual({ terms, reasons: [] });
      expect(await contract(terms)).toMatchObject({ versions: [{ terms }] });
    },
  );

  test("are tried out without being agreed", async () => {
    const { bases: _left, ...terms } = flatShare();
    const tried = await hub.query(
      `query ($terms: ContractTerms!) { validateTerms(terms: $terms) {
         terms reasons { code path } } }`,
      { terms: { ...terms, colour: "red" } },
    );
    expect(tried).toEqual({
      validateTerms: {
        terms: null,
        reasons: [
          { code: "INVALID_INPUT", path: ["terms", "colour"] },
          { code: "INVALID_INPUT", path: ["terms", "bases"] },
        ],
      },
    });
  });
});

describe("exchange rates", () => {
  const dollar = { currency: "USD", quote: "KRW" };
  const publish = (day: string, rate: string) =>
    tutti.exchangeRates.publish({ source: "bank", day, rates: [{ ...dollar, rate }] });
  const correct = (day: string, rate: string) =>
    tutti.exchangeRates.correct({ source: "bank", ...dollar, day, rate, reason: "misread" });

  test("are published, listed, corrected, and kept once something is settled by them", async () => {
    for (const day of ["2026-03-01", "2026-03-02", "2026-03-03"]) await publish(day, "1384.5");
    const other = await refusalOf(publish("2026-03-01", "1400"));
    const path = ["input", "rates", "0", "rate"];
    expect(other).toEqual({ code: "EXCHANGE_RATE_PUBLISHED", path });
    const rateSource = { kind: "DAILY", source: "bank", currencies: ["USD"] };
    const { partnerId } = await contract({ ...flatShare(), rateSource });
    expect(await correct("2026-03-02", "1385")).toMatchObject({ rate: "1385", revision: 2 });
    await record(partnerId, "USD", "2026-03-02T14:59:59Z"); // March 2 in Seoul
    expect(await refusalOf(correct("2026-03-02", "1386"))).toMatchObject({
      code: "EXCHANGE_RATE_IN_USE",
    });
    await correct("2026-03-03", "1387.25");
    const filter = { source: "bank", currency: "USD", from: "2026-03-02" };
    const listed = await all(tutti.exchangeRates.list(filter));
    expect(listed.map(({ day, rate, revision }) => [day, rate, revision])).toEqual([
      ["2026-03-03", "1387.25", 2],
      ["2026-03-02", "1385", 2],
    ]);
  });
});
