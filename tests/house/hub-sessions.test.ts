import { describe, expect, it } from "vitest";
import { repositoryFiles } from "./rules/house-files.js";
import { hubSessionsAreArgued } from "./rules/hub-sessions.rules.js";

describe("sessions that see all partners", () => {
  it("are refused where no reason is given", () => {
    const text = "const sql = poolSql(ctx.database.hub.pool);";
    expect(hubSessionsAreArgued([{ path: "src/partners/hold-partner.ts", text }])).toEqual([
      expect.stringMatching(/hold-partner\.ts:1 acts for the hub/),
    ]);
  });

  it("are accepted where the commands' tunnel is", () => {
    const text = "ctx.database.hub.orm.em.fork()";
    const path = "src/shared/commands/run-command.ts";
    expect(hubSessionsAreArgued([{ path, text }])).toEqual([]);
  });

  it("are argued in this repository", () => {
    expect(hubSessionsAreArgued(repositoryFiles())).toEqual([]);
  });
});
