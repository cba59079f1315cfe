import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_POLICY, type MatchRule } from "../../../src/reconciliation/policy.rules.js";
import { camt053, ourSide, testPayments } from "../../support/reconciliation-documents.js";
import { ReconciliationWorld } from "../../support/reconciliation-world.js";

let world: ReconciliationWorld;

beforeAll(async () => {
  world = await ReconciliationWorld.start();
});
afterAll(() => world.close());

async function matched(): Promise<string> {
  const partnerId = await world.partner();
  await world.policy(partnerId);
  await world.role(partnerId, "camt.053", "MATCH");
  return partnerId;
}

const DAY = "2026-05-04";

describe("a partner's statement and our transactions", () => {
  it("match whichever side comes first, and a second import has no effect", async () => {
    const partnerId = await matched();
    const payments = testPayments(40, DAY);
    const [early, late] = [payments.slice(0, 25), payments.slice(25)];
    await world.record(ourSide(partnerId, early));
    const statement = camt053({ name: "S1", day: DAY, lines: payments });
    const result = await world.import(partnerId, "camt.053", statement);
    expect(result).toMatchObject({ state: "POSTED", transactions: 0, unposted: 40, posted: 0 });
    await world.reconcile();
    expect(await world.matches(partnerId)).toEqual({ MATCHED: 25 });
    const missing = await world.breaks(partnerId);
    expect(missing.map(({ kind }) => kind)).toEqual(Array(15).fill("MISSING_OURS"));
    await world.record(ourSide(partnerId, late));
    await world.reconcile();
    expect(await world.matches(partnerId)).toEqual({ MATCHED: 40 });
    expect(await world.breaks(partnerId)).toEqual([]);
    await world.import(partnerId, "camt.053", statement);
    await world.import(partnerId, "camt.053", statement.replace("\n", "\n "), "again.xml");
    await world.reconcile();
    expect(await world.matches(partnerId)).toEqual({ MATCHED: 40 });
    expect([await world.breaks(partnerId), await world.waiting(partnerId, "THEIRS")]).toEqual([
      [],
      0,
    ]);
  });

  it("differ by what was dropped, doubled, altered and delayed, and by nothing else", async () => {
    const partnerId = await matched();
    const payments = testPayments(60, DAY);
    const [dropped, doubled, altered, delayed, far, ...rest] = payments;
    if (!dropped || !doubled || !altered || !delayed || !far) throw new Error("too few");
    await world.record(ourSide(partnerId, payments));
    const lines = [
      doubled,
      doubled,
      ...rest,
      { ...altered, amountMinor: altered.amountMinor + 500n },
      { ...delayed, day: "2026-05-05" },
      { ...far, day: "2026-05-14" },
      { ...far, reference: "stranger", amountMinor: 77_777n },
    ];
    await world.import(partnerId, "camt.053", camt053({ name: "S1", day: DAY, lines }));
    await world.reconcile();
    expect(await world.matches(partnerId)).toEqual({
      MATCHED: rest.length + 1,
      MATCHED_WITH_TOLERANCE: 1,
      MISMATCHED: 2,
    });
    const breaks = await world.breaks(partnerId);
    const seen = breaks.map(({ kind, fields }) =>
      [kind, ...fields.map((one) => one.field)].join(" "),
    );
    expect(seen.toSorted()).toEqual([
      "DUPLICATE",
      "MISMATCHED amount",
      "MISMATCHED day",
      "MISSING_OURS",
      "MISSING_THEIRS",
    ]);
    expect(breaks.find(({ kind }) => kind === "MISSING_THEIRS")?.differenceMinor).toBe(
      -dropped.amountMinor,
    );
  });

  it("is no break while it may still come", async () => {
    const partnerId = await world.partner();
    await world.policy(partnerId, { graceMinutes: 90 });
    await world.role(partnerId, "camt.053", "MATCH");
    const lines = testPayments(3, DAY);
    await world.import(partnerId, "camt.053", camt053({ name: "S1", day: DAY, lines }));
    await world.record(ourSide(partnerId, testPayments(2, "2026-06-01")));
    await world.reconcile();
    expect(await world.breaks(partnerId)).toEqual([]);
    world.clock.set("2026-06-01T14:00:00Z");
    await world.reconcile();
    expect((await world.breaks(partnerId)).map(({ kind }) => kind)).toEqual(
      Array(3).fill("MISSING_OURS"),
    );
    expect(await world.waiting(partnerId, "OURS")).toBe(2);
  });

  it("match as batches, and by day as a net, where the policy says so", async () => {
    const partnerId = await world.partner();
    const [exact] = DEFAULT_POLICY.rules;
    if (!exact) throw new Error("no rule");
    const net: MatchRule = { ...exact, name: "net of the day", kind: "NET_BY_DAY", link: "ANY" };
    await world.policy(partnerId, { rules: [...DEFAULT_POLICY.rules, net] });
    await world.role(partnerId, "camt.053", "MATCH");
    const batch = testPayments(3, DAY).map((one) => ({ ...one, reference: "BATCH-1" }));
    const sum = batch.reduce((total, { amountMinor }) => total + amountMinor, 0n);
    const other = testPayments(5, "2026-05-05", "N");
    const total = other.reduce((all, { amountMinor }) => all + amountMinor, 0n);
    const ours = batch.map((one, index) => ({ ...one, day: DAY, time: `10:0${index}:00` }));
    await world.record(
      ourSide(partnerId, ours).map((one, n) => ({ ...one, externalId: `b-${n}` })),
    );
    await world.record(ourSide(partnerId, other));
    const lines = [
      { reference: "BATCH-1", amountMinor: sum, day: DAY },
      { reference: "NET", amountMinor: total, day: "2026-05-05" },
    ];
    await world.import(partnerId, "camt.053", camt053({ name: "S1", day: "2026-05-05", lines }));
    await world.reconcile();
    expect(await world.breaks(partnerId)).toEqual([]);
    expect(await world.matches(partnerId)).toEqual({ MATCHED: 2 });
  });
});
