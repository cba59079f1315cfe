import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPartner } from "../../../src/partners/index.js";
import { createContract } from "../../../src/settlements/index.js";
import { readTerms } from "../../../src/settlements/read-terms.rules.js";
import { flatShare } from "../../support/contracts.js";
import { openTestRooms, type TestRooms } from "../../support/rooms.js";

let rooms: TestRooms;
let number = 0;

beforeAll(async () => {
  rooms = await openTestRooms();
});

afterAll(() => rooms.close());

const newPartner = () =>
  createPartner(rooms.as(), {
    code: `partner-${(number += 1)}`,
    name: "Star Games",
    kind: "GAME_PROVIDER",
  });

const contract = (partnerId: string, change: object = {}) => ({
  partnerId,
  code: `contract-${(number += 1)}`,
  effectiveFrom: "2026-01-01",
  terms: flatShare(),
  ...change,
});

describe("a contract", () => {
  test("keeps its days, its moments and its terms", async () => {
    const { id } = await newPartner();
    const made = await createContract(rooms.as(), contract(id, { effectiveTo: "2026-12-31" }));
    expect(made).toMatchObject({
      partnerId: id,
      effectiveFrom: "2026-01-01",
      effectiveTo: "2026-12-31",
      timeZone: "Asia/Seoul",
      startsAt: new Date("2025-12-31T15:00:00Z"),
      endsAt: new Date("2026-12-31T15:00:00Z"),
    });
    const { rows } = await rooms.database.pool.query(
      `select number, effective_from::text, state, terms from contract_version
       where contract_id = $1`,
      [made.id],
    );
    expect(rows).toEqual([
      {
        number: 1,
        effective_from: "2026-01-01",
        state: "SCHEDULED",
        terms: readTerms(flatShare()),
      },
    ]);
  });

  test("that overlaps another of the partner in the currency is refused", async () => {
    const { id } = await newPartner();
    await createContract(rooms.as(), contract(id, { effectiveTo: "2026-06-30" }));
    const overlapping = createContract(rooms.as(), contract(id, { effectiveFrom: "2026-06-30" }));
    await expect(overlapping).rejects.toMatchObject({ code: "CONTRACT_OVERLAPS" });
    await createContract(rooms.as(), contract(id, { effectiveFrom: "2026-07-01" }));
    await createContract(rooms.as(), contract(id, { terms: flatShare({ currency: "USD" }) }));
  });

  test("of which two are agreed at once: one is", async () => {
    const { id } = await newPartner();
    const results = await Promise.allSettled(
      Array.from({ length: 4 }, () => createContract(rooms.as(), contract(id))),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  test("with a code that the partner has already is refused", async () => {
    const { id } = await newPartner();
    await createContract(rooms.as(), contract(id, { code: "krw" }));
    const again = createContract(
      rooms.as(),
      contract(id, { code: "krw", terms: flatShare({ currency: "USD" }) }),
    );
    await expect(again).rejects.toMatchObject({ code: "CONTRACT_CODE_TAKEN" });
  });

  test("makes the posting lanes read the terms anew", async () => {
    const revision = () => rooms.database.pool.query("select revision from terms_revision");
    const { id } = await newPartner();
    const before = (await revision()).rows[0].revision;
    await createContract(rooms.as(), contract(id));
    expect((await revision()).rows[0].revision > before).toBe(true);
  });

  test("of a partner that is not there, in an unknown currency or zone, is refused", async () => {
    const { id } = await newPartner();
    const bad = [
      [contract(rooms.as().ids.next()), "PARTNER_NOT_FOUND"],
      [contract(id, { terms: flatShare({ currency: "XYZ" }) }), "UNKNOWN_CURRENCY"],
      [contract(id, { terms: flatShare({ timeZone: "Mars/Base" }) }), "UNKNOWN_TIME_ZONE"],
      [contract(id, { terms: [] }), "INVALID_INPUT"],
    ] as const;
    for (const [input, code] of bad) {
      await expect(createContract(rooms.as(), input)).rejects.toMatchObject({ code });
    }
  });
});
