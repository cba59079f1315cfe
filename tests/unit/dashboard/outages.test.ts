import { ConnectionClosed, Drained, GapDetected, HubSilent, NetworkError } from "@tutti/client";
import { beforeEach, describe, expect, it } from "vitest";
import { Outages } from "../../../dashboard/src/live/outages.js";
import { changed, heartbeat, resync, snapshot } from "../../support/told-balances.js";

describe("what happened on a reconnect", () => {
  let outages: Outages;
  beforeEach(() => {
    outages = new Outages();
    outages.took(snapshot([{ id: "a" }]), 0, 0);
  });

  it.each([
    [new ConnectionClosed(1006), "closed", 1006],
    [new Drained(100), "drained", null],
    [new HubSilent("silent"), "silent", null],
    [new GapDetected("gap"), "gap", null],
    [new NetworkError("refused"), "unreachable", null],
  ] as const)("names the cause of %s", (error, cause, closeCode) => {
    outages.broke(error, 1_000);
    expect(outages.list).toMatchObject([{ number: 1, at: 1_000, cause, closeCode, end: null }]);
  });

  it("is one outage, however many attempts it takes", () => {
    outages.broke(new ConnectionClosed(1006), 1_000);
    outages.broke(new NetworkError("refused"), 1_500);
    outages.took(heartbeat(), 0, 2_000);
    expect(outages.count).toBe(1);
    expect(outages.list[0]).toMatchObject({
      cause: "closed",
      attempts: 2,
      end: { at: 2_000, how: "resumed", caughtUp: 0 },
    });
  });

  it("counts what was missed until the cursor says that all of it has come", () => {
    outages.broke(new ConnectionClosed(1006), 1_000);
    const change = { id: "a", fromVersion: 1, version: 4 };
    outages.took(changed([change], null), 3, 1_500);
    expect(outages.list[0]?.end).toBeNull();
    outages.took(changed([change]), 2, 1_600);
    expect(outages.list[0]?.end).toMatchObject({ how: "resumed", caughtUp: 5 });
  });

  it("says why it began anew with a snapshot", () => {
    outages.broke(new ConnectionClosed(1006), 1_000);
    outages.took(resync("CURSOR_TOO_OLD"), 0, 1_500);
    outages.took(snapshot([{ id: "a" }]), 0, 1_600);
    expect(outages.list[0]?.end).toMatchObject({ how: "resynced", reason: "CURSOR_TOO_OLD" });
  });

  it("had nothing to resume before the first snapshot", () => {
    const early = new Outages();
    early.broke(new NetworkError("refused"), 0);
    early.took(snapshot([{ id: "a" }]), 0, 100);
    expect(early.list[0]?.end).toMatchObject({ how: "started" });
  });

  it("keeps the newest first, and not all", () => {
    for (let i = 0; i < 60; i++) {
      outages.broke(new ConnectionClosed(1006), i);
      outages.took(heartbeat(), 0, i);
    }
    expect(outages.count).toBe(60);
    expect(outages.list).toHaveLength(50);
    expect(outages.list[0]?.number).toBe(60);
  });
});
