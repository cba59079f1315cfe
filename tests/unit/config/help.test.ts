import { describe, expect, it } from "vitest";
import { helpText, settingsMarkdown } from "../../../src/shared/config/help.js";
import { settingEntries } from "../../../src/shared/config/settings.js";

describe("what people read about settings", () => {
  it("names every variable and option in --help, with its default", () => {
    const help = helpText();
    for (const [, { env, option, fallback }] of settingEntries) {
      for (const name of env) expect(help).toContain(name);
      expect(help).toContain(`(default: ${fallback})`);
      expect(help).toContain(option ? `--${option}` : "");
    }
  });

  it("is a table with a row for each setting", () => {
    const rows = settingsMarkdown().split("\n").slice(2);
    expect(rows).toHaveLength(settingEntries.length);
    expect(rows[0]).toBe(
      "| `TUTTI_PORT`, `PORT`, `--port <value>` | Port of the HTTP and WebSocket server; 0 " +
        "takes any free one | 4000 |",
    );
  });
});
