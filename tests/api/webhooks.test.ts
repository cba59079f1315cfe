import { afterAll, beforeAll, expect, it } from "vitest";
import { verifyWebhook } from "@tutti/client";
import { LiveWorld } from "../support/live-world.js";
import { startReceiver } from "../support/webhook-receiver.js";

let world: LiveWorld;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeAll(async () => {
  receiver = await startReceiver();
  world = await LiveWorld.start({ config: { webhooksToPrivate: true } });
});
afterAll(async () => {
  await world.close();
  await receiver.close();
});

const CREATE = `mutation ($input: CreateWebhookEndpointInput!) {
  createWebhookEndpoint(input: $input) {
    secret endpoint { id url state partner { code } } userErrors { code path } } }`;

interface Created {
  createWebhookEndpoint: {
    secret: string | null;
    endpoint: { id: string; url: string } | null;
    userErrors: { code: string; path: string[] }[];
  };
}

const LOG = `query ($partnerId: ID) { webhookEndpoints(
  filter: { partnerId: $partnerId }) { totalCount nodes {
  id description messages(first: 10) { nodes {
    id kind state subject attempts { number status failure durationMs } } } } } }`;

interface Log {
  webhookEndpoints: {
    totalCount: number;
    nodes: {
      id: string;
      messages: { nodes: { id: string; state: string; attempts: { status: number }[] }[] };
    }[];
  };
}

const create = async (input: object, key?: string): Promise<Created["createWebhookEndpoint"]> =>
  (await world.hub.query<Created>(CREATE, { input }, key)).createWebhookEndpoint;

it("a partner makes an endpoint of its own, is told, and reads how it was delivered", async () => {
  const partnerId = await world.partner("hooked");
  const { secret: key } = await world.key("PARTNER", partnerId);
  const accounts = [await world.account("ONE", partnerId), await world.account("TWO", partnerId)];
  const input = { partnerId, url: receiver.url, eventKinds: ["BALANCE_CHANGED"] };
  const keyed = { ...input, idempotencyKey: "once" };
  const made = await create(keyed, key);
  const again = await create(keyed, key);
  expect(again).toMatchObject({ secret: null, endpoint: { id: made.endpoint?.id } });
  const { transactionId } = await world.move(accounts[0] ?? "", accounts[1] ?? "");
  const log = (): Promise<Log> => world.hub.query<Log>(LOG, { partnerId }, key);
  const messages = async () => (await log()).webhookEndpoints.nodes[0]?.messages.nodes ?? [];
  await expect
    .poll(async () => (await messages()).map(({ state }) => state))
    .toEqual(["DELIVERED", "DELIVERED"]);
  expect((await messages())[0]?.attempts).toMatchObject([{ number: 1, status: 204 }]);
  const [first] = receiver.received;
  const event = await verifyWebhook(first?.body ?? "", first?.headers ?? {}, made.secret ?? "");
  expect(event.data).toMatchObject({ transactionId, fromVersion: "0", version: "1" });
});

it("a partner sees and changes no other's endpoints", async () => {
  const [owner, other] = [await world.partner("owner"), await world.partner("stranger")];
  const { secret: key } = await world.key("PARTNER", other);
  const input = { partnerId: owner, url: receiver.url, eventKinds: ["TRANSACTION_POSTED"] };
  const { endpoint } = await create(input);
  expect((await create(input, key)).userErrors).toMatchObject([{ code: "PARTNER_NOT_FOUND" }]);
  const seen = await world.hub.query<Log>(LOG, {}, key);
  expect(seen.webhookEndpoints.totalCount).toBe(0);
  const change = `mutation ($input: ChangeWebhookEndpointInput!) {
    changeWebhookEndpoint(input: $input) { userErrors { code } } }`;
  const refused = { endpointId: endpoint?.id, state: "PAUSED" };
  expect(await world.hub.query(change, { input: refused }, key)).toMatchObject({
    changeWebhookEndpoint: { userErrors: [{ code: "WEBHOOK_ENDPOINT_NOT_FOUND" }] },
  });
  const { secret: viewer } = await world.key("VIEWER");
  const answer = await world.hub.graphql(LOG, {}, viewer);
  expect(answer.errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
});

it("an endpoint that the hub should not call is refused, and so is one too many", async () => {
  const partnerId = await world.partner("many");
  const input = { partnerId, url: receiver.url, eventKinds: ["TRANSACTION_POSTED"] };
  const refusals = await Promise.all([
    create({ ...input, url: "ftp://partner.example" }),
    create({ ...input, eventKinds: [] }),
  ]);
  expect(refusals.map(({ userErrors }) => userErrors[0]?.code)).toEqual([
    "WEBHOOK_URL_REFUSED",
    "INVALID_INPUT",
  ]);
  for (let n = 0; n < 10; n++) expect((await create(input)).userErrors).toEqual([]);
  expect((await create(input)).userErrors[0]?.code).toBe("TOO_MANY_WEBHOOK_ENDPOINTS");
});
