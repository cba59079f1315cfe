import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createContract,
  createPartner,
  holdPartner,
  releasePartner,
} from "../../../src/partners/index.js";
import { systemActor, type Actor } from "../../../src/shared/commands/actor.js";
import type { DomainEvent } from "../../../src/shared/events/domain-event.js";
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

const limitedTo = (partnerId: string): Actor => ({ ...systemActor("limited"), scope: [partnerId] });

const contract = (partnerId: string, change: object = {}) => ({
  partnerId,
  code: `contract-${(number += 1)}`,
  currency: "KRW",
  effectiveFrom: "2026-01-01",
  terms: [{ basis: "NET", shareRate: "0.1250", rounding: "HALF_EVEN" }] as const,
  ...change,
});

describe("putting a partner on hold", () => {
  test("keeps why and since when, and a release takes it back", async () => {
    const { id } = await newPartner();
    const held = await holdPartner(rooms.as(), { partnerId: id, reason: "disputed" });
    expect(held).toMatchObject({ state: "ON_HOLD", holdReason: "disputed", version: 2 });
    expect(held.heldAt).toBeInstanceOf(Date);
    const released = await releasePartner(rooms.as(), { partnerId: id });
    expect(released).toMatchObject({ state: "ACTIVE", holdReason: null, heldAt: null, version: 3 });
  });

  test("by two operators at once: one wins, the other is told", async () => {
    const { id } = await newPartner();
    const results = await Promise.allSettled([
      holdPartner(rooms.as(systemActor("one")), { partnerId: id, reason: "first" }),
      holdPartner(rooms.as(systemActor("two")), { partnerId: id, reason: "second" }),
    ]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.map(({ reason }) => reason.code)).toEqual(["PARTNER_ALREADY_ON_HOLD"]);
  });

  test("decided on an older version is refused", async () => {
    const { id } = await newPartner();
    await holdPartner(rooms.as(), { partnerId: id, reason: "x", expectedVersion: 1 });
    const late = releasePartner(rooms.as(), { partnerId: id, expectedVersion: 1 });
    await expect(late).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
  });

  test("tells of it", async () => {
    const told: DomainEvent[] = [];
    const off = rooms.as().events.on("PartnerHeld", (event) => void told.push(event));
    const { id } = await newPartner();
    await holdPartner(rooms.as(), { partnerId: id, reason: "disputed" });
    off();
    expect(told).toMatchObject([{ partnerId: id, version: 2, reason: "disputed" }]);
  });

  test("that the credential may not see is refused as if there were none", async () => {
    const [own, other] = [await newPartner(), await newPartner()];
    const ctx = rooms.as(limitedTo(own.id));
    await expect(holdPartner(ctx, { partnerId: other.id, reason: "x" })).rejects.toMatchObject({
      code: "PARTNER_NOT_FOUND",
    });
    await expect(
      holdPartner(ctx, { partnerId: rooms.as().ids.next(), reason: "x" }),
    ).rejects.toMatchObject({ code: "PARTNER_NOT_FOUND" });
    await expect(holdPartner(ctx, { partnerId: own.id, reason: "x" })).resolves.toBeTruthy();
  });
});

test("two partners with one code at once: one is made, the other refused", async () => {
  const input = { code: "same-code", name: "A", kind: "PAYMENT_VENDOR" } as const;
  const results = await Promise.allSettled([
    createPartner(rooms.as(), input),
    createPartner(rooms.as(), input),
  ]);
  expect(results.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
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
      cycle: "MONTHLY",
      terms: [{ basis: "NET", shareRate: "0.1250", rounding: "HALF_EVEN" }],
    });
  });

  test("that overlaps another of the partner in the currency is refused", async () => {
    const { id } = await newPartner();
    await createContract(rooms.as(), contract(id, { effectiveTo: "2026-06-30" }));
    const overlapping = createContract(rooms.as(), contract(id, { effectiveFrom: "2026-06-30" }));
    await expect(overlapping).rejects.toMatchObject({ code: "CONTRACT_OVERLAPS" });
    await createContract(rooms.as(), contract(id, { effectiveFrom: "2026-07-01" }));
    await createContract(rooms.as(), contract(id, { currency: "USD" }));
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
    const again = createContract(rooms.as(), contract(id, { code: "krw", currency: "USD" }));
    await expect(again).rejects.toMatchObject({ code: "CONTRACT_CODE_TAKEN" });
  });

  test("may not begin before what is recorded, and the ledger is told of each", async () => {
    const { id } = await newPartner();
    rooms.ledger.latestOccurredAt = new Date("2026-01-15T00:00:00Z");
    const early = createContract(rooms.as(), contract(id));
    await expect(early).rejects.toMatchObject({ code: "CONTRACT_STARTS_TOO_EARLY" });
    const before = rooms.ledger.termsChanged;
    await createContract(rooms.as(), contract(id, { effectiveFrom: "2026-01-16" }));
    expect(rooms.ledger.termsChanged).toBe(before + 1);
    rooms.ledger.latestOccurredAt = null;
  });

  test("of a partner that is not there, in an unknown currency or zone, is refused", async () => {
    const { id } = await newPartner();
    const bad = [
      [contract(rooms.as().ids.next()), "PARTNER_NOT_FOUND"],
      [contract(id, { currency: "XYZ" }), "UNKNOWN_CURRENCY"],
      [contract(id, { timeZone: "Mars/Base" }), "INVALID_INPUT"],
      [contract(id, { terms: [] }), "INVALID_INPUT"],
    ] as const;
    for (const [input, code] of bad) {
      await expect(createContract(rooms.as(), input)).rejects.toMatchObject({ code });
    }
  });
});
