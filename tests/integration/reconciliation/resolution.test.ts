import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approveWriteOffs } from "../../../src/reconciliation/approve-write-offs.js";
import { DEFAULT_POLICY } from "../../../src/reconciliation/policy.rules.js";
import { resolveBreaks, type ResolveBreaks } from "../../../src/reconciliation/resolve-breaks.js";
import {
  camt053,
  ourSide,
  testPayments,
  type TestPayment,
} from "../../support/reconciliation-documents.js";
import { ReconciliationWorld, type SeenBreak } from "../../support/reconciliation-world.js";
import { person } from "../../support/settlements.js";

let world: ReconciliationWorld;
const DAY = "2026-05-04";

beforeAll(async () => {
  world = await ReconciliationWorld.start();
});
afterAll(() => world.close());

/** A partner with a line that we lack, one that it lacks, one altered and one doubled by us. */
async function broken(): Promise<{ partnerId: string; breaks: SeenBreak[] }> {
  const partnerId = await world.partner();
  await world.policy(partnerId);
  await world.role(partnerId, "camt.053", "MATCH");
  const payments = testPayments(12, DAY);
  const [missing, lost, altered, doubled] = payments;
  if (!missing || !lost || !altered || !doubled) throw new Error("too few");
  const ours = ourSide(partnerId, payments.slice(1));
  const again = ourSide(partnerId, [doubled]).map((one) => ({ ...one, externalId: "again" }));
  await world.record([...ours, ...again]);
  const lines = payments
    .filter((one) => one !== lost)
    .map((one) => (one === altered ? { ...one, amountMinor: one.amountMinor + 5_000n } : one));
  await world.import(partnerId, "camt.053", camt053({ name: `S-${partnerId}`, day: DAY, lines }));
  await world.reconcile();
  return { partnerId, breaks: await world.breaks(partnerId) };
}

const ofKind = (breaks: readonly SeenBreak[], kind: string): SeenBreak => {
  const found = breaks.find((one) => one.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};

async function balances(partnerId: string): Promise<Record<string, bigint>> {
  const rows = await world.sql.rows<{ purpose: string; balance: bigint }>(
    `select purpose, balance from account
     where partner_id = $1 or purpose = 'RECONCILIATION_WRITE_OFF'`,
    [partnerId],
  );
  return Object.fromEntries(rows.map(({ purpose, balance }) => [purpose, balance]));
}

describe("breaks", () => {
  it("are dealt with until the partner's account is what the partner states", async () => {
    const { partnerId, breaks } = await broken();
    expect(breaks.map(({ kind }) => kind).toSorted()).toEqual([
      "DUPLICATE",
      "MISMATCHED",
      "MISSING_OURS",
      "MISSING_THEIRS",
    ]);
    const stated = (await balances(partnerId))["PARTNER_CURRENT"] ?? 0n;
    const wanted = stated + breaks.reduce((sum, { differenceMinor }) => sum + differenceMinor, 0n);
    const decide = (kind: string, action: "ADJUST" | "REVERSE" | "WRITE_OFF") => {
      const { id } = ofKind(breaks, kind);
      return resolveBreaks(world.ctx, { breakIds: [id], action, reason: `the ${kind}` });
    };
    await decide("MISSING_OURS", "ADJUST");
    await decide("MISSING_THEIRS", "REVERSE");
    await decide("DUPLICATE", "REVERSE");
    await decide("MISMATCHED", "WRITE_OFF");
    expect((await world.breaks(partnerId, "PROPOSED")).map(({ kind }) => kind)).toEqual([
      "MISMATCHED",
    ]);
    const { id } = ofKind(breaks, "MISMATCHED");
    const approval = { breakIds: [id], approve: true, reason: "checked with the bank" };
    await expect(approveWriteOffs(world.ctx, approval)).rejects.toMatchObject({
      code: "SECOND_PERSON_REQUIRED",
    });
    await approveWriteOffs(world.rooms.as(person("bea")), approval);
    await world.reconcile();
    expect(await world.breaks(partnerId)).toEqual([]);
    expect(await balances(partnerId)).toMatchObject({
      PARTNER_CURRENT: wanted,
      RECONCILIATION_WRITE_OFF: -5_000n,
    });
    expect([
      await world.waiting(partnerId, "OURS"),
      await world.waiting(partnerId, "THEIRS"),
    ]).toEqual([0, 0]);
  });

  it("move money once under one key, and are decided on once", async () => {
    const { partnerId, breaks } = await broken();
    const { id } = ofKind(breaks, "MISSING_OURS");
    const input: ResolveBreaks = { breakIds: [id], action: "ADJUST", reason: "booked late" };
    await resolveBreaks(world.ctx, { ...input, idempotencyKey: "once" });
    const after = await balances(partnerId);
    await resolveBreaks(world.ctx, { ...input, idempotencyKey: "once" });
    expect(await balances(partnerId)).toEqual(after);
    await expect(resolveBreaks(world.ctx, input)).rejects.toMatchObject({
      code: "BREAK_NOT_OPEN",
    });
  });

  it("are refused what they have nothing for, and need a reason", async () => {
    const { breaks } = await broken();
    const { id } = ofKind(breaks, "MISSING_OURS");
    const decide = (action: "REVERSE" | "WAIT" | "ACCEPT", reason: string) =>
      resolveBreaks(world.ctx, { breakIds: [id], action, reason });
    await expect(decide("REVERSE", "x")).rejects.toMatchObject({ code: "RESOLUTION_NOT_POSSIBLE" });
    await expect(decide("ACCEPT", " ")).rejects.toMatchObject({ code: "REASON_REQUIRED" });
    await expect(decide("WAIT", "later")).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("wait until a time, then are open again", async () => {
    const { partnerId, breaks } = await broken();
    const { id } = ofKind(breaks, "MISSING_THEIRS");
    const waitUntil = new Date(world.clock.now().getTime() + 3_600_000);
    const input: ResolveBreaks = { breakIds: [id], action: "WAIT", reason: "tomorrow" };
    await resolveBreaks(world.ctx, { ...input, waitUntil });
    await world.reconcile();
    expect((await world.breaks(partnerId, "WAITING")).map((one) => one.id)).toEqual([id]);
    world.clock.set(new Date(waitUntil.getTime() + 120_000).toISOString());
    await world.reconcile();
    expect(await world.breaks(partnerId, "WAITING")).toEqual([]);
    expect((await world.breaks(partnerId)).map((one) => one.id)).toContain(id);
  });
});

describe("statements of an account", () => {
  it("open with what the one before closed with, and add up; else that is a break", async () => {
    const partnerId = await world.partner();
    const days = ["2026-05-04", "2026-05-05", "2026-05-06"];
    const send = (name: string, day: string, openingMinor: bigint, more = {}) =>
      world.import(
        partnerId,
        "camt.053",
        camt053({ name, day, openingMinor, lines: testPayments(1, day, name), ...more }),
      );
    const [first = "", second = "", third = ""] = days;
    await send("A", first, 0n);
    await send("C", third, 5_000n, { closingMinor: 77n });
    await world.reconcile();
    const seen = await world.breaks(partnerId);
    expect(
      seen.map(({ subject, day, differenceMinor }) => [subject, day, differenceMinor]),
    ).toEqual([
      ["BALANCE", third, 77n - 5_000n + 10_000n],
      ["CONTINUITY", third, 15_000n],
    ]);
    await send("B", second, -10_000n, { closingMinor: 5_000n });
    await world.reconcile();
    const left = await world.breaks(partnerId);
    expect(left.map(({ subject, day }) => [subject, day])).toEqual([
      ["BALANCE", second],
      ["BALANCE", third],
    ]);
    const alerts = await world.sql.rows("select from alert where subject = $1", [partnerId]);
    expect(alerts).toHaveLength(1);
  });
});

describe("breaks with one cause", () => {
  it("are grouped under it: a clock, a fee, a doubled file, a cut page, a day not posted", async () => {
    const partnerId = await world.partner();
    await world.policy(partnerId, { rules: DEFAULT_POLICY.rules.slice(0, 1) });
    await world.role(partnerId, "camt.053", "MATCH");
    const late = testPayments(4, "2026-05-01", "K").map((one) => ({ ...one, time: "18:30:00" }));
    const fees = testPayments(4, "2026-05-06", "F").map((one, n) => ({
      ...one,
      amountMinor: BigInt(100_000 + n * 10_000),
    }));
    const whole = testPayments(5, "2026-05-12", "D");
    const page = testPayments(55, "2026-05-20", "G").map((one, n) => ({
      ...one,
      time: `10:${String(n).padStart(2, "0")}:00`,
    }));
    await world.record(ourSide(partnerId, [...late, ...fees, ...whole, ...page]));
    const send = (name: string, day: string, lines: TestPayment[]) =>
      world.import(partnerId, "camt.053", camt053({ name, day, lines, account: name.slice(0, 1) }));
    await send(
      "K1",
      "2026-05-02",
      late.map((one) => ({ ...one, day: "2026-05-02", time: "03:30:00" })),
    );
    await send(
      "F1",
      "2026-05-06",
      fees.map((one) => ({ ...one, amountMinor: (one.amountMinor * 971n) / 1_000n })),
    );
    await send("D1", "2026-05-12", whole);
    await send("D2", "2026-05-12", whole);
    await send("G1", "2026-05-20", page.slice(0, 50));
    await send("N1", "2026-05-15", testPayments(3, "2026-05-15", "N"));
    await world.reconcile();
    const causes = Object.groupBy(await world.breaks(partnerId), ({ cause }) => cause ?? "none");
    const counts = Object.entries(causes).map(([cause, members]) => [cause, members?.length]);
    expect(Object.fromEntries(counts)).toEqual({
      CLOCK_OFF: 4,
      FEE_RATE: 4,
      DOUBLED_FILE: 5,
      PAGE_CUT: 5,
      DAY_NOT_POSTED: 3,
    });
  });
});
