import { describe, expect, test } from "vitest";
import type { PostingItem } from "../../../src/ledger/posting-model.rules.js";
import { LARGEST, NOW, answer, hold, item, leg, transfer } from "../../support/reference-scene.js";
import { prepared } from "../../support/reference-scene.js";
import type { Scene } from "../../support/reference-scene.js";

/** Posts one item and answers its code, and its transaction's id where it has one. */
function post(scene: Scene, externalId: string, changes: Partial<PostingItem>): string {
  const plan = scene.core.compute([[item(scene, { externalId, ...changes })]], NOW);
  scene.posted.set(externalId, plan.transactions[0]?.id ?? "");
  const [outcome] = plan.outcomes.flat();
  return outcome?.status === "REFUSED" ? outcome.code : (outcome?.status ?? "");
}

function balance({ core, ids }: Scene, name: "anna" | "cash"): bigint | undefined {
  return core.state.accounts.get(ids[name])?.balance;
}

const undo = (scene: Scene, of: string, amountMinor: bigint): Partial<PostingItem> => {
  return { amountMinor, operation: { kind: "REVERSAL", originalId: scene.posted.get(of) ?? "" } };
};
const capture = (scene: Scene, amountMinor: bigint, final: boolean, of = "pending") => {
  const holdId = scene.posted.get(of) ?? "";
  return { amountMinor, operation: { kind: "CAPTURE" as const, holdId, final } };
};

describe("undoing", () => {
  test("goes part by part, and what is left in one", () => {
    const scene = prepared();
    const before = balance(scene, "anna") ?? 0n;
    expect(post(scene, "r1", undo(scene, "whole", 3n))).toBe("POSTED");
    expect(post(scene, "r2", undo(scene, "whole", 8n))).toBe("REVERSAL_EXCEEDS_ORIGINAL");
    expect(post(scene, "r3", undo(scene, "whole", 0n))).toBe("POSTED");
    expect(post(scene, "r4", undo(scene, "whole", 1n))).toBe("ALREADY_REVERSED");
    expect(balance(scene, "anna")).toBe(before - 10n);
  });

  test("by a rollback takes what reversals have left", () => {
    const scene = prepared();
    const before = balance(scene, "anna") ?? 0n;
    post(scene, "r1", undo(scene, "whole", 3n));
    const operation = { kind: "ROLLBACK", originalKey: "whole" } as const;
    expect(post(scene, "r2", { amountMinor: 0n, operation })).toBe("POSTED");
    expect(balance(scene, "anna")).toBe(before - 10n);
  });

  test("takes back a capture, and not what the capture released", () => {
    const scene = prepared();
    const before = balance(scene, "anna") ?? 0n;
    expect(post(scene, "c1", capture(scene, 4n, true))).toBe("POSTED");
    expect(post(scene, "r1", undo(scene, "c1", 0n))).toBe("POSTED");
    expect(balance(scene, "anna")).toBe(before);
    expect(scene.core.state.accounts.get(scene.ids.cash)?.pendingDebit).toBe(10n);
  });

  test("counts a transaction for as long as a part of it stands", () => {
    const scene = prepared();
    const count = () => {
      const [position] = scene.core.state.positions.values();
      return position?.segments.get(1)?.get("bet:IN")?.count;
    };
    const before = count() ?? 0n;
    post(scene, "r1", undo(scene, "whole", 3n));
    expect(count()).toBe(before);
    post(scene, "r2", undo(scene, "whole", 7n));
    expect(count()).toBe(before - 1n);
  });
});

describe("a hold", () => {
  test("is captured part by part, and released by the last", () => {
    const scene = prepared();
    expect(post(scene, "c1", capture(scene, 4n, false))).toBe("POSTED");
    expect(post(scene, "c2", capture(scene, 7n, false))).toBe("CAPTURE_EXCEEDS_HOLD");
    expect(post(scene, "c3", capture(scene, 5n, true))).toBe("POSTED");
    expect(post(scene, "c4", capture(scene, 1n, true))).toBe("HOLD_NOT_PENDING");
    const pending = scene.core.state.accounts.get(scene.ids.cash)?.pendingDebit;
    expect(pending).toBe(10n); // of the other hold, "late"
  });

  test("keeps its amount from being spent, and lets it be captured", () => {
    const scene = prepared();
    const { anna: debit, cash: credit } = scene.ids;
    const all = balance(scene, "anna") ?? 0n;
    const kept = { ...hold(scene, null), debit, credit } as PostingItem["operation"];
    expect(post(scene, "kept", { amountMinor: all, operation: kept })).toBe("POSTED");
    const spend = transfer(leg(scene, { debit, credit, amountMinor: 1n }));
    expect(post(scene, "s", { operation: spend })).toBe("BALANCE_BELOW_FLOOR");
    expect(post(scene, "c", capture(scene, all, true, "kept"))).toBe("POSTED");
    expect(balance(scene, "anna")).toBe(0n);
  });
});

describe("accruals that do not fit on their account", () => {
  const partner = (scene: Scene) => scene.core.world.partners.bolt;

  test("refuse the transaction that they are due to, and no other", () => {
    const scene = prepared();
    const { shares } = scene.ids;
    const account = scene.core.state.accounts.get(shares);
    if (account) scene.core.state.accounts.set(shares, { ...account, balance: -LARGEST + 100n });
    const payment = (externalId: string, amountMinor: bigint) => {
      const operation = transfer(leg(scene, { amountMinor }));
      return item(scene, { externalId, partnerId: partner(scene), amountMinor, operation });
    };
    const groups = [[payment("a", 10n)], [payment("b", 1_000n)], [payment("c", 20n)]];
    const { outcomes, positions } = scene.core.compute(groups, NOW);
    expect(outcomes.flat().map((o) => (o.status === "REFUSED" ? o.code : o.status))).toEqual([
      "POSTED",
      "BALANCE_OUT_OF_RANGE",
      "POSTED",
    ]);
    expect([...positions.values()].map(({ accruedMinor }) => accruedMinor)).toEqual([35n]);
    expect(answer(scene, payment("a", 10n))).toEqual(["REPLAYED"]);
  });
});
