import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { identifyDocuments } from "./identify-documents.js";

/**
 * Gives each generated document of the SDK its id, and writes schema/trusted-documents.json, by
 * which the hub knows them: the last step of `npm run codegen`.
 */
const GENERATED = resolve("client-sdk/generated/operations.ts");

const { source, trusted } = identifyDocuments(await readFile(GENERATED, "utf8"));
await writeFile(GENERATED, source);
await writeFile(resolve("schema/trusted-documents.json"), trusted);
