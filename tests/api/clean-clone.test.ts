import { execFile, spawn, type ChildProcess } from "node:child_process";
import { copyFile, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../support/free-port.js";
import { lineFrom } from "../support/output.js";
import { soakRuns } from "../support/soak.js";
import { tempFolder, type TempFolder } from "../support/temp-folder.js";

const REPOSITORY = join(import.meta.dirname, "../..");
const FIXTURE = join(import.meta.dirname, "../fixtures/camt-054/v08.xml");
const INSTALL_LIMIT_MS = 8 * 60_000;
const run = promisify(execFile);

/** The README as its reader takes it: the commands and the code, in their order. */
interface Readme {
  start: string;
  use: string[];
  code: string;
}

let folder: TempFolder;
let clone: string;
let readme: Readme;
let env: NodeJS.ProcessEnv;
let hub: ChildProcess;

beforeAll(async () => {
  folder = await tempFolder();
  clone = join(folder.path, "clone");
  await run("git", ["clone", "--quiet", REPOSITORY, clone]);
  readme = readmeOf(await readFile(join(clone, "README.md"), "utf8"));
  if (soakRuns(0, 1) === 0) await withPackagesOf(REPOSITORY);
  await mkdir(join(folder.path, "documents"));
  await copyFile(FIXTURE, join(folder.path, "documents", "notification.xml"));
  const port = await freePort();
  env = {
    ...machineEnvironment(),
    TUTTI_PORT: String(port),
    TUTTI_URL: `http://localhost:${port}`,
  };
}, INSTALL_LIMIT_MS);

afterAll(async () => {
  if (hub?.exitCode === null) process.kill(-(hub.pid ?? 0), "SIGKILL");
  await folder?.[Symbol.asyncDispose]();
});

test(
  "a clean clone starts with the first command, imports, verifies, answers and streams",
  async () => {
    hub = start("bash", ["-c", readme.start]);
    const key = await lineFrom(hub, /API key\s+(\S+)/);
    env["TUTTI_API_KEY"] = key[1];
    expect(await shell(command("import"))).toMatch(/already known\s+0\n/);
    expect(await shell(command("import"))).toMatch(/posted\s+0\n/);
    expect(await shell(command("verify"))).toContain("The ledger is as it should be.");
    expect(await firstLine("bash", ["-c", command("watch")], WATCHED)).toContain("KRW");
    await typeChecks();
    const code = ["npm", ["exec", "--", "node", "readme.ts"]] as const;
    expect(await firstLine(...code, /^acme-bank ACTIVE\n\d+ accounts$/m)).toContain("accounts");
    expect(await stops()).toBe(0);
  },
  INSTALL_LIMIT_MS,
);

const WATCHED = /acme-bank\s+PARTNER_CURRENT\s+\S+ KRW/;

/** What a program prints first that matches; it is ended then. */
async function firstLine(program: string, args: readonly string[], pattern: RegExp) {
  const running = start(program, [...args]);
  const [line] = await lineFrom(running, pattern);
  process.kill(-(running.pid ?? 0), "SIGTERM");
  return line;
}

async function typeChecks(): Promise<void> {
  await writeFile(join(clone, "readme.ts"), readme.code);
  const options = "--noEmit --strict --skipLibCheck --ignoreConfig --types node";
  await shell(`npx tsc ${options} --module nodenext --target es2024 readme.ts`);
}

async function stops(): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => hub.once("exit", resolve));
  process.kill(-(hub.pid ?? 0), "SIGTERM");
  return ended;
}

test("the test command of the README is what CI runs", async () => {
  const text = await readFile(join(REPOSITORY, "README.md"), "utf8");
  const ci = await readFile(join(REPOSITORY, ".ci/run"), "utf8");
  const [, command = "no test command"] = shellBlocks(text).map((block) => block.trim());
  expect(ci).toContain(`\n${command}\n`);
});

/**
 * What `npm ci` brings: CI runs it in its own fresh clone just before, so that a second time is
 * left to the soak.
 */
async function withPackagesOf(repository: string): Promise<void> {
  await symlink(join(repository, "node_modules"), join(clone, "node_modules"));
  expect(readme.start).toMatch(/^npm ci && /);
  readme.start = readme.start.replace("npm ci", "npm run prepare");
}

function readmeOf(text: string): Readme {
  const [start = "", , use = ""] = shellBlocks(text);
  const [, code = ""] = /```ts\n(.*?)```/s.exec(text) ?? [];
  const filled = (part: string) =>
    part.replaceAll("<code>", "acme-bank").replaceAll("<folder>", join(folder.path, "documents"));
  return { start: start.trim(), use: filled(use).split("\n"), code: filled(code) };
}

function shellBlocks(text: string): string[] {
  return [...text.matchAll(/```sh\n(.*?)```/gs)].map(([, block = ""]) => block);
}

function command(name: string): string {
  const found = readme.use.find((line) => line.startsWith(`npx tutti ${name}`));
  if (!found) throw new Error(`The README has no line "npx tutti ${name}"`);
  return found;
}

/** The machine's own programs: what the project brings must be found without our help. */
function machineEnvironment(): NodeJS.ProcessEnv {
  const own = (path: string) => !path.includes("node_modules") && !path.includes("node-gyp-bin");
  const PATH = (process.env["PATH"] ?? "").split(":").filter(own).join(":");
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|TUTTI_|VITEST|NODE_ENV|INIT_CWD|DATABASE_URL|REDIS_URL)/.test(name),
  );
  return { ...Object.fromEntries(inherited), PATH };
}

function start(program: string, args: string[]): ChildProcess {
  return spawn(program, args, { cwd: clone, env, detached: true, stdio: "pipe" });
}

async function shell(line: string): Promise<string> {
  const { stdout } = await run("bash", ["-c", line], { cwd: clone, env });
  return stdout;
}
