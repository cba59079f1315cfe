import { describe, expect, it } from "vitest";
import { repositoryFile, repositoryFiles, type HouseFile } from "./rules/house-files.js";
import { topLevelIsFixed, versionsArePinned } from "./rules/layout.rules.js";

describe("the top level", () => {
  it("refuses a new folder", () => {
    expect(topLevelIsFixed([{ path: "scripts/build.sh", text: "" }])).toEqual([
      expect.stringContaining('"scripts" is new at the top'),
    ]);
  });

  it("is the fixed list", () => {
    expect(topLevelIsFixed(repositoryFiles())).toEqual([]);
  });
});

describe("pinned packages", () => {
  const manifest = (dependencies: Record<string, string>): HouseFile => ({
    path: "package.json",
    text: JSON.stringify({ dependencies }),
  });

  it("refuses a range", () => {
    expect(versionsArePinned(manifest({ ws: "^8.23.0", pino: "^10.0.0" }))).toEqual([
      expect.stringContaining('"ws": "^8.23.0": write an exact version'),
    ]);
  });

  it("refuses MikroORM packages of different versions", () => {
    const mixed = { "@mikro-orm/core": "7.2.1", "@mikro-orm/postgresql": "7.2.0" };
    expect(versionsArePinned(manifest(mixed))).toEqual([expect.stringContaining("mixes versions")]);
  });

  it("are exact in package.json", () => {
    const real = repositoryFile("package.json");
    expect(real).toBeDefined();
    expect(versionsArePinned(real as HouseFile)).toEqual([]);
  });
});
