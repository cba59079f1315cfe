import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { main } from "../../../src/cli/main.js";
import { tempFolder } from "../../support/temp-folder.js";
import { KEYS, sampleStatement } from "./sample-statement.js";

/** What the command line says and how it ends, on files of their own. */
async function verified(statement: string, keys: string) {
  await using folder = await tempFolder();
  const [file, keyFile] = [join(folder.path, "statement.json"), join(folder.path, "keys.json")];
  await Promise.all([writeFile(file, statement), writeFile(keyFile, keys)]);
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const spies = [
    vi.spyOn(console, "log").mockImplementation(say),
    vi.spyOn(console, "error").mockImplementation(say),
  ];
  const code = await main(["node", "tutti", "statement", "verify", file, "--keys", keyFile]);
  for (const spy of spies) spy.mockRestore();
  return { code, said: said.join("\n") };
}

const STATEMENT = JSON.stringify(sampleStatement());

it("verifies a statement without a hub, by a file of keys", async () => {
  const { code, said } = await verified(STATEMENT, JSON.stringify(KEYS));
  expect(said).toContain("The statement is genuine.");
  expect(said).toContain("63734 minor units of KRW");
  expect(code).toBe(0);
});

it("says that a changed statement is not genuine, and why", async () => {
  const { code, said } = await verified(STATEMENT.replace("63734", "63735"), JSON.stringify(KEYS));
  expect(said).toContain("NOT genuine (BAD_SIGNATURE)");
  expect(code).toBe(1);
});

it("says what is wrong with a file of keys", async () => {
  expect((await verified(STATEMENT, "{}")).said).toContain("no key set");
});
