import { expect, it } from "vitest";
import { lineForPeople } from "../../../src/shared/log.js";

const at = Date.UTC(2026, 0, 2, 3, 4, 5);

it("writes a line of the log for people as time, level, message and fields", () => {
  const line = JSON.stringify({ level: 30, time: at, steps: ["0001-roles"], msg: "migrated" });
  expect(lineForPeople(line)).toBe('03:04:05 info  migrated steps=["0001-roles"]\n');
});

it("writes an error's stack below its line", () => {
  const err = { type: "Error", message: "broken", stack: "Error: broken\n    at here" };
  const line = JSON.stringify({ level: 50, time: at, err, msg: "failed" });
  expect(lineForPeople(line)).toBe("03:04:05 error failed\nError: broken\n    at here\n");
});
