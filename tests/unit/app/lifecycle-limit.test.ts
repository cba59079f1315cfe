import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { within } from "../../../src/app/lifecycle-limit.js";
import { recordingLog } from "../../support/recording-log.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LIMIT_MS = 1_000;

it("ends with the work that it waits for", async () => {
  const { log, lines } = recordingLog();
  await within(LIMIT_MS, "flushing", log, Promise.resolve());
  expect(lines).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

it("goes on at the limit, and says what was cut off", async () => {
  const { log, lines } = recordingLog();
  const waited = within(LIMIT_MS, "flushing", log, Promise.withResolvers<void>().promise);
  await vi.advanceTimersByTimeAsync(LIMIT_MS);
  await waited;
  expect(lines.map((line) => line.message)).toEqual(["flushing took too long and was cut off"]);
});

it("goes on after work that fails, and says that it failed", async () => {
  const { log, lines } = recordingLog();
  await within(LIMIT_MS, "flushing", log, Promise.reject(new Error("full")));
  expect(lines.map((line) => line.message)).toEqual(["flushing failed"]);
});
