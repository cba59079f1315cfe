import { describe, expect, test } from "vitest";
import {
  assertCanBeHeld,
  assertCanBeReleased,
  assertCode,
  assertName,
  assertReason,
} from "../../../src/partners/partner.rules.js";
import type { PartnerState } from "../../../src/partners/partner.rules.js";

describe("a partner's state", () => {
  test.each<[PartnerState, "hold" | "release", string | null]>([
    ["ACTIVE", "hold", null],
    ["ACTIVE", "release", "PARTNER_NOT_ON_HOLD"],
    ["ON_HOLD", "hold", "PARTNER_ALREADY_ON_HOLD"],
    ["ON_HOLD", "release", null],
  ])("%s, asked to %s: %s", (state, command, code) => {
    const check = command === "hold" ? assertCanBeHeld : assertCanBeReleased;
    const decide = () => check({ code: "star-games", state });
    if (code === null) expect(decide).not.toThrow();
    else expect(decide).toThrow(expect.objectContaining({ code }));
  });
});

describe("a code", () => {
  test.each(["a", "star-games", "subite-2026", "x".repeat(64)])("%s is one", (code) => {
    expect(() => assertCode(code)).not.toThrow();
  });

  test.each(["", "Star", "a b", "-a", "a-", "a--b", "a_b", "스타", "x".repeat(65), "a\n"])(
    "%j is none",
    (code) => {
      expect(() => assertCode(code)).toThrow(
        expect.objectContaining({ code: "INVALID_INPUT", inputPath: ["code"] }),
      );
    },
  );
});

describe("a name", () => {
  test.each(["Star Games", "별 게임즈", "A", "x".repeat(200)])("%s is one", (name) => {
    expect(() => assertName(name)).not.toThrow();
  });

  test.each(["", " ", " a", "a ", "a\nb", "a\u0000b", "x".repeat(201)])("%j is none", (name) => {
    expect(() => assertName(name)).toThrow(expect.objectContaining({ inputPath: ["name"] }));
  });
});

test("a hold's reason is one line", () => {
  expect(() => assertReason("statement disputed")).not.toThrow();
  expect(() => assertReason("")).toThrow(expect.objectContaining({ inputPath: ["reason"] }));
});
