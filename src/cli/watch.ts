import type { BalancesItem, TuttiClient } from "@tutti/client";
import { Command } from "commander";
import { CliError } from "./cli-error.js";
import { hubFromEnvironment } from "./hub.js";
import { BalanceScreen } from "./watch-screen.js";

interface WatchOptions {
  partner?: string;
  account?: string[];
  currency?: string;
  json: boolean;
}

/** `tutti watch`: balances as they move, in the terminal, until Ctrl-C. */
export function watchCommand(): Command {
  return new Command("watch")
    .description("watch balances as they move")
    .option("--partner <code>", "only this partner's")
    .option("--account <id...>", "only these accounts")
    .option("--currency <code>", "only in this currency")
    .option("--json", "print each item of the stream as a line of JSON", false)
    .action((options: WatchOptions) => watch(hubFromEnvironment(process.env), options));
}

async function watch(hub: TuttiClient, options: WatchOptions): Promise<void> {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  const screen = new BalanceScreen(process.stdout, await names(hub));
  const show = options.json ? printJson : (item: BalancesItem) => screen.take(item);
  const drawing = process.stdout.isTTY && !options.json ? screen.drawUntil(stop.signal) : undefined;
  const stream = {
    signal: stop.signal,
    onReconnect: ({ attempt, cause }: { attempt: number; cause: Error }) =>
      screen.trouble(`${cause.message}; connecting again (attempt ${attempt})`),
  };
  try {
    for await (const item of hub.balances.watch(await watched(hub, options), stream)) show(item);
  } finally {
    stop.abort();
    await drawing;
  }
}

async function names(hub: TuttiClient): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for await (const { id, code } of hub.partners.list()) codes.set(id, code);
  return codes;
}

async function watched(hub: TuttiClient, { partner, account, currency }: WatchOptions) {
  if (account) return { accountIds: account, delivery: "STATE" as const };
  const filter = currency ? { currency } : null;
  if (!partner) return { filter, delivery: "STATE" as const };
  const found = await hub.partners.get({ code: partner });
  if (!found) throw new CliError(`There is no partner "${partner}" that this key may see.`);
  return { partnerId: found.id, filter, delivery: "STATE" as const };
}

function printJson(item: BalancesItem): void {
  console.log(JSON.stringify(item));
}
