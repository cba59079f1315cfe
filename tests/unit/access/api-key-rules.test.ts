import { describe, expect, test } from "vitest";
import { assertGrantable, isInForce } from "../../../src/access/api-key.rules.js";
import { hashSecret, mintSecret } from "../../../src/access/mint-secret.js";
import { permissionsOf, ROLES, type Role } from "../../../src/access/role.rules.js";
import { ALL_PERMISSIONS } from "../../../src/shared/permission.rules.js";

const NOW = new Date("2026-01-01T00:00:00Z");
const LATER = new Date("2026-01-01T00:00:01Z");

const administrator = { permissions: permissionsOf("ADMINISTRATOR"), scope: null };
const grant = (role: Role, partnerId: string | null = null, expiresAt: Date | null = null) => ({
  name: "a key",
  role,
  partnerId,
  expiresAt,
});

describe("a role", () => {
  test("of the administrator has every permission", () => {
    expect([...permissionsOf("ADMINISTRATOR")]).toEqual(ALL_PERMISSIONS);
  });

  test.each(ROLES.filter((role) => role !== "ADMINISTRATOR"))("%s makes no keys", (role) => {
    expect(permissionsOf(role).has("key:create")).toBe(false);
    expect(permissionsOf(role).has("grant:create")).toBe(false);
    expect(permissionsOf(role).has("audit:read")).toBe(role === "AUDITOR");
  });

  test.each(["VIEWER", "AUDITOR"] as const)("%s changes nothing", (role) => {
    const reading = /:(read|subscribe|export|verify)$/;
    const changing = [...permissionsOf(role)].filter((each) => !reading.test(each));
    expect(changing).toEqual([]);
  });
});

describe("a grant", () => {
  test("of any role is the administrator's to give", () => {
    for (const role of ROLES) {
      expect(() => assertGrantable(grant(role, "p"), administrator, NOW)).not.toThrow();
    }
  });

  test("of more than one has is refused", () => {
    const operator = { permissions: permissionsOf("OPERATOR"), scope: null };
    expect(() => assertGrantable(grant("VIEWER"), operator, NOW)).not.toThrow();
    expect(() => assertGrantable(grant("ADMINISTRATOR"), operator, NOW)).toThrow(
      expect.objectContaining({ code: "FORBIDDEN", inputPath: ["role"] }),
    );
  });

  test.each([[null], ["other"]])("for %s by a key of one partner is refused", (partnerId) => {
    const limited = { ...administrator, scope: ["own"] };
    expect(() => assertGrantable(grant("VIEWER", "own"), limited, NOW)).not.toThrow();
    expect(() => assertGrantable(grant("VIEWER", partnerId), limited, NOW)).toThrow(
      expect.objectContaining({ code: "FORBIDDEN", inputPath: ["partnerId"] }),
    );
  });

  test("to a partner names it", () => {
    expect(() => assertGrantable(grant("PARTNER"), administrator, NOW)).toThrow(
      expect.objectContaining({ code: "INVALID_INPUT", inputPath: ["partnerId"] }),
    );
  });

  test("that has expired already is refused", () => {
    expect(() => assertGrantable(grant("VIEWER", null, LATER), administrator, NOW)).not.toThrow();
    expect(() => assertGrantable(grant("VIEWER", null, NOW), administrator, NOW)).toThrow(
      expect.objectContaining({ inputPath: ["expiresAt"] }),
    );
  });
});

test.each([
  [null, null, true],
  [LATER, null, true],
  [NOW, null, false],
  [null, NOW, false],
  [LATER, NOW, false],
])("a key that expires at %s and was revoked at %s is in force: %s", (expiresAt, revokedAt, is) => {
  expect(isInForce({ expiresAt, revokedAt }, NOW)).toBe(is);
});

test("a secret is told apart by its beginning, never twice the same, and kept as a hash", () => {
  const one = mintSecret();
  const other = mintSecret();
  expect(one.text).toMatch(/^tutti_[0-9a-f]{12}_[0-9a-f]{64}$/);
  expect(one.text.startsWith(`${one.prefix}_`)).toBe(true);
  expect(one.text).not.toBe(other.text);
  expect(hashSecret(one.text).equals(one.hash)).toBe(true);
  expect(one.hash.toString("hex")).not.toContain(one.text.slice(-64));
});
