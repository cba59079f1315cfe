import { describe, expect, test } from "vitest";
import { BatchTooLarge, EmptyBatch } from "../../../src/ledger/ledger.errors.js";
import { MAX_SUBMISSION_ITEMS, PostingEngine } from "../../../src/ledger/posting-engine.js";
import { systemClock } from "../../../src/shared/clock.js";
import { uuidv7Ids } from "../../../src/shared/ids.js";
import { item, prepared } from "../../support/reference-scene.js";

/** An engine that was never started: whatever it takes would wait for ever. */
const engine = new PostingEngine({
  connect: () => Promise.reject(new Error("nobody is there")),
  loadTerms: () => Promise.reject(new Error("nobody is there")),
  clock: systemClock,
  ids: uuidv7Ids(systemClock),
  onTrouble: () => undefined,
});

const one = item(prepared());

describe("a submission", () => {
  test.each([
    ["without groups", []],
    ["of groups without items", [[], []]],
  ])("%s is refused", async (_, groups) => {
    await expect(engine.submit(groups)).rejects.toBeInstanceOf(EmptyBatch);
  });

  test("of more items than one may have is refused, linked or not", async () => {
    const many = Array.from({ length: MAX_SUBMISSION_ITEMS + 1 }, () => one);
    await expect(engine.submit([many])).rejects.toBeInstanceOf(BatchTooLarge);
    await expect(engine.submit(many.map((each) => [each]))).rejects.toBeInstanceOf(BatchTooLarge);
    expect(engine.queuedItems).toBe(0);
  });

  test("of as many as it may have is taken", () => {
    const most = Array.from({ length: MAX_SUBMISSION_ITEMS }, () => one);
    void engine.submit([most]);
    expect(engine.queuedItems).toBe(MAX_SUBMISSION_ITEMS);
  });

  test("does not start without Postgres, and says so", async () => {
    await expect(engine.start()).rejects.toThrow("nobody is there");
  });
});
