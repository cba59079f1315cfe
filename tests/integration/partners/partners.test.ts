import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPartner, holdPartner, releasePartner } from "../../../src/partners/index.js";
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
