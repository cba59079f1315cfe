import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { changeWebhookEndpoint } from "../../../src/webhooks/change-webhook-endpoint.js";
import { feedWebhooks } from "../../../src/webhooks/feed-webhooks.js";
import { replayWebhooks } from "../../../src/webhooks/replay-webhooks.js";
import { rotateWebhookSecret } from "../../../src/webhooks/rotate-webhook-secret.js";
import { claimMessages } from "../../../src/webhooks/webhook-delivery.queries.js";
import { verifyWebhook } from "../../../client-sdk/src/index.js";
import { startReceiver, type Answering } from "../../support/webhook-receiver.js";
import { WebhookWorld } from "../../support/webhook-world.js";

let world: WebhookWorld;

beforeAll(async () => {
  world = await WebhookWorld.start();
});
afterAll(() => world.close());

async function receiver(answer?: Answering) {
  const started = await startReceiver(answer);
  onTestFinished(() => started.close());
  return started;
}

/** The versions of an account in the order in which a receiver took them. */
const versionsOf = (received: readonly { data: Record<string, unknown> }[], accountId?: string) =>
  received
    .filter(({ data }) => data["accountId"] === `acc_${accountId}`)
    .map(({ data }) => Number(data["version"]));

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe("webhooks wait for a hub that delivers them", () => {
  it("with everything that was posted since there is an endpoint, and nothing before", async () => {
    const { url } = await receiver();
    const partner = await world.partner(url, ["TRANSACTION_POSTED", "BALANCE_CHANGED"]);
    await world.move(partner, 3);
    while (await feedWebhooks(world.ctx.database.hub, world.ctx.ids));
    expect(await world.count(partner.endpointId, "PENDING")).toBe(9);
    const later = await world.partner(url);
    while (await feedWebhooks(world.ctx.database.hub, world.ctx.ids));
    expect(await world.count(later.endpointId, "PENDING")).toBe(0);
    expect(await world.count(partner.endpointId, "PENDING")).toBe(9);
  });

  it("each for one hub alone, and of each subject the oldest", async () => {
    const { url } = await receiver();
    const partner = await world.partner(url);
    await world.move(partner, 3);
    while (await feedWebhooks(world.ctx.database.hub, world.ctx.ids));
    const limits = { messages: 100, perEndpoint: 100, leaseMs: 60_000, busy: [] };
    const claims = await Promise.all([1, 2, 3].map(() => claimMessages(world.ctx.sql, limits)));
    const own = claims.flat().filter(({ endpointId }) => endpointId === partner.endpointId);
    expect(
      own.map(({ body }) => (JSON.parse(body) as { data: { version: string } }).data.version),
    ).toEqual(["1", "1"]);
  });
});

describe("webhooks", () => {
  beforeAll(async () => {
    await world.hub();
    await world.hub(); // what one has in hand, the other leaves alone
  });

  it("tell of each change of each account, in order, signed", async () => {
    const { url, received } = await receiver();
    const partner = await world.partner(url);
    await world.move(partner, 5);
    await world.until(partner.endpointId, "DELIVERED", 10);
    for (const id of partner.accountIds) expect(versionsOf(received, id)).toEqual(upTo(5));
    expect(new Set(received.map(({ id }) => id)).size).toBe(10);
    const [first] = received;
    const event = await verifyWebhook(first?.body ?? "", first?.headers ?? {}, partner.secret);
    expect(event).toMatchObject({
      id: first?.id,
      type: "balance.changed",
      data: { currency: "KRW", purpose: expect.any(String) },
    });
  });

  it("tell of transactions", async () => {
    const { url, received } = await receiver();
    const partner = await world.partner(url, ["TRANSACTION_POSTED"]);
    await world.move(partner, 2);
    await world.until(partner.endpointId, "DELIVERED", 2);
    expect(received.map(({ data }) => data["id"])).toEqual([
      expect.stringMatching(/^txn_/),
      expect.stringMatching(/^txn_/),
    ]);
  });

  it("come again in their order when the receiver fails, and again until it takes them", async () => {
    const calls = new Map<string, number>();
    const { url, received } = await receiver(({ id }) => {
      calls.set(id, (calls.get(id) ?? 0) + 1);
      return calls.get(id) === 3 ? 200 : 503;
    });
    const partner = await world.partner(url);
    await world.move(partner, 2);
    await world.until(partner.endpointId, "DELIVERED", 4);
    for (const id of partner.accountIds) {
      const versions = versionsOf(received, id);
      expect(versions).toEqual(versions.toSorted((left, right) => left - right));
    }
    const [message] = received;
    const again = received.filter(({ id }) => id === message?.id);
    expect(again.every(({ body }) => body === message?.body)).toBe(true);
  });

  it("are dead after the last attempt, let those behind them pass, and can be replayed", async () => {
    const { url, received, answering } = await receiver(({ data }) =>
      data.version === "1" ? 500 : 200,
    );
    const partner = await world.partner(url);
    await world.move(partner, 2);
    await world.until(partner.endpointId, "DEAD", 2);
    await world.until(partner.endpointId, "DELIVERED", 2);
    expect(versionsOf(received, partner.accountIds[0])).toEqual([1, 1, 1, 1, 2]);
    answering(() => 200);
    const dead = [...new Set(received.filter(({ data }) => data.version === "1").map((w) => w.id))];
    const messageIds = dead.map((id) =>
      id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
    );
    await replayWebhooks(world.ctx, { endpointId: partner.endpointId, messageIds });
    await world.until(partner.endpointId, "DELIVERED", 4);
    expect(
      received
        .slice(-2)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(dead.toSorted());
    const foreign = { endpointId: partner.endpointId, messageIds: [world.ctx.ids.next()] };
    await expect(replayWebhooks(world.ctx, foreign)).rejects.toMatchObject({
      code: "WEBHOOK_MESSAGE_NOT_FOUND",
    });
  });

  it("to one who hangs hold up nobody else", async () => {
    const slow = await receiver(() => "hang");
    const fast = await receiver();
    const hanging = await world.partner(slow.url);
    const partner = await world.partner(fast.url);
    await world.move(hanging, 3);
    await expect.poll(() => slow.received.length).toBeGreaterThan(0);
    await world.move(partner, 10);
    await world.until(partner.endpointId, "DELIVERED", 20);
    expect(await world.count(hanging.endpointId, "DELIVERED")).toBe(0);
    expect(versionsOf(slow.received, hanging.accountIds[0])).toEqual([1]);
  });

  it("follow no redirect", async () => {
    const { url, received } = await receiver(() => "redirect");
    const partner = await world.partner(url);
    await world.move(partner);
    await world.until(partner.endpointId, "DEAD", 2);
    expect(received).toHaveLength(8);
  });

  it("are signed with both secrets while one follows the other", async () => {
    const { url, received } = await receiver();
    const partner = await world.partner(url);
    const { endpointId } = partner;
    const { secret } = await rotateWebhookSecret(world.ctx, { endpointId, overlapHours: 1 });
    await world.move(partner);
    await world.until(endpointId, "DELIVERED", 2);
    await rotateWebhookSecret(world.ctx, { endpointId, overlapHours: 0 });
    await world.move(partner);
    await world.until(endpointId, "DELIVERED", 4);
    const [during, , after] = received;
    for (const each of [partner.secret, secret ?? ""]) {
      await verifyWebhook(during?.body ?? "", during?.headers ?? {}, each);
      const refused = verifyWebhook(after?.body ?? "", after?.headers ?? {}, each);
      await expect(refused).rejects.toMatchObject({ reason: "BAD_SIGNATURE" });
    }
  });

  it("wait while their endpoint is paused", async () => {
    const { url, received } = await receiver();
    const partner = await world.partner(url);
    const { endpointId } = partner;
    await changeWebhookEndpoint(world.ctx, { endpointId, state: "PAUSED" });
    await world.move(partner, 2);
    await world.until(endpointId, "PENDING", 4);
    expect(received).toEqual([]);
    await changeWebhookEndpoint(world.ctx, { endpointId, state: "ACTIVE" });
    await world.until(endpointId, "DELIVERED", 4);
  });

  it("that somebody died with are delivered when the lease is over", async () => {
    const { url, received } = await receiver();
    const partner = await world.partner(url);
    const { endpointId } = partner;
    await changeWebhookEndpoint(world.ctx, { endpointId, state: "PAUSED" });
    await world.move(partner);
    await world.until(endpointId, "PENDING", 2);
    await changeWebhookEndpoint(world.ctx, { endpointId, state: "ACTIVE" });
    // Whoever claims them now dies with them: this one, or a hub that delivers them at once.
    const limits = { messages: 100, perEndpoint: 100, leaseMs: 50, busy: [] };
    await claimMessages(world.ctx.sql, limits);
    await world.until(endpointId, "DELIVERED", 2);
    expect(received.length).toBeGreaterThanOrEqual(2);
  });
});
