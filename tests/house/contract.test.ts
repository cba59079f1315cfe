import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { buildHubSchema, printHubSchema } from "../../src/app/schema.js";
import { contractIsKept, type AcceptedBreak } from "./rules/contract.rules.js";
import { deprecationsAreDated } from "./rules/deprecation.rules.js";
import { repositoryFile } from "./rules/house-files.js";

const textOf = (path: string): string => repositoryFile(path)?.text ?? "";

describe("the checked-in schema", () => {
  it("is what the code emits: otherwise run npm run codegen", () => {
    const emitted = printHubSchema(buildHubSchema());
    expect(textOf("schema/schema.graphql") === emitted).toBe(true);
  });
});

describe("the released contract", () => {
  const RELEASED = `
    enum Direction { ASC DESC }
    enum Kind { GAME BANK }
    input HoldInput { id: ID! }
    type Partner { code: String! name: String }
    type Query {
      partner(id: ID, direction: Direction! = ASC): Partner!
      partners: [Partner!]!
      kind(input: HoldInput!): Kind
      late: Int @deprecated(reason: "Since 2026-01-01 until 2026-07-01: use kind instead")
    }`;

  function followedBy(next: string, ...accepted: AcceptedBreak[]): Promise<string[]> {
    return contractIsKept({ released: buildSchema(RELEASED), next: buildSchema(next), accepted });
  }
  const entry = (more: Partial<AcceptedBreak>): AcceptedBreak => ({
    change: "FIELD_REMOVED",
    path: "Query.late",
    on: "2026-07-01",
    reason: "nobody has asked for it since",
    ...more,
  });
  const without = (line: RegExp, by = ""): string => RELEASED.replace(line, by);
  const LATE = /late: .*/;

  it.each([
    ["a field that goes", /partners: .*/, "", /Query\.partners: .*removed.*keep it/],
    ["a field that may become null", /\[Partner!\]!/, "[Partner!]", /Query\.partners/],
    ["an argument that goes", /id: ID, /, "", /Query\.partner\.id/],
    ["an argument that becomes required", /\(id: ID,/, "(id: ID!,", /Query\.partner\.id/],
    ["another default", /= ASC/, "= DESC", /Query\.partner\.direction: Default value/],
    ["a value of an enum that goes", / BANK/, "", /Kind\.BANK/],
    ["an input that asks for more", /id: ID! }/, "id: ID! why: String! }", /HoldInput\.why/],
  ])("refuses %s", async (_what, line, by, reason) => {
    expect(await followedBy(without(line, by))).toEqual([expect.stringMatching(reason)]);
  });

  it("lets grow what asks nothing of clients", async () => {
    const grown = RELEASED.replace("GAME", "GAME SHOP").replace("id: ID!", "id: ID! note: String");
    expect(await followedBy(`${grown} type Hold { id: ID! }`)).toEqual([]);
  });

  it("takes a break that was decided on", async () => {
    expect(await followedBy(without(LATE), entry({}))).toEqual([]);
  });

  it.each([
    ["names another", { path: "Query.kind" }, /breaks nothing: remove the entry/],
    ["says no day", { on: "soon" }, /needs the day/],
    ["gives no reason", { reason: "old" }, /in "reason" why/],
    ["comes before the announced day", { on: "2026-06-30" }, /to stay until 2026-07-01/],
  ])("refuses an entry that %s", async (_what, more, reason) => {
    const refusals = await followedBy(without(LATE), entry(more));
    expect(refusals).toContainEqual(expect.stringMatching(reason));
  });

  it("is kept", async () => {
    const released = buildSchema(textOf("schema/released.graphql"));
    const next = buildSchema(textOf("schema/schema.graphql"));
    const accepted = JSON.parse(textOf("schema/accepted-breaks.json")) as AcceptedBreak[];
    expect(await contractIsKept({ released, next, accepted })).toEqual([]);
  });
});

describe("a deprecation", () => {
  const deprecated = (reason: string): string[] =>
    deprecationsAreDated(
      buildSchema(`type Query { old(by: Int @deprecated(reason: "${reason}")): Int }`),
    );

  it.each([
    "use partners",
    "Since 2026-01-01: use partners",
    "Since 2026-01-01 until 2026-02-01: use partners",
    "Since 2026-01-01 until 2026-13-01: use partners",
    "Since 2026-01-01 until 2026-07-01: gone",
  ])("refuses %j", (reason) => {
    expect(deprecated(reason)).toEqual([expect.stringMatching(/^Query\.old\.by is deprecated/)]);
  });

  it("says since when, until when and what to use instead", () => {
    expect(deprecated("Since 2026-01-01 until 2026-07-01: use partners")).toEqual([]);
  });

  it("is dated wherever the schema has one", () => {
    expect(deprecationsAreDated(buildSchema(textOf("schema/schema.graphql")))).toEqual([]);
  });
});
