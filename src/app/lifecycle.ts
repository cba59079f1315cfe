import { helpText } from "../shared/config/help.js";
import { readConfig, type Config } from "../shared/config/read-config.js";
import { StartupError } from "../shared/config/startup-error.js";
import { createLog, type Log } from "../shared/log.js";
import { within } from "./lifecycle-limit.js";
import { listenForSignals, type StopSignals } from "./lifecycle-signals.js";
import { startHub, type Hub } from "./lifecycle-start.js";

/** How long the second signal waits for Postgres to end. */
const ABANDON_LIMIT_MS = 5_000;

/**
 * Runs a hub from its settings to its end: serves until a signal or a failure, then drains.
 * @param argv arguments after the program's name
 * @returns the exit code
 */
export async function runHub(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (argv.includes("--help")) return say(process.stdout, helpText(), 0);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const signals = listenForSignals();
  try {
    const config = readConfig(env, argv);
    const log = createLog({ level: config.logLevel, stream: process.stderr });
    return await serve(config, log, signals);
  } catch (error) {
    if (signals.first.aborted && error === signals.first.reason) return 0;
    if (!(error instanceof StartupError)) throw error;
    return say(process.stderr, error.message, error.exitCode);
  } finally {
    signals.dispose();
  }
}

async function serve(config: Config, log: Log, signals: StopSignals): Promise<number> {
  const hub = await startHub(config, log, signals.first);
  const crashed = uncaught(log);
  say(process.stdout, readyText(hub), 0);
  log.info({ url: hub.url }, "ready");
  const reason = await Promise.race([aborted(signals.first), hub.failed, crashed]);
  const asked = signals.first.aborted;
  log[asked ? "info" : "error"]({ reason }, "draining");
  const drained = hub.drain().then(() => true);
  const inOrder = await Promise.race([drained, aborted(signals.second).then(() => false)]);
  if (!inOrder) await abandon(hub, log);
  else log.info({}, "stopped");
  return asked && inOrder ? 0 : 1;
}

async function abandon(hub: Hub, log: Log): Promise<void> {
  log.warn({}, "stopping at once; requests under way are cut");
  await within(ABANDON_LIMIT_MS, "stopping Postgres", log, hub.abandon());
}

function aborted(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(String(signal.reason));
    signal.addEventListener("abort", () => resolve(String(signal.reason)), { once: true });
  });
}

/** A fault that nobody caught ends the hub in order: its state can no longer be trusted. */
function uncaught(log: Log): Promise<string> {
  return new Promise((resolve) => {
    process.on("uncaughtException", (err) => {
      log.error({ err }, "uncaught fault");
      resolve("an uncaught fault");
    });
  });
}

function readyText({ notices }: Hub): string {
  const width = Math.max(...notices.map(([label]) => label.length));
  const lines = notices.map(([label, text]) => `  ${label.padEnd(width)}  ${text}`);
  return ["", "Tutti is ready.", ...lines, `  ${"Stop".padEnd(width)}  Ctrl-C`, ""].join("\n");
}

function say(stream: NodeJS.WriteStream, text: string, exitCode: number): number {
  stream.write(`${text}\n`);
  return exitCode;
}
