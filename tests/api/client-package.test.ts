import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { build } from "esbuild";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tempFolder } from "../support/temp-folder.js";

const CLIENT = join(import.meta.dirname, "../../client-sdk");
const run = promisify(execFile);

let folder: Awaited<ReturnType<typeof tempFolder>>;
let tarball: string;

beforeAll(async () => {
  folder = await tempFolder();
  await run("npm", ["run", "--silent", "build"], { cwd: CLIENT });
  const { stdout } = await run(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", folder.path],
    { cwd: CLIENT },
  );
  const packed = Object.values(JSON.parse(stdout) as object) as { filename: string }[];
  tarball = join(folder.path, packed[0]?.filename ?? "");
});

afterAll(() => folder[Symbol.asyncDispose]());

describe("@tutti/client as it is published", () => {
  test("has nothing that publint would advise against", async () => {
    const { messages } = await publint({ pkgDir: CLIENT, strict: true });
    expect(messages.filter(({ type }) => type !== "suggestion")).toEqual([]);
  });

  test("has types that are right for every way to import it", async () => {
    const archive = createPackageFromTarballData(new Uint8Array(await readFile(tarball)));
    const checked = await checkPackage(archive);
    expect(checked.types && "problems" in checked ? checked.problems : checked).toEqual([]);
  });

  test.each([
    ["import", ["--input-type=module", "--eval"], 'import * as sdk from "@tutti/client";'],
    ["require", ["--input-type=commonjs", "--eval"], 'const sdk = require("@tutti/client");'],
  ])("works by %s", async (_how, flags, line) => {
    const client = 'sdk.createTuttiClient({ url: "http://127.0.0.1:9", apiKey: "k" })';
    const code = `${line} console.log(typeof ${client}.partners.list, sdk.NetworkError.name)`;
    const { stdout } = await run(process.execPath, [...flags, code], { cwd: CLIENT });
    expect(stdout.trim()).toBe("function NetworkError");
  });

  test("bundles for browsers and edges without anything of Node's", async () => {
    const { bytes, modules } = await bundled('export * from "@tutti/client"');
    expect(modules.filter((path) => path.includes("node_modules/graphql/"))).toEqual([]);
    expect(bytes).toBeLessThan(200_000);
  });

  test("leaves out what is not used", async () => {
    const { text } = await bundled('export { paginate } from "@tutti/client"');
    expect(text).not.toContain("graphql-transport-ws");
    expect(text.length).toBeLessThan(2_000);
  });
});

async function bundled(entry: string) {
  const path = join(folder.path, "entry.mjs");
  await writeFile(path, entry);
  const { outputFiles, metafile } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    nodePaths: [join(CLIENT, "../node_modules")],
  });
  const [file] = outputFiles;
  const text = file?.text ?? "";
  return { text, bytes: file?.contents.length ?? 0, modules: Object.keys(metafile.inputs) };
}
