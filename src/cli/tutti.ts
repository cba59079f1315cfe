#!/usr/bin/env node
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The Node that the project brings along, for machines whose own is older. */
const OWN_NODE = new URL("../../../node_modules/node/bin/node", import.meta.url);
const OLDEST_MAJOR = 22;

if (Number(process.versions.node.split(".")[0]) < OLDEST_MAJOR) {
  const script = fileURLToPath(import.meta.url);
  const args = [script, ...process.argv.slice(2)];
  const { status } = spawnSync(fileURLToPath(OWN_NODE), args, { stdio: "inherit" });
  process.exitCode = status ?? 1;
} else {
  const { main } = await import("./main.js");
  process.exitCode = await main(process.argv);
}
