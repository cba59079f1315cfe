import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildHubSchema, printHubSchema } from "./schema.js";

/**
 * Writes schema/schema.graphql below the working directory: what `npm run schema` does. With
 * `--release` it is also what clients may rely on from now on (schema/released.graphql), and the
 * breaks that were accepted since the release before are history.
 */
const { values } = parseArgs({ options: { release: { type: "boolean", default: false } } });
const printed = printHubSchema(buildHubSchema());
await writeFile(resolve("schema/schema.graphql"), printed);
if (values.release) {
  await writeFile(resolve("schema/released.graphql"), printed);
  await writeFile(resolve("schema/accepted-breaks.json"), "[]\n");
}
