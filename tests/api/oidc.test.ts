import { createServer, type Server } from "node:http";
import { writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createHmac } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from "jose";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestHub, type TestHub } from "../support/hub.js";
import { freePort } from "../support/free-port.js";
import { tempFolder, type TempFolder } from "../support/temp-folder.js";

let hub: TestHub;
let server: Server;
let folder: TempFolder;
let issuer = "";
let key: CryptoKey;
let publicPem = "";
const AUDIENCE = "https://hub.example";

beforeAll(async () => {
  folder = await tempFolder();
  const pair = await generateKeyPair("RS256", { extractable: true });
  key = pair.privateKey;
  const jwk = { ...(await exportJWK(key)), kid: "first", alg: "RS256", use: "sig" };
  publicPem = JSON.stringify(await exportJWK(pair.publicKey));
  server = createServer((request, response) => void provider.callback()(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const port = await freePort();
  const redirectUri = `http://127.0.0.1:${port}/auth/oidc/callback`;
  const provider = new Provider(issuer, {
    jwks: { keys: [jwk] },
    clients: [
      {
        client_id: "hub",
        client_secret: "of-the-hub",
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ["sub", "roles"], email: ["email"], profile: ["name"] },
    conformIdTokenClaims: false,
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: "Lee", email: `${id}@example.com`, roles: ["ops"] }),
    }),
  });
  const oidcFile = join(folder.path, "oidc.json");
  const client = { clientId: "hub", clientSecret: "of-the-hub", redirectUri };
  const roles = { ops: "VIEWER", auditors: "AUDITOR" };
  await writeFile(oidcFile, JSON.stringify({ issuer, audience: AUDIENCE, ...client, roles }));
  hub = await startTestHub({ config: { oidcFile, port } });
});

afterAll(async () => {
  await hub.close();
  server.closeAllConnections();
  server.close();
  await folder[Symbol.asyncDispose]();
});

interface TokenParts {
  subject?: string;
  audience?: string;
  from?: string;
  seconds?: number;
  roles?: string[];
  kid?: string;
  by?: CryptoKey;
}

function tokenOf(parts: TokenParts = {}): Promise<string> {
  const {
    subject = "lee",
    audience = AUDIENCE,
    from = issuer,
    seconds = 60,
    roles = ["ops"],
  } = parts;
  return new SignJWT({ roles, name: "Lee" })
    .setProtectedHeader({ alg: "RS256", kid: parts.kid ?? "first" })
    .setIssuer(from)
    .setAudience(audience)
    .setSubject(subject)
    .setExpirationTime(Math.floor(Date.now() / 1_000) + seconds)
    .sign(parts.by ?? key);
}

const viewer = (token: string) =>
  hub.graphql<{ viewer: { name: string; permissions: string[] } }>(
    ...(["{ viewer { name permissions } }", {}, token] as const),
  );

describe("a token of the provider", () => {
  test("is let in with the roles that its claims are here", async () => {
    const { data } = await viewer(await tokenOf());
    expect(data?.viewer.name).toBe("Lee");
    expect(data?.viewer.permissions).toContain("ledger:read");
    expect(data?.viewer.permissions).not.toContain("audit:read");
    const auditor = await viewer(await tokenOf({ roles: ["auditors", "strangers"] }));
    expect(auditor.data?.viewer.permissions).toContain("audit:read");
    const nobody = await viewer(await tokenOf({ subject: "kim", roles: ["constructor"] }));
    expect(nobody.data?.viewer.permissions).toEqual([]);
  });

  test("is none when it is expired, for others, by others, or by no key of theirs", async () => {
    const { privateKey } = await generateKeyPair("RS256");
    const bad = [
      tokenOf({ seconds: -60 }),
      tokenOf({ audience: "https://other.example" }),
      tokenOf({ from: "https://evil.example" }),
      tokenOf({ by: privateKey }),
      tokenOf({ by: privateKey, kid: "unknown" }),
    ];
    for (const token of await Promise.all(bad)) expect((await viewer(token)).status).toBe(401);
    expect((await viewer(await tokenOf({ seconds: -5 }))).status).toBe(200); // clocks differ
  });

  test('is none with "alg": "none", or signed by the public key as a secret', async () => {
    const claims = { sub: "lee", iss: issuer, aud: AUDIENCE, roles: ["auditors"] };
    const unsigned = new UnsecuredJWT(claims).setExpirationTime("1m").encode();
    expect((await viewer(unsigned)).status).toBe(401);
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const exp = Math.floor(Date.now() / 1_000) + 60;
    const content = `${encoded({ alg: "HS256", kid: "first" })}.${encoded({ ...claims, exp })}`;
    const confused = createHmac("sha256", publicPem).update(content).digest("base64url");
    expect((await viewer(`${content}.${confused}`)).status).toBe(401);
  });

  test("of somebody who was disabled here is none", async () => {
    const token = await tokenOf({ subject: "gone" });
    expect((await viewer(token)).status).toBe(200);
    const { rows } = await hub.database.pool.query<{ id: string }>(
      "select replace(id::text, '-', '') as id from person where subject = 'gone'",
    );
    const disable =
      "mutation ($id: ID!) { disablePerson(input: { personId: $id }) { userErrors { code } } }";
    await hub.query(disable, { id: `per_${rows[0]?.id}` });
    expect((await viewer(token)).status).toBe(401);
  });
});

/** A browser without scripts: keeps cookies, sends forms, follows where it is led. */
class Browser {
  readonly #jar = new Map<string, string>();

  async get(url: string): Promise<Response> {
    return this.#follow(url, {});
  }

  async submit(url: string, fields: Record<string, string>): Promise<Response> {
    return this.#follow(url, { method: "POST", body: new URLSearchParams(fields) });
  }

  cookies(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  async #follow(url: string, init: RequestInit): Promise<Response> {
    const headers = { cookie: this.cookies() };
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#jar.set(name, value);
    }
    const next = response.headers.get("location");
    return next === null ? response : this.#follow(new URL(next, url).href, {});
  }
}

describe("a person in a browser", () => {
  test("signs in at the provider and is let in with a cookie", async () => {
    const browser = new Browser();
    const login = await browser.get(`${hub.url}/auth/oidc`);
    const fields = { prompt: "login", login: "park", password: "x" };
    const consent = await browser.submit(login.url, fields);
    await browser.submit(consent.url, { prompt: "consent" });
    expect(browser.cookies()).toMatch(/tutti=tutti_session_/);
    const response = await fetch(`${hub.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        cookie: browser.cookies(),
        "sec-fetch-site": "same-origin",
      },
      body: JSON.stringify({ query: "{ viewer { name permissions } }" }),
    });
    expect(await response.json()).toMatchObject({ data: { viewer: { name: "Lee" } } });
  });

  test("who brings an answer that was not begun there is not let in", async () => {
    const browser = new Browser();
    await browser.get(`${hub.url}/auth/oidc/callback?code=stolen&state=x&iss=${issuer}`);
    expect(browser.cookies()).not.toContain("tutti_session_");
  });
});
