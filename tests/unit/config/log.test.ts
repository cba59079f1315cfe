import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { createLog, lineForPeople } from "../../../src/shared/log.js";

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

it("leaves out secrets, and the values that Postgres tells of", () => {
  const file = join(mkdtempSync(join(tmpdir(), "tutti-log-")), "log");
  const fd = openSync(file, "w");
  const log = createLog({ level: "info", stream: { fd, isTTY: false } as never });
  const err = Object.assign(new Error("duplicate key"), { detail: "Key (number)=(4711) exists" });
  log.error({ err, password: "4711", account: { holderName: "4711", number: "4711" } }, "failed");
  const written = readFileSync(file, "utf8");
  rmSync(dirname(file), { recursive: true });
  expect(written).toContain("duplicate key");
  expect(written).not.toContain("4711");
});
