import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { WorldNames } from "./reference-world.js";

/** What a hub that is made to be killed is to do. */
export interface CrashHubOrder {
  /** Where its lanes connect. */
  url: string;
  names: WorldNames;
  /** The first of its submissions, and how many there are. */
  first: number;
  count: number;
  /** Submissions that wait for their answers at the same time. */
  atOnce: number;
}

/** A submission that was answered: a transaction id or a code for each of its items. */
export interface CrashHubMessage {
  n: number;
  answers: string[];
}

const HUB = join(import.meta.dirname, "crash-hub.ts");
const NODE_OPTIONS = [
  "--experimental-transform-types",
  "--disable-warning=ExperimentalWarning",
  "--import",
  join(import.meta.dirname, "crash-resolve.ts"),
];

/** A hub's ledger in a process of its own. */
export class CrashHub {
  /** What it has acknowledged so far, by number of the submission. */
  readonly acknowledged = new Map<number, string[]>();
  /** Resolves when the process is gone, by whatever end. */
  readonly gone: Promise<void>;
  private readonly child: ChildProcess;
  private onAnswer: (count: number) => void = () => undefined;

  constructor(order: CrashHubOrder) {
    this.child = fork(HUB, [JSON.stringify(order)], { execArgv: NODE_OPTIONS, stdio: "inherit" });
    this.child.on("message", ({ n, answers }: CrashHubMessage) => {
      this.acknowledged.set(n, answers);
      this.onAnswer(this.acknowledged.size);
    });
    this.gone = once(this.child, "close").then(() => undefined);
  }

  /** Resolves when so many submissions are acknowledged, or the process is gone. */
  async hasAnswered(count: number): Promise<void> {
    const enough = new Promise<void>((resolve) => {
      this.onAnswer = (answered) => void (answered >= count && resolve());
    });
    if (this.acknowledged.size < count) await Promise.race([enough, this.gone]);
  }

  /** SIGKILL: it cannot notice, and finishes nothing. What it said before is still heard. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.gone;
  }
}
