import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CREDENTIAL_TTL_MS } from "../../../src/access/believed-credentials.js";
import { changeRole, createRole } from "../../../src/access/change-role.js";
import { createApiKey } from "../../../src/access/create-api-key.js";
import { approveGrant, refuseGrant, revokeGrant } from "../../../src/access/decide-grant.js";
import { grantRole, type GrantRole } from "../../../src/access/grant-role.js";
import { credentialVerifier } from "../../../src/access/verify-credential.js";
import { createPartner } from "../../../src/partners/index.js";
import type { Clock } from "../../../src/shared/clock.js";
import type { Actor } from "../../../src/shared/commands/actor.js";
import { stillStands } from "../../../src/app/still-stands.js";
import { openTestRooms, type TestRooms } from "../../support/rooms.js";

let rooms: TestRooms;
let nowMs = Date.parse("2026-01-01T00:00:00Z");
const clock: Clock = { now: () => new Date(nowMs) };

beforeAll(async () => {
  rooms = await openTestRooms(clock);
});

afterAll(() => rooms.close());

function verifier() {
  const { sql, events, log } = rooms.as();
  return credentialVerifier({ sql, clock, events, log });
}

type NewKey = Parameters<typeof createApiKey>[1];

async function newKey(input: Partial<NewKey> = {}, by?: Actor) {
  const made = await createApiKey(rooms.as(by), { name: "a key", role: "VIEWER", ...input });
  return { id: made.apiKey.id, secret: made.secret ?? "" };
}

async function administrator(): Promise<Actor> {
  const { secret } = await newKey({ role: "ADMINISTRATOR" });
  const actor = await verifier().verify(secret);
  if (!actor) throw new Error("the administrator is not let in");
  return actor;
}

const refused = (code: string) => expect.objectContaining({ code });

describe("a grant", () => {
  test("adds to what a key may do until it is revoked, and ends what was begun", async () => {
    const { id, secret } = await newKey();
    const verify = verifier();
    const grant = await grantRole(rooms.as(), { apiKeyId: id, role: "RISK_ANALYST" });
    const standing = await verify.admit(secret, null);
    if (!standing) throw new Error("the key is not let in");
    expect(standing.actor.permissions.has("partner:hold")).toBe(true);
    expect(await stillStands(standing)).toBe(true);
    await revokeGrant(rooms.as(), { grantId: grant.id });
    expect(await stillStands(standing)).toBe(false);
    expect((await verify.verify(secret))?.permissions.has("partner:hold")).toBe(false);
    const again = revokeGrant(rooms.as(), { grantId: grant.id });
    await expect(again).rejects.toThrow(refused("GRANT_ALREADY_ENDED"));
  });

  test("for a time ends with it", async () => {
    const { id, secret } = await newKey();
    const expiresAt = new Date(nowMs + 60_000);
    await grantRole(rooms.as(), { apiKeyId: id, role: "AUDITOR", expiresAt });
    const verify = verifier();
    expect((await verify.verify(secret))?.permissions.has("audit:read")).toBe(true);
    nowMs += 60_000 + CREDENTIAL_TTL_MS;
    expect((await verify.verify(secret))?.permissions.has("audit:read")).toBe(false);
  });

  test("to a partner's key stays with the partner, and a grantor gives what is theirs", async () => {
    const partner = { code: "of-grant", name: "P", kind: "GAME_PROVIDER" } as const;
    const { id: partnerId } = await createPartner(rooms.as(), partner);
    const { id, secret } = await newKey({ role: "PARTNER", partnerId });
    await grantRole(rooms.as(), { apiKeyId: id, role: "VIEWER" });
    expect((await verifier().verify(secret))?.scope).toEqual([partnerId]);
    const operator = await verifier().verify((await newKey({ role: "OPERATOR" })).secret);
    const exceeding = grantRole(rooms.as(operator ?? undefined), { apiKeyId: id, role: "AUDITOR" });
    await expect(exceeding).rejects.toThrow(refused("FORBIDDEN"));
  });

  test.each<[string, GrantRole, string]>([
    ["nobody", { role: "VIEWER" }, "INVALID_INPUT"],
    ["no role", { apiKeyId: "key" }, "INVALID_INPUT"],
    ["a role that is not there", { apiKeyId: "key", roleId: "none" }, "ROLE_NOT_FOUND"],
    ["the past", { apiKeyId: "key", role: "VIEWER", expiresAt: new Date(0) }, "INVALID_INPUT"],
  ])("of or to %s is refused", async (_what, input, code) => {
    const { id } = await newKey();
    const apiKeyId = input.apiKeyId && id;
    const roleId = input.roleId && rooms.as().ids.next();
    const given = grantRole(rooms.as(), { ...input, apiKeyId, roleId });
    await expect(given).rejects.toThrow(refused(code));
  });
});

describe("four eyes", () => {
  test("let a dangerous key in when a second administrator agrees, and nobody else", async () => {
    const first = await administrator();
    const { id, secret } = await newKey({ role: "OPERATOR" }, first);
    expect(await verifier().verify(secret)).not.toBeNull(); // there is nobody else yet
    const second = await administrator();
    const waiting = await grantRole(rooms.as(first), { apiKeyId: id, role: "ADMINISTRATOR" });
    expect(waiting.state).toBe("PENDING");
    expect((await verifier().verify(secret))?.permissions.has("key:create")).toBe(false);
    const own = approveGrant(rooms.as(first), { grantId: waiting.id });
    await expect(own).rejects.toThrow(refused("SECOND_PERSON_REQUIRED"));
    const approved = await approveGrant(rooms.as(second), { grantId: waiting.id });
    expect(approved).toMatchObject({ state: "ACTIVE", decidedBy: second.id });
    expect((await verifier().verify(secret))?.permissions.has("key:create")).toBe(true);
    const again = approveGrant(rooms.as(second), { grantId: waiting.id });
    await expect(again).rejects.toThrow(refused("GRANT_NOT_PENDING"));

    const other = await newKey({ role: "SETTLEMENT_MANAGER" }, first);
    expect(await verifier().verify(other.secret)).toBeNull();
    const { rows } = await rooms.database.pool.query<{ id: string }>(
      "select id from role_grant where holder_id = $1",
      [other.id],
    );
    await refuseGrant(rooms.as(second), { grantId: rows[0]?.id ?? "" });
    expect(await verifier().verify(other.secret)).toBeNull();
  });
});

describe("a role of one's own", () => {
  test("allows what it names, for all who have it, and keeps what it was", async () => {
    const role = await createRole(rooms.as(), {
      name: "night shift",
      description: "",
      permissions: ["alert:resolve", "partner:read"],
    });
    const { id, secret } = await newKey({ scopes: null });
    await grantRole(rooms.as(), { apiKeyId: id, roleId: role.id });
    const verify = verifier();
    expect((await verify.verify(secret))?.permissions.has("alert:resolve")).toBe(true);
    const change = { roleId: role.id, permissions: ["partner:read"], expectedVersion: 1 };
    expect(await changeRole(rooms.as(), change)).toMatchObject({ version: 2 });
    expect((await verify.verify(secret))?.permissions.has("alert:resolve")).toBe(false);
    const dangerous = changeRole(rooms.as(), { ...change, permissions: ["settlement:pay"] });
    await expect(dangerous).rejects.toThrow(refused("VERSION_CONFLICT"));
    const inUse = { ...change, expectedVersion: 2, permissions: ["settlement:pay"] };
    await expect(changeRole(rooms.as(), inUse)).rejects.toThrow(refused("ROLE_IN_USE"));
    const { rows } = await rooms.database.pool.query("select version from own_role_version");
    expect(rows).toEqual([{ version: 1 }]);
  });

  test("has a name of its own, and permissions of the catalogue", async () => {
    const role = { name: "Once", description: "", permissions: ["partner:read"] };
    await createRole(rooms.as(), role);
    const again = createRole(rooms.as(), { ...role, name: "once" });
    await expect(again).rejects.toThrow(refused("ROLE_NAME_TAKEN"));
    const strange = createRole(rooms.as(), { ...role, name: "x", permissions: ["all:of-it"] });
    await expect(strange).rejects.toThrow(refused("INVALID_INPUT"));
  });
});
