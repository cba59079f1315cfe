import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { retryJob, runJob, skipJob } from "../../../src/jobs/index.js";
import { openJobs, type JobKind, type JobService } from "../../../src/jobs/index.js";
import { jobService } from "../../../src/jobs/index.js";
import type { JobRow } from "../../../src/jobs/job.queries.js";
import { systemActor } from "../../../src/shared/commands/actor.js";
import { QUEUE_SCHEMA_VERSION } from "../../../src/shared/database/queue-schema.queries.js";
import { DomainError } from "../../../src/shared/errors.js";
import { openTestRooms, type TestRooms } from "../../support/rooms.js";
import { person, testClock } from "../../support/settlements.js";

const clock = testClock("2026-03-01T00:00:00Z");
let rooms: TestRooms;
let nodes: JobService[] = [];
/** What was worked on, by subject, in order. */
const worked: string[] = [];
let planned: { subject: string; dueAt: string }[] = [];
let failing = new Set<string>();

const kind: JobKind = {
  kind: "CLOSE_PERIOD",
  plan: () =>
    Promise.resolve(
      planned.map(({ subject, dueAt }) => {
        return { subject, dueAt: new Date(dueAt), partnerId: null, input: { subject } };
      }),
    ),
  run: (_ctx, input) => {
    const { subject } = input as { subject: string };
    worked.push(subject);
    if (failing.has(subject)) throw new DomainError("NOTHING_TO_PAY", "Nothing is due");
    return Promise.resolve();
  },
};

beforeAll(async () => {
  rooms = await openTestRooms(clock);
  const options = { context: () => rooms.as(systemActor("jobs")), kinds: [kind] };
  nodes = [
    await openJobs({ ...options, works: true }),
    await openJobs({ ...options, works: true }),
  ];
  const [first] = nodes;
  if (first) rooms.as().services.provide(jobService, first);
});

afterAll(async () => {
  await Promise.all(nodes.map((node) => node.close()));
  await rooms.close();
});

const as = (name: string) => rooms.as(person(name));

async function jobOf(subject: string): Promise<JobRow> {
  const { rows } = await rooms.database.pool.query<JobRow>(
    "select id, state, attempts, failure_code as code, reason from job where subject = $1",
    [subject],
  );
  const [job] = rows;
  if (!job) throw new Error(`There is no job for ${subject}`);
  return job;
}

async function alertsOf(jobId: string): Promise<string[]> {
  const { rows } = await rooms.database.pool.query<{ state: string }>(
    "select state from alert where subject = $1 order by raised_at",
    [jobId],
  );
  return rows.map(({ state }) => state);
}

/** Resolves when a job of the subject came to an end. */
function ended(subject: string, state: string): Promise<void> {
  return expect.poll(async () => (await jobOf(subject)).state, { timeout: 30_000 }).toBe(state);
}

test("the queue's schema is the one that the installed pg-boss works with", async () => {
  const { default: manifest } = await import("pg-boss/package.json", { with: { type: "json" } });
  expect(QUEUE_SCHEMA_VERSION).toBe(manifest.pgboss.schema);
});

describe("a job", () => {
  test("is started by the clock once, whichever of the nodes takes it", async () => {
    const subjects = Array.from({ length: 20 }, (_, n) => `due ${n}`);
    planned = subjects.map((subject) => ({ subject, dueAt: "2026-03-02T00:00:00Z" }));
    await Promise.all(nodes.map((node) => node.plan()));
    expect(worked).toEqual([]);
    expect((await jobOf("due 0")).state).toBe("WAITING");
    clock.set("2026-03-02T00:00:00Z");
    await Promise.all(nodes.map((node) => node.plan()));
    await Promise.all(subjects.map((subject) => ended(subject, "DONE")));
    expect(worked.toSorted()).toEqual(subjects.toSorted());
  });

  test("that fails raises an alert and waits for a person, who has it tried again", async () => {
    failing = new Set(["fails"]);
    planned = [{ subject: "fails", dueAt: "2026-03-01T00:00:00Z" }];
    await nodes[0]?.plan();
    await ended("fails", "FAILED");
    const { id } = await jobOf("fails");
    expect(await jobOf("fails")).toMatchObject({ attempts: 1, code: "NOTHING_TO_PAY" });
    expect(await alertsOf(id)).toEqual(["RAISED"]);
    await Promise.all(nodes.map((node) => node.plan()));
    expect(await retryJob(as("kim"), { jobId: id })).toMatchObject({ state: "FAILED" });
    expect(await alertsOf(id)).toEqual(["RAISED"]);
    failing = new Set();
    expect(await retryJob(as("kim"), { jobId: id })).toMatchObject({ state: "DONE", attempts: 3 });
    expect(await alertsOf(id)).toEqual(["RESOLVED"]);
    expect(worked.filter((subject) => subject === "fails").length).toBe(3);
  });

  test("is run before its time by a person, or skipped with a reason", async () => {
    planned = ["early", "never"].map((subject) => ({ subject, dueAt: "2027-01-01T00:00:00Z" }));
    await nodes[0]?.plan();
    const [early, never] = [await jobOf("early"), await jobOf("never")];
    expect(await runJob(as("kim"), { jobId: early.id })).toMatchObject({ state: "DONE" });
    const again = runJob(as("kim"), { jobId: early.id });
    await expect(again).rejects.toThrow(expect.objectContaining({ code: "JOB_NOT_OPEN" }));
    const silent = skipJob(as("kim"), { jobId: never.id, reason: " " });
    await expect(silent).rejects.toThrow(expect.objectContaining({ code: "REASON_REQUIRED" }));
    const skipped = await skipJob(as("kim"), { jobId: never.id, reason: "done by hand" });
    expect(skipped).toMatchObject({ state: "SKIPPED", reason: "done by hand", decidedBy: "kim" });
    clock.set("2027-02-01T00:00:00Z");
    await nodes[0]?.plan();
    expect((await jobOf("never")).state).toBe("SKIPPED");
    expect(worked).not.toContain("never");
  });
});
