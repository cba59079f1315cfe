import { join } from "node:path";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, it, onTestFinished } from "vitest";
import { findBenches } from "../../../bench/harness/discovery.js";

describe("the benches", () => {
  it("of this repository each say in a line what they measure", async () => {
    const benches = await findBenches(join(import.meta.dirname, "../../../bench"));
    expect([...benches.keys()]).toContain("ids");
    for (const load of benches.values()) expect((await load()).summary).toMatch(/^.{10,90}$/);
  });

  it("are the files named so, and refuse one without a bench in it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tutti-benches-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const file of ["b.bench.js", "a.bench.js", "run.js", "a.bench.js.map"]) {
      writeFileSync(join(folder, file), "export {};");
    }
    const benches = await findBenches(folder);
    expect([...benches.keys()]).toEqual(["a", "b"]);
    await expect(benches.get("a")?.()).rejects.toThrow("a.bench.js has no default export");
  });
});
