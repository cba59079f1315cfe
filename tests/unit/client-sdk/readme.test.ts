import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { tempFolder } from "../../support/temp-folder.js";

const REPOSITORY = join(import.meta.dirname, "../../..");

it("shows code that compiles against the client as it is", async () => {
  const readme = await readFile(join(REPOSITORY, "client-sdk/README.md"), "utf8");
  const blocks = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ""]) => code);
  expect(blocks.length).toBeGreaterThanOrEqual(3);
  await using folder = await tempFolder();
  await mkdir(join(folder.path, "examples"));
  const files = await Promise.all(
    blocks.map(async (code, at) => {
      const path = join(folder.path, "examples", `example-${at}.ts`);
      await writeFile(path, code);
      return path;
    }),
  );
  expect(complaints(files)).toEqual([]);
});

function complaints(files: readonly string[]): string[] {
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2024.d.ts", "lib.dom.d.ts", "lib.dom.asynciterable.d.ts"],
    types: ["node"],
    typeRoots: [join(REPOSITORY, "node_modules/@types")],
    paths: { "@tutti/client": [join(REPOSITORY, "client-sdk/src/index.ts")] },
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
