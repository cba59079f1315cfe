import { setTimeout as wait } from "node:timers/promises";
import type { BalancesItem } from "@tutti/client";

type Account = Extract<BalancesItem, { __typename: "BalancesSnapshot" }>["balances"][number];

/** How often a terminal is drawn anew. */
const FRAME_MS = 100;
const CLEAR = "\u001B[H\u001B[J";

/** Shows balances: a table that is drawn anew on a terminal, a line for each change elsewhere. */
export class BalanceScreen {
  private accounts = new Map<string, Account>();
  private incoming: Account[] = [];
  private changes = 0;
  private message = "";
  private stale = true;

  constructor(
    private readonly out: NodeJS.WriteStream,
    /** Codes by partner id. */
    private readonly partners: ReadonlyMap<string, string>,
  ) {}

  take(item: BalancesItem): void {
    this.stale = true;
    this.message = "";
    if (item.__typename === "BalancesSnapshot") this.snapshot(item.balances, item.complete);
    if (item.__typename !== "BalancesChanged") return;
    for (const { account } of item.changes) {
      this.changes += 1;
      this.accounts.set(account.id, account);
      if (!this.out.isTTY) this.out.write(`${this.line(account)}\n`);
    }
  }

  private snapshot(part: readonly Account[], complete: boolean): void {
    this.incoming.push(...part);
    if (!complete) return;
    this.accounts = new Map(this.incoming.map((account) => [account.id, account]));
    this.incoming = [];
    if (this.out.isTTY) return;
    for (const account of this.accounts.values()) this.out.write(`${this.line(account)}\n`);
  }

  /** What goes wrong is shown until the stream goes on. */
  trouble(message: string): void {
    this.message = message;
    this.stale = true;
    if (!this.out.isTTY) process.stderr.write(`${message}\n`);
  }

  async drawUntil(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (this.stale) this.draw();
      this.stale = false;
      await wait(FRAME_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private draw(): void {
    const room = Math.max(1, (this.out.rows ?? 24) - 4);
    const all = [...this.accounts.values()];
    const lines = all.slice(0, room).map((account) => this.line(account));
    const hidden = all.length > room ? [`... and ${all.length - room} more accounts`] : [];
    const head = `${all.length} accounts, ${this.changes} changes   (Ctrl-C ends)`;
    this.out.write([CLEAR + head, "", ...lines, ...hidden, this.message].join("\n"));
  }

  private line({ id, partnerId, purpose, currency, balance }: Account): string {
    const owner = partnerId === null ? "platform" : (this.partners.get(partnerId) ?? partnerId);
    const amount = `${balance.posted.amount} ${currency}`;
    return [
      id.padEnd(12),
      owner.padEnd(20),
      purpose.padEnd(18),
      amount.padStart(24),
      `v${balance.version}`.padStart(10),
    ].join(" ");
  }
}
