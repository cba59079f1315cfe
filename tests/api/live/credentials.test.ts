import { createClient } from "graphql-sse";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BALANCES, LiveWorld } from "../../support/live-world.js";

let world: LiveWorld;
let aheadMs = 0;

beforeAll(async () => {
  world = await LiveWorld.start({ clock: { now: () => new Date(Date.now() + aheadMs) } });
});
afterAll(() => world.close());

it("a credential that expires ends what it began, over WebSocket and as events", async () => {
  const { createApiKey } = await world.hub.query<{ createApiKey: { secret: string } }>(
    `mutation ($expiresAt: DateTime) {
      createApiKey(input: { name: "short", role: VIEWER, expiresAt: $expiresAt }) { secret } }`,
    { expiresAt: new Date(Date.now() + 3_600_000).toISOString() },
  );
  const { secret } = createApiKey;
  const socket = world.balances({}, secret);
  await socket.count(1);
  const events = createClient({
    url: `${world.hub.url}/graphql/stream`,
    headers: { authorization: `Bearer ${secret}` },
    retryAttempts: 0,
  });
  const stream = events.iterate({ query: BALANCES });
  await stream.next();
  aheadMs = 7_200_000;
  const unauthenticated = [{ extensions: { code: "UNAUTHENTICATED" } }];
  await expect(socket.ended).rejects.toMatchObject(unauthenticated);
  expect((await stream.next()).value).toMatchObject({ errors: unauthenticated });
  events.dispose();
  socket.close();
  await expect.poll(() => world.metric("tutti_live_connections")).toBe(0);
});
