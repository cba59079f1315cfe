import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { documentId } from "./trusted-documents.js";

/**
 * Gives each generated document of the SDK its id, and writes schema/trusted-documents.json, by
 * which the hub knows them: the last step of `npm run codegen`.
 */
const GENERATED = resolve("client-sdk/generated/operations.ts");
const DOCUMENT = /(export const \w+Document = new TypedDocumentString\(`)([^`]*)(`)\)/g;

const texts: string[] = [];
const source = await readFile(GENERATED, "utf8");
const identified = source.replaceAll(DOCUMENT, (_all, head: string, text: string, tail: string) => {
  texts.push(text);
  return `${head}${text}${tail}, {"hash":"${documentId(text)}"})`;
});
await writeFile(GENERATED, identified);
const byId = texts
  .map((text) => [documentId(text), text] as const)
  .toSorted(([a], [b]) => {
    return a < b ? -1 : 1;
  });
const trusted = JSON.stringify(Object.fromEntries(byId), null, 2);
await writeFile(resolve("schema/trusted-documents.json"), `${trusted}\n`);
