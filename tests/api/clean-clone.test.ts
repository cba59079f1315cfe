import { execFile, spawn, type ChildProcess } from "node:child_process";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../support/free-port.js";
import { lineFrom } from "../support/output.js";
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
    await imports();
    await watches();
    await runsTheCode();
    await stops();
  },
  INSTALL_LIMIT_MS,
);

async function imports(): Promise<void> {
  const posted = await shell(command("import"));
  expect(posted).toMatch(/already known\s+0\n/);
  const again = await shell(command("import"));
  expect(again).toMatch(/posted\s+0\n/);
  const verified = await shell(command("verify"));
  expect(verified).toContain("The ledger is as it should be.");
}

async function watches(): Promise<void> {
  const watching = start("bash", ["-c", command("watch")]);
  const [line] = await lineFrom(watching, /acme-bank\s+PARTNER_CURRENT\s+\S+ EUR/);
  expect(line).toContain("EUR");
  process.kill(-(watching.pid ?? 0), "SIGTERM");
}

async function runsTheCode(): Promise<void> {
  await writeFile(join(clone, "readme.ts"), readme.code);
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target"];
  await shell(`npx tsc ${options.join(" ")} es2024 --types node --ignoreConfig readme.ts`);
  const running = start("npm", ["exec", "--", "node", "readme.ts"]);
  const answered = lineFrom(running, /^acme-bank ACTIVE$/m);
  const snapshot = lineFrom(running, /^\d+ accounts$/m);
  expect(await answered).toBeDefined();
  expect(await snapshot).toBeDefined();
  process.kill(-(running.pid ?? 0), "SIGTERM");
}

async function stops(): Promise<void> {
  const ended = new Promise<number | null>((resolve) => hub.once("exit", resolve));
  process.kill(-(hub.pid ?? 0), "SIGTERM");
  expect(await ended).toBe(0);
}

test("the test command of the README is what CI runs", async () => {
  const text = await readFile(join(REPOSITORY, "README.md"), "utf8");
  const ci = await readFile(join(REPOSITORY, ".ci/run"), "utf8");
  const [, command = "no test command"] = shellBlocks(text).map((block) => block.trim());
  expect(ci).toContain(`\n${command}\n`);
});

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
