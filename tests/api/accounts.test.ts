import { createClient } from "graphql-ws";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { signIn, SignInRefusedError, TotpRequiredError } from "@tutti/client";
import { startTestHub, type TestHub } from "../support/hub.js";

let hub: TestHub;
let aheadMs = 0;
const now = () => Date.now() + aheadMs;

beforeAll(async () => {
  hub = await startTestHub({ clock: { now: () => new Date(now()) } });
});

afterAll(() => hub.close());

interface Named {
  email: string;
  password: string;
  id: string;
}

let count = 0;

/** A person who changed the first password, with the role of a viewer. */
async function newPerson(): Promise<Named> {
  const email = `person-${++count}@example.com`;
  const { createPerson } = await hub.query<{
    createPerson: { person: { id: string }; temporaryPassword: string };
  }>(
    `mutation ($email: String!) { createPerson(input: { email: $email, name: "Kim" }) {
      person { id } temporaryPassword } }`,
    { email },
  );
  const { id } = createPerson.person;
  const password = "correct horse battery";
  const { token } = await signIn({ ...at(), email, password: createPerson.temporaryPassword });
  expect((await viewer(token)).data?.viewer.permissions).toEqual([]);
  const change = { current: createPerson.temporaryPassword, next: password };
  expect((await post("password", change, token)).status).toBe(204);
  await hub.query(
    "mutation ($id: ID!) { grantRole(input: { personId: $id, role: VIEWER }) { grant { id } } }",
    { id },
  );
  return { id, email, password };
}

const at = () => ({ url: hub.url });

function viewer(token: string) {
  return hub.graphql<{ viewer: { name: string; permissions: string[] } }>(
    ...(["{ viewer { name permissions } }", {}, token] as const),
  );
}

function post(path: string, body: object, token: string) {
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  return fetch(`${hub.url}/auth/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
}

function withCookie(cookie: string, headers: Record<string, string>) {
  return fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie, ...headers },
    body: JSON.stringify({ query: "{ viewer { name } }" }),
  });
}

describe("a person", () => {
  test("does what they are granted, until they sign out: then nothing, sockets included", async () => {
    const person = await newPerson();
    const { token } = await signIn({ ...at(), ...person });
    const { data } = await viewer(token);
    expect(data?.viewer).toMatchObject({ name: "Kim", permissions: expect.any(Array) });
    expect(data?.viewer.permissions).toContain("ledger:read");
    const socket = createClient({
      url: `${hub.url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    const stream = socket.iterate({ query: "subscription { balances { __typename } }" });
    await stream.next();
    expect((await post("sign-out", {}, token)).status).toBe(204);
    await expect(async () => {
      for (;;) await stream.next();
    }).rejects.toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
    expect((await viewer(token)).status).toBe(401);
  });

  test("has a cookie in a browser, which counts on our own pages only", async () => {
    const { email, password } = await newPerson();
    const response = await post("sign-in", { email, password, cookie: true }, "");
    expect(await response.json()).not.toHaveProperty("token");
    const [cookie = "", ...flags] = response.headers.get("set-cookie")?.split("; ") ?? [];
    expect(flags).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Strict", "Path=/"]));
    const statusOf = async (headers: Record<string, string>) =>
      (await withCookie(cookie, headers)).status;
    expect(await statusOf({ origin: hub.url })).toBe(200);
    expect(await statusOf({ "sec-fetch-site": "same-origin" })).toBe(200);
    expect(await statusOf({})).toBe(401);
    expect(await statusOf({ origin: "https://elsewhere.example" })).toBe(401);
    expect(await statusOf({ origin: "null", "sec-fetch-site": "same-origin" })).toBe(401);
    expect(await statusOf({ "sec-fetch-site": "same-site" })).toBe(401);
  });

  test("who fails too often waits, also with the right password", async () => {
    const person = await newPerson();
    const wrong = { ...at(), ...person, password: "wrong horse battery" };
    const attempts = Array.from({ length: 6 }, () => signIn(wrong));
    for (const attempt of await Promise.allSettled(attempts)) {
      expect(attempt).toMatchObject({ reason: expect.any(SignInRefusedError) });
    }
    await expect(signIn({ ...at(), ...person })).rejects.toThrow(SignInRefusedError);
    aheadMs += 31_000;
    await expect(signIn({ ...at(), ...person })).resolves.toHaveProperty("token");
  });

  test("with a second factor sends its code, each code once", async () => {
    const person = await newPerson();
    const { token } = await signIn({ ...at(), ...person });
    const response = await post("totp", { password: person.password }, token);
    const { secret } = (await response.json()) as { secret: string };
    const app = new TOTP({ secret: Secret.fromBase32(secret) });
    const code = () => app.generate({ timestamp: now() });
    const first = code();
    expect((await post("totp/confirm", { code: first }, token)).status).toBe(204);
    await expect(signIn({ ...at(), ...person })).rejects.toThrow(TotpRequiredError);
    const used = { ...at(), ...person, totp: first };
    await expect(signIn(used)).rejects.toThrow(SignInRefusedError);
    aheadMs += 60_000;
    const fresh = { ...used, totp: code() };
    await expect(signIn(fresh)).resolves.toHaveProperty("token");
    await expect(signIn(fresh)).rejects.toThrow(SignInRefusedError);
  });

  test("who is disabled, idle or here for too long is out", async () => {
    const person = await newPerson();
    const idle = await signIn({ ...at(), ...person });
    expect((await viewer(idle.token)).status).toBe(200);
    aheadMs += 31 * 60_000;
    expect((await viewer(idle.token)).status).toBe(401);
    const { token } = await signIn({ ...at(), ...person });
    await hub.query(
      "mutation ($id: ID!) { disablePerson(input: { personId: $id }) { person { state } } }",
      { id: person.id },
    );
    expect((await viewer(token)).status).toBe(401);
    await expect(signIn({ ...at(), ...person })).rejects.toThrow(SignInRefusedError);
  });
});

test("sign-ins are on record, also those that failed, and no password is", async () => {
  const person = await newPerson();
  await signIn({ ...at(), ...person });
  await signIn({ ...at(), ...person, password: "not it at all" }).catch(() => undefined);
  await signIn({ ...at(), email: "nobody@example.com", password: "x" }).catch(() => undefined);
  const { rows } = await hub.database.pool.query<{ actor: string; outcome: string }>(
    `select actor_id as actor, outcome from audit_event
     where command = 'signIn' and actor_id in ($1, 'unknown') order by sequence desc limit 3`,
    [person.id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")],
  );
  expect(rows.map(({ outcome }) => outcome)).toEqual(["REFUSED", "REFUSED", "DONE"]);
  expect(rows[0]?.actor).toBe("unknown");
  expect(JSON.stringify(hub.log)).not.toContain(person.password);
});
