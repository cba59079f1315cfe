import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { verifyAuditExport, type AuditReport, type TuttiClient } from "@tutti/client";
import type { StatementPublicKey } from "@tutti/client";
import { CliError } from "./cli-error.js";
import { table } from "./table.js";

export interface VerifyAuditOptions {
  /** An exported trail; the hub's own when left out. */
  file?: string;
  /** The public keys, for an exported trail. */
  keys?: string;
  json: boolean;
}

interface Found {
  verified: string;
  brokenAt: string | null;
  problem: string | null;
  head?: AuditReport["head"];
}

/**
 * `tutti verify --audit`: the trail, where it is or as it was exported. Answers 0 when all of it is
 * as it was written, 1 when it is not.
 */
export async function verifyAudit(
  hub: () => TuttiClient,
  { file, keys, json }: VerifyAuditOptions,
): Promise<number> {
  const found = file === undefined ? await onHub(hub()) : await inFile(file, keys);
  console.log(json ? JSON.stringify({ kind: "audit", ...found }) : text(found));
  return found.brokenAt === null && found.problem === null ? 0 : 1;
}

async function onHub(hub: TuttiClient): Promise<Found> {
  return { problem: null, ...(await hub.audit.verify()) };
}

async function inFile(file: string, keys: string | undefined): Promise<Found> {
  if (keys === undefined) {
    throw new CliError("Give the public keys with --keys; `tutti statement keys` writes them");
  }
  const known = await keysIn(keys);
  const input = createReadStream(file);
  const unreadable = new Promise<never>((_, reject) => {
    input.once("error", () => reject(new CliError(`${file} cannot be read`)));
  });
  const lines = createInterface({ input, crlfDelay: Infinity });
  const { verified, brokenAt, problem } = await Promise.race([
    verifyAuditExport(lines, known),
    unreadable,
  ]);
  return { verified, brokenAt, problem };
}

async function keysIn(path: string): Promise<StatementPublicKey[]> {
  try {
    const { keys } = JSON.parse(await readFile(path, "utf8")) as { keys: StatementPublicKey[] };
    if (Array.isArray(keys)) return keys;
  } catch {
    // told below
  }
  throw new CliError(`${path} is no key set: get one with "tutti statement keys"`);
}

function text({ verified, brokenAt, problem, head }: Found): string {
  const rows: [string, string][] = [["verified up to row", verified]];
  if (head) rows.push(["its hash", head.hash]);
  const wrong = brokenAt === null ? problem : (problem ?? "changed, removed or swapped");
  if (wrong === null) return [table(rows), "", "The audit trail is as it was written."].join("\n");
  const where = brokenAt === null ? "" : `, at row ${brokenAt}`;
  return [table(rows), "", `The audit trail is NOT as it was written${where}: ${wrong}`].join("\n");
}
