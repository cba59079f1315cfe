import type { BalancesItem, TuttiClient } from "@tutti/client";
import { InvalidInputError } from "@tutti/client";
import { describe, expect, it } from "vitest";
import { isTooWide, LiveWall } from "../../../dashboard/src/live/live-wall.js";
import { changed, snapshot } from "../../support/told-balances.js";

/** A client whose stream is given, and which knows no names. */
function clientOf(watch: () => AsyncIterable<BalancesItem>): TuttiClient {
  const none = async function* () {};
  const parts = {
    balances: { watch },
    partners: { list: none },
    accounts: { list: none, get: none },
  };
  return parts as unknown as TuttiClient;
}

function wallOf(watch: () => AsyncIterable<BalancesItem>) {
  const frames: (() => void)[] = [];
  const requestFrame = (draw: () => void) => void frames.push(draw);
  const wall = new LiveWall({ client: clientOf(watch), requestFrame, now: () => 1_000 });
  return { wall, frames };
}

describe("the live wall without its looks", () => {
  it("asks for one frame, however many items come before it", async () => {
    const { wall, frames } = wallOf(async function* () {
      yield snapshot([{ id: "a" }]);
      for (let version = 2; version < 1_000; version++) {
        yield changed([{ id: "a", fromVersion: version - 1, version, amount: version }]);
      }
    });
    let told = 0;
    wall.subscribe(() => told++);
    await wall.run(new AbortController().signal);
    expect([frames.length, told]).toEqual([1, 0]);
    frames[0]?.();
    expect(told).toBe(1);
    expect(wall.view()).toMatchObject({ connection: { kind: "live" }, isFilled: true });
    expect(wall.book.row("a")?.postedMinor).toBe(999n);
  });

  it("stops with the hub's reason, and knows when there were too many accounts", async () => {
    const error = new InvalidInputError({ code: "INVALID_INPUT", message: "too many" });
    const { wall, frames } = wallOf(() => {
      throw error;
    });
    await wall.run(new AbortController().signal);
    frames[0]?.();
    expect(wall.view().connection).toEqual({ kind: "stopped", error });
    expect([isTooWide(error), isTooWide(new Error("other"))]).toEqual([true, false]);
  });
});
