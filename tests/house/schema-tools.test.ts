import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { generate, loadContext } from "@graphql-codegen/cli";
import graphqlPlugin from "@graphql-eslint/eslint-plugin";
import { Linter } from "eslint";
import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { identifyDocuments } from "../../src/app/identify-documents.js";
import { tempFolder } from "../support/temp-folder.js";
import { REPOSITORY, repositoryFile, repositoryFiles } from "./rules/house-files.js";
import { MODULE, relayDocuments } from "./rules/relay-documents.js";

/** What the tools of clients say to the schema; each is shown once what it would refuse. */
const textOf = (path: string): string => repositoryFile(path)?.text ?? "";
const schemaText = textOf("schema/schema.graphql");
const operations = repositoryFiles()
  .filter(({ path }) => /^schema\/operations\/.*\.graphql$/.test(path))
  .map(({ text }) => text);

describe("relay-compiler", () => {
  const COMPILER = createRequire(import.meta.url).resolve("relay-compiler/cli.js");

  /** Compiles an application of Relay that asks for all of a schema. @throws what it refuses */
  async function compiled(schema: string, asked = operations): Promise<string> {
    await using folder = await tempFolder();
    const source = join(folder.path, "src");
    await mkdir(join(source, "__generated__"), { recursive: true });
    const documents = relayDocuments(buildSchema(schema), asked);
    const tagged = documents.map((text) => `graphql\`${text}\`;`).join("\n");
    await writeFile(join(folder.path, "schema.graphql"), schema);
    await writeFile(join(source, `${MODULE}.ts`), tagged);
    const config = {
      src: "./src",
      schema: "./schema.graphql",
      language: "typescript",
      artifactDirectory: "./src/__generated__",
      // The documents were not written for Relay, which would have some of their spreads named.
      featureFlags: { enforce_fragment_alias_where_ambiguous: { kind: "disabled" } },
    };
    await writeFile(join(folder.path, "relay.config.json"), JSON.stringify(config));
    const args = [COMPILER, "--noWatchman", "relay.config.json"];
    return (await promisify(execFile)(process.execPath, args, { cwd: folder.path })).stdout;
  }

  it("takes every list, node, command and document", async () => {
    expect(await compiled(schemaText)).toContain("Compilation completed");
  });

  it.each([
    ["a list without pageInfo", "pageInfo: PageInfo!", "place: PageInfo!", /pageInfo/],
    ["a place in a list that is no text", "cursor: String!", "cursor: [Int]", /cursor/],
    ["a query of nodes without their id", "node(", "thing(", /node/],
  ])("would refuse %s", async (_what, line, by, reason) => {
    const changed = schemaText.replace(line, by);
    expect(changed).not.toBe(schemaText);
    await expect(compiled(changed)).rejects.toThrow(reason);
  });
});

describe("graphql-eslint", () => {
  const relay = graphqlPlugin.configs["flat/schema-relay"].rules;
  const parserOptions = { graphQLConfig: { schema: "schema/schema.graphql" } };
  const config: Linter.Config = {
    files: ["**/*.graphql"],
    languageOptions: { parser: graphqlPlugin.parser, parserOptions },
    plugins: { "@graphql-eslint": graphqlPlugin },
    rules: {
      ...relay,
      // Short lists are plain (which ones is a rule of its own: schema-conventions.test.ts), and
      // the rows of a log are read with it and never looked up one by one.
      "@graphql-eslint/relay-edge-types": [
        "error",
        { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false },
      ],
    },
  };
  const refused = (text: string): string[] =>
    new Linter()
      .verify(text, [config], { filename: "schema/schema.graphql" })
      .map(({ line, message }) => `schema/schema.graphql:${line} ${message}`);

  it("finds lists, edges and their arguments as Relay specifies them", () => {
    expect(refused(schemaText)).toEqual([]);
  });

  it("would refuse a list that cannot be paged", () => {
    const odd = `type PageInfo { a: Int } type OddConnection { edges: [Int] pageInfo: PageInfo }
      type Query { odds: OddConnection }`;
    expect(refused(odd).length).toBeGreaterThan(0);
  });
});

describe("graphql-codegen", () => {
  /** What codegen makes of the schema, without writing it. @throws what it refuses */
  async function generated(changed: object = {}): Promise<string> {
    const config = (await loadContext(join(REPOSITORY, "codegen.yml"))).getConfig();
    const input = { ...config, ...changed, cwd: REPOSITORY, silent: true };
    const [file] = (await generate(input, false)) as { content: string }[];
    return file?.content ?? "";
  }

  it("makes of schema and operations what is checked in: otherwise run npm run codegen", async () => {
    const { source, trusted } = identifyDocuments(await generated());
    expect(source === textOf("client-sdk/generated/operations.ts")).toBe(true);
    expect(trusted === textOf("schema/trusted-documents.json")).toBe(true);
  });

  it("would refuse a document that asks for what is not there", async () => {
    const documents = ["query Odd { nothingOfTheKind }"];
    await expect(generated({ documents })).rejects.toThrow(/nothingOfTheKind/);
  });
});
