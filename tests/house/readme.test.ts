import { describe, expect, it } from "vitest";
import { settingsMarkdown } from "../../src/shared/config/help.js";
import { repositoryFile, repositoryFiles, type HouseFile } from "./rules/house-files.js";
import { linksLeadSomewhere, settingsRead, shellCommands } from "./rules/readme.rules.js";

const readme = repositoryFile("README.md") as HouseFile;

describe("the README", () => {
  it("is one screen", () => {
    expect(readme.text.split("\n").length).toBeLessThanOrEqual(100);
  });

  it("sets up with exactly two commands", () => {
    const setUp = shellCommands(readme.text).filter((command) =>
      /^npm (ci|i|install)\b/.test(command),
    );
    expect(setUp).toEqual(["npm ci && npm start", "npm ci && npm test"]);
  });

  it("has a test command that is the very one of CI", () => {
    const script = repositoryFile(".ci/run") as HouseFile;
    expect(script.text.trimEnd().split("\n").at(-1)).toBe("npm ci && npm test");
  });

  it("explains every setting of the hub as --help does", () => {
    expect(readme.text).toContain(settingsMarkdown());
  });

  it("names every setting that the code reads", () => {
    const settings = settingsRead(repositoryFiles());
    expect(settings).toContain("DATABASE_URL");
    expect(settings.filter((name) => !readme.text.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("settings", () => {
  it("are found by their names in code, not in sentences", () => {
    const text =
      'const a = { TUTTI_PORT: 1 }; env["REDIS_URL"]; say("set TUTTI_X to it"); other_A;';
    expect(settingsRead([{ path: "src/shared/config/read.ts", text }])).toEqual([
      "REDIS_URL",
      "TUTTI_PORT",
    ]);
  });
});

describe("links between documents", () => {
  const file = (path: string, text = ""): HouseFile => ({ path, text });

  it("are refused when they lead nowhere", () => {
    const files = [
      file("docs/a.md", "[b](b.md) [c](../src/c.ts) [d](gone.md#x)"),
      file("docs/b.md"),
    ];
    expect(linksLeadSomewhere([...files, file("src/c.ts")])).toEqual([
      "docs/a.md links to docs/gone.md, which is not there: mend the link",
    ]);
  });

  it("lead to files, folders, and elsewhere", () => {
    const text = "[a](https://example.org/x) [b](#part) [c](src/) [d](src/c.ts#L3)";
    expect(linksLeadSomewhere([file("README.md", text), file("src/c.ts")])).toEqual([]);
  });

  it("lead somewhere in this repository", () => {
    expect(linksLeadSomewhere(repositoryFiles())).toEqual([]);
  });
});
