import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiKey, type CreateApiKey } from "../../../src/access/create-api-key.js";
import { ensureFirstAdministrator } from "../../../src/access/ensure-first-administrator.js";
import { hubSecret } from "../../../src/access/hub-secret.queries.js";
import { revokeApiKey } from "../../../src/access/revoke-api-key.js";
import { CREDENTIAL_TTL_MS } from "../../../src/access/believed-credentials.js";
import { rotateApiKey } from "../../../src/access/rotate-api-key.js";
import { credentialVerifier } from "../../../src/access/verify-credential.js";
import { createPartner } from "../../../src/partners/index.js";
import type { Clock } from "../../../src/shared/clock.js";
import { vaultService } from "../../../src/vault/index.js";
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

async function newKey(input: Partial<CreateApiKey> = {}) {
  const made = await createApiKey(rooms.as(), { name: "a key", role: "VIEWER", ...input });
  return { id: made.apiKey.id, secret: made.secret ?? "" };
}

describe("a key", () => {
  test("tells who it belongs to and what they may do", async () => {
    const { id, secret } = await newKey({ name: "dashboard" });
    const actor = await verifier().verify(secret);
    expect(actor).toMatchObject({ kind: "API_KEY", id, name: "dashboard", scope: null });
    expect(actor?.permissions.has("partner:read")).toBe(true);
    expect(actor?.permissions.has("partner:create")).toBe(false);
  });

  test("of a partner is limited to it", async () => {
    const partner = { code: "of-key", name: "P", kind: "GAME_PROVIDER" } as const;
    const { id: partnerId } = await createPartner(rooms.as(), partner);
    const { secret } = await newKey({ role: "PARTNER", partnerId });
    expect((await verifier().verify(secret))?.scope).toEqual([partnerId]);
  });

  test("of a partner that is not there is refused", async () => {
    const partnerId = rooms.as().ids.next();
    await expect(newKey({ role: "PARTNER", partnerId })).rejects.toMatchObject({
      code: "PARTNER_NOT_FOUND",
    });
  });

  test.each(["", "tutti_000000000000_x", "x".repeat(10_000)])("is none: %.20s", async (text) => {
    expect(await verifier().verify(text)).toBeNull();
  });

  test("is not in the database, nor in the answer of a repeated command", async () => {
    const input = { name: "once", role: "VIEWER", idempotencyKey: "key-once" } as const;
    const first = await createApiKey(rooms.as(), input);
    const again = await createApiKey(rooms.as(), input);
    expect(again).toEqual({ apiKey: first.apiKey, secret: null, signingSecret: null });
    const { rows } = await rooms.database.pool.query(
      `select (select jsonb_agg(k) from api_key k)::text
         || (select jsonb_agg(c) from command_claim c)::text
         || (select jsonb_agg(a) from audit_event a)::text as everything`,
    );
    expect(rows[0].everything).not.toContain(first.secret?.slice(-64));
    expect(JSON.stringify(first.apiKey)).not.toContain("secretHash");
  });

  test("expires at its moment, though it was verified just before", async () => {
    const expiresAt = new Date(nowMs + 1_000);
    const { secret } = await newKey({ expiresAt });
    const verify = verifier();
    expect(await verify.verify(secret)).not.toBeNull();
    nowMs += 1_000;
    expect(await verify.verify(secret)).toBeNull();
  });

  test("that is revoked opens nothing any more, here at once", async () => {
    const { id, secret } = await newKey();
    const verify = verifier();
    expect(await verify.verify(secret)).not.toBeNull();
    await revokeApiKey(rooms.as(), { apiKeyId: id });
    expect(await verify.verify(secret)).toBeNull();
  });

  test("that another hub revokes opens nothing once it is not believed any more", async () => {
    const { id, secret } = await newKey();
    const verify = verifier();
    expect(await verify.verify(secret)).not.toBeNull();
    await rooms.database.pool.query("update api_key set revoked_at = now() where id = $1", [id]);
    expect(await verify.verify(secret)).not.toBeNull();
    nowMs += CREDENTIAL_TTL_MS;
    expect(await verify.verify(secret)).toBeNull();
  });

  test("is revoked once", async () => {
    const { id } = await newKey();
    await revokeApiKey(rooms.as(), { apiKeyId: id });
    const again = revokeApiKey(rooms.as(), { apiKeyId: id });
    await expect(again).rejects.toMatchObject({ code: "API_KEY_ALREADY_REVOKED" });
    const unknown = revokeApiKey(rooms.as(), { apiKeyId: rooms.as().ids.next() });
    await expect(unknown).rejects.toMatchObject({ code: "API_KEY_NOT_FOUND" });
  });

  test("that was just made is let in, though it was tried before and unknown then", async () => {
    const verify = verifier();
    expect(await verify.verify("to-be-made")).toBeNull();
    await ensureFirstAdministrator(rooms.as(), "to-be-made");
    expect(await verify.verify("to-be-made")).not.toBeNull();
  });
});

describe("a key with limits", () => {
  test("may do the part of its role that it is for", async () => {
    const { secret } = await newKey({ scopes: ["ledger:read"] });
    const actor = await verifier().verify(secret);
    expect([...(actor?.permissions ?? [])]).toEqual(["ledger:read"]);
    const strange = newKey({ scopes: ["partner:create"] });
    await expect(strange).rejects.toMatchObject({ code: "INVALID_INPUT", inputPath: ["scopes"] });
  });

  test("is good from its addresses only", async () => {
    const { secret } = await newKey({ ipRanges: ["203.0.113.0/24", "2001:db8::/32"] });
    const verify = verifier();
    for (const address of ["203.0.113.9", "::ffff:203.0.113.9", "2001:db8::1"]) {
      expect(await verify.verify(secret, address)).not.toBeNull();
    }
    for (const address of ["203.0.114.9", "::1", "nonsense", null]) {
      expect(await verify.verify(secret, address)).toBeNull();
    }
    const wrong = newKey({ ipRanges: ["203.0.113.0/33"] });
    await expect(wrong).rejects.toMatchObject({ code: "INVALID_INPUT", inputPath: ["ipRanges"] });
  });

  test("that is rotated has two secrets until the overlap ends, and one after", async () => {
    const { id, secret } = await newKey();
    const verify = verifier();
    expect(await verify.verify(secret)).not.toBeNull();
    const rotated = await rotateApiKey(rooms.as(), { apiKeyId: id, overlapHours: 1 });
    const next = rotated.secret ?? "";
    expect(await verify.verify(secret)).toMatchObject({ id });
    expect(await verify.verify(next)).toMatchObject({ id });
    nowMs += 3_600_000;
    expect(await verify.verify(secret)).toBeNull();
    expect(await verify.verify(next)).toMatchObject({ id });
    const last = await rotateApiKey(rooms.as(), { apiKeyId: id, overlapHours: 0 });
    expect(await verify.verify(next)).toBeNull();
    expect(await verify.verify(last.secret ?? "")).toMatchObject({ id });
  });

  test("that may do more than one may oneself is not rotated", async () => {
    const { id } = await newKey({ role: "ADMINISTRATOR" });
    const maker = await verifier().verify((await newKey({ role: "OPERATOR" })).secret);
    if (!maker) throw new Error("there is no operator");
    const rotated = rotateApiKey(rooms.as(maker), { apiKeyId: id, overlapHours: 0 });
    await expect(rotated).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the first administrator", () => {
  test("has the key that was chosen, and it is not shown", async () => {
    expect(await ensureFirstAdministrator(rooms.as(), "chosen-by-operator")).toBeNull();
    expect(await ensureFirstAdministrator(rooms.as(), "chosen-by-operator")).toBeNull();
    const actor = await verifier().verify("chosen-by-operator");
    expect(actor?.permissions.has("key:create")).toBe(true);
    const { rows } = await rooms.database.pool.query(
      "select prefix from api_key where secret_hash = sha256('chosen-by-operator')",
    );
    expect(rows).toEqual([{ prefix: "TUTTI_ADMIN_KEY" }]);
  });

  test("is made once by hubs that start together, and shown by one of them", async () => {
    const fresh = await openTestRooms();
    const made = await Promise.all(
      Array.from({ length: 4 }, () => ensureFirstAdministrator(fresh.as(), undefined)),
    );
    expect(made.filter((key) => key !== null)).toHaveLength(1);
    expect(await ensureFirstAdministrator(fresh.as(), undefined)).toBeNull();
    await fresh.close();
  });

  test("is made anew when nobody can administer the hub any more", async () => {
    const fresh = await openTestRooms();
    const first = await ensureFirstAdministrator(fresh.as(), undefined);
    await fresh.database.pool.query("update api_key set revoked_at = now()");
    const second = await ensureFirstAdministrator(fresh.as(), undefined);
    expect(first).not.toBeNull();
    expect(second).not.toBeNull();
    expect(second).not.toBe(first);
    await fresh.close();
  });
});

test("a secret of the hub is made once and the same for all", async () => {
  const { sql, services } = rooms.as();
  const vault = services.use(vaultService);
  const made = await Promise.all(
    Array.from({ length: 4 }, () => hubSecret(vault, sql, "a secret", clock.now())),
  );
  expect(new Set(made.map((secret) => secret.toString("hex"))).size).toBe(1);
  expect(made[0]).toHaveLength(32);
  const other = await hubSecret(vault, sql, "another", clock.now());
  expect(other.equals(made[0] ?? Buffer.alloc(0))).toBe(false);
});
