import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { buildHubSchema, printHubSchema } from "./schema.js";

/** Writes schema/schema.graphql below the working directory: what `npm run schema` does. */
await writeFile(resolve("schema/schema.graphql"), printHubSchema(buildHubSchema()));
