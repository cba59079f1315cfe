import { expect, test } from "vitest";
import { ConnectionCounts } from "../../../src/app/connection-counts.js";

test("a credential has as many connections as it may, whatever others have", () => {
  const counts = new ConnectionCounts(2);
  expect(["a", "a", "a", "b"].map((id) => counts.enter(id))).toEqual([true, true, false, true]);
  counts.leave("a");
  expect(counts.enter("a")).toBe(true);
  expect(counts.total).toBe(3);
});

test("credentials without a connection are forgotten", () => {
  const counts = new ConnectionCounts(1);
  for (const id of ["a", "b"]) counts.enter(id);
  for (const id of ["a", "b", "b"]) counts.leave(id);
  expect(counts.total).toBe(0);
});
