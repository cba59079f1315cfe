import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPartner, Partner, type CreatePartner } from "../../../src/partners/index.js";
import { systemActor } from "../../../src/shared/commands/actor.js";
import { MAX_ATTEMPTS, runCommand } from "../../../src/shared/commands/run-command.js";
import type { DomainEvent } from "../../../src/shared/events/domain-event.js";
import { relayLeftOver } from "../../../src/shared/events/outbox.js";
import { openTestRooms, type TestRooms } from "../../support/rooms.js";

let rooms: TestRooms;

beforeAll(async () => {
  rooms = await openTestRooms();
});

afterAll(() => rooms.close());

const partner = (code: string, idempotencyKey?: string): CreatePartner => ({
  code,
  name: "Star Games",
  kind: "GAME_PROVIDER",
  idempotencyKey,
});

async function count(table: string, condition = "true"): Promise<number> {
  const { rows } = await rooms.database.pool.query(
    `select count(*)::integer as count from ${table} where ${condition}`,
  );
  return rows[0].count;
}

describe("a command under an idempotency key", () => {
  test("has its effect once and is answered alike", async () => {
    const first = await createPartner(rooms.as(), partner("once", "key-once"));
    const again = await createPartner(rooms.as(), partner("once", "key-once"));
    expect(again).toEqual(first);
    expect(again.createdAt).toBeInstanceOf(Date);
    expect(await count("partner", "code = 'once'")).toBe(1);
  });

  test("is answered as then, though the thing has changed since", async () => {
    const first = await createPartner(rooms.as(), partner("changes", "key-changes"));
    await rooms.database.pool.query("update partner set name = 'Other' where id = $1", [first.id]);
    const again = await createPartner(rooms.as(), partner("changes", "key-changes"));
    expect(again.name).toBe("Star Games");
  });

  test("is refused with another input", async () => {
    await createPartner(rooms.as(), partner("same-key", "key-same"));
    await expect(createPartner(rooms.as(), partner("other", "key-same"))).rejects.toMatchObject({
      code: "IDEMPOTENCY_KEY_REUSED",
    });
    expect(await count("partner", "code = 'other'")).toBe(0);
  });

  test("is refused as another command", async () => {
    const input = partner("as-partner", "key-command");
    await createPartner(rooms.as(), input);
    const other = runCommand(rooms.as(), "otherCommand", input, async () => "done");
    await expect(other).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
  });

  test("that another actor used is free", async () => {
    await createPartner(rooms.as(systemActor("one")), partner("of-one", "key-shared"));
    await createPartner(rooms.as(systemActor("two")), partner("of-two", "key-shared"));
    expect(await count("partner", "code in ('of-one', 'of-two')")).toBe(2);
  });

  test("that was refused is free again", async () => {
    await createPartner(rooms.as(), partner("taken"));
    const refused = createPartner(rooms.as(), partner("taken", "key-refused"));
    await expect(refused).rejects.toMatchObject({ code: "PARTNER_CODE_TAKEN" });
    const second = await createPartner(rooms.as(), partner("not-taken", "key-refused"));
    expect(second.code).toBe("not-taken");
  });

  test("sent twice at once has one effect, and both get the answer", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => createPartner(rooms.as(), partner("at-once", "key-at-once"))),
    );
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(await count("command_claim", "idempotency_key = 'key-at-once'")).toBe(1);
  });

  test.each(["", "x".repeat(256)])("has 1 to 255 characters: %.10s", async (key) => {
    await expect(createPartner(rooms.as(), partner("bad-key", key))).rejects.toMatchObject({
      code: "INVALID_INPUT",
      inputPath: ["idempotencyKey"],
    });
  });
});

describe("a command that fails", () => {
  test("changes nothing, tells nothing, and is on record", async () => {
    const told: DomainEvent[] = [];
    const off = rooms.as().events.on("SomethingHappened", (event) => void told.push(event));
    const failing = runCommand(rooms.as(), "failing", {}, async (work) => {
      const never = work.em.create(Partner, {
        id: rooms.as().ids.next(),
        code: "never",
        name: "Never",
        kind: "GAME_PROVIDER",
        state: "ACTIVE",
        holdReason: null,
        heldAt: null,
        synthetic: true,
        version: 1,
        createdAt: new Date(),
      });
      await work.insert(never);
      work.record({ name: "SomethingHappened" });
      throw new Error("the disk is on fire");
    });
    await expect(failing).rejects.toThrow("the disk is on fire");
    off();
    expect(told).toEqual([]);
    expect(await count("partner", "code = 'never'")).toBe(0);
    expect(await count("outbox_event", "name = 'SomethingHappened'")).toBe(0);
    expect(await count("audit_event", "command = 'failing' and outcome = 'FAILED'")).toBe(1);
  });

  test("by a refusal is on record with its code, and each time", async () => {
    await createPartner(rooms.as(), partner("on-record"));
    for (let time = 0; time < 2; time += 1) {
      await expect(createPartner(rooms.as(), partner("on-record"))).rejects.toThrow("has the code");
    }
    const refused = "outcome = 'REFUSED' and code = 'PARTNER_CODE_TAKEN'";
    expect(await count("audit_event", refused)).toBeGreaterThanOrEqual(2);
  });
});

describe("a command in the way of others", () => {
  const deadlock = () => Object.assign(new Error("deadlock detected"), { code: "40P01" });

  test("is done again, from the beginning, until it succeeds", async () => {
    let tries = 0;
    const answer = await runCommand(rooms.as(), "crowded", {}, async (work) => {
      tries += 1;
      work.record({ name: "Tried" });
      if (tries < 3) throw deadlock();
      return tries;
    });
    expect(answer).toBe(3);
    expect(await count("audit_event", "command = 'crowded'")).toBe(1);
  });

  test("gives up after a number of tries, and says that it may be sent again", async () => {
    let tries = 0;
    const crowded = runCommand(rooms.as(), "crowdedOut", {}, async () => {
      tries += 1;
      throw deadlock();
    });
    await expect(crowded).rejects.toMatchObject({ code: "OVERLOADED" });
    expect(tries).toBe(MAX_ATTEMPTS);
  });

  test("and a real deadlock: two that lock the same rows in opposite order", async () => {
    const one = await createPartner(rooms.as(), partner("lock-one"));
    const two = await createPartner(rooms.as(), partner("lock-two"));
    const meet = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const lockBoth = (first: string, second: string, mine: number) => {
      let tries = 0;
      return runCommand(rooms.as(), `lockBoth${mine}`, {}, async (work) => {
        await work.lock(Partner, first);
        meet[mine]?.resolve();
        if ((tries += 1) === 1) await meet[1 - mine]?.promise;
        await work.lock(Partner, second);
        return tries;
      });
    };
    const tries = await Promise.all([lockBoth(one.id, two.id, 0), lockBoth(two.id, one.id, 1)]);
    expect(tries.toSorted()).toEqual([1, 2]);
  });
});

describe("a fact", () => {
  test("is told after the commit, when it can be read, and then forgotten", async () => {
    const ctx = rooms.as();
    const seen: number[] = [];
    const off = ctx.events.on("PartnerCreated", async () => {
      seen.push(await count("partner", "code = 'told'"));
    });
    await createPartner(ctx, partner("told"));
    off();
    expect(seen).toEqual([1]);
    expect(await count("outbox_event")).toBe(0);
  });

  test("whose teller died is told when a hub starts; a fresh one is left alone", async () => {
    const ctx = rooms.as();
    const insert = `insert into outbox_event (id, name, body, recorded_at) values ($1, $2, $3, $4)`;
    const old = new Date(Date.now() - 60_000);
    const body = { name: "LeftOver", partnerId: "p", at: { $date: "2026-01-01T00:00:00.000Z" } };
    await rooms.database.pool.query(insert, [ctx.ids.next(), "LeftOver", body, old]);
    await rooms.database.pool.query(insert, [ctx.ids.next(), "Fresh", {}, new Date()]);
    const told: DomainEvent[] = [];
    const off = ctx.events.on("LeftOver", (event) => void told.push(event));
    expect(await relayLeftOver(rooms.database, ctx.events, ctx.clock)).toBe(1);
    expect(await relayLeftOver(rooms.database, ctx.events, ctx.clock)).toBe(0);
    off();
    expect(told).toEqual([
      { name: "LeftOver", partnerId: "p", at: new Date("2026-01-01T00:00:00.000Z") },
    ]);
    expect(await count("outbox_event", "name = 'Fresh'")).toBe(1);
    await rooms.database.pool.query("delete from outbox_event");
  });

  test("reaches the other listeners when one of them fails", async () => {
    const ctx = rooms.as();
    const heard: string[] = [];
    const off = [
      ctx.events.on("PartnerCreated", () => {
        throw new Error("deaf");
      }),
      ctx.events.on("PartnerCreated", () => void heard.push("second")),
    ];
    await createPartner(ctx, partner("heard"));
    off.forEach((stop) => stop());
    expect(heard).toEqual(["second"]);
    expect(rooms.log.some((line) => line.level === "error")).toBe(true);
  });
});
