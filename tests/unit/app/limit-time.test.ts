import type { ExecutionResult } from "graphql";
import { expect, test } from "vitest";
import { CountedSql } from "../../../src/app/charge-operation.js";
import { withinTime } from "../../../src/app/limit-time.js";

const asIs = (result: ExecutionResult) => ({ result });
const noRows = { rows: async () => [] };

test("an operation that ends in time is answered as it is", async () => {
  const sql = new CountedSql(noRows);
  const done: { result: ExecutionResult } = { result: { data: { a: 1 } } };
  expect(await withinTime(Promise.resolve(done), { sql }, asIs, 60_000)).toBe(done);
  expect(await sql.rows("select")).toEqual([]);
});

test("one that does not is given up, and reads nothing more", async () => {
  const sql = new CountedSql(noRows);
  const never = new Promise<{ result: ExecutionResult }>(() => undefined);
  const { result } = await withinTime(never, { sql }, asIs, 1);
  expect(result.data).toBeNull();
  expect(result.errors?.[0]?.message).toContain("took longer than 0.001 seconds");
  await expect(sql.rows("select")).rejects.toMatchObject({ code: "OVERLOADED" });
});

test("one that fails fails as it does", async () => {
  const failed = Promise.reject<{ result: ExecutionResult }>(new Error("broken"));
  await expect(withinTime(failed, {}, asIs, 60_000)).rejects.toThrow("broken");
});
