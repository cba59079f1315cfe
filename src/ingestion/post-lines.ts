import { MAX_SUBMISSION_ITEMS, type PartnerTransaction, type Receipt } from "../ledger/index.js";
import { DomainError } from "../shared/errors.js";
import { LineGroup } from "./answer-lines.js";
import type { Line } from "./split-lines.js";

/** What a stream may have under way; with lines of 300 bytes about 2 MB. */
export const LINE_LIMITS = {
  /** Lines that are posted together. */
  groupLines: MAX_SUBMISSION_ITEMS,
  /** Groups that are being posted, or whose answers wait for the client to take them. */
  groupsInFlight: 4,
};

export type LineLimits = typeof LINE_LIMITS;

export interface LinePosting {
  partnerId: string;
  post(transactions: readonly PartnerTransaction[]): Promise<Receipt>;
  limits?: LineLimits;
}

/**
 * Posts lines of canonical transactions as they come and answers each with one line of JSON, in
 * order, many in one text. As many lines as are there go together; when the answers are not taken,
 * no more lines are read. A line that cannot be read or posted is answered with the reason.
 * @throws what `lines` throws, after the answers to all lines before it
 */
export async function* postLines(
  lines: AsyncIterable<Line[]>,
  posting: LinePosting,
): AsyncGenerator<string> {
  const stream = new LineStream(posting);
  const reading = stream.read(lines);
  // It is awaited below; until then a failure must not count as one that nobody handles.
  reading.catch(() => undefined);
  try {
    yield* stream.answers();
    await reading;
  } finally {
    stream.stop();
  }
}

class LineStream {
  private group = new LineGroup(1);
  /** The answers of groups on their way, in order. */
  private readonly underWay: Promise<string>[] = [];
  private posting = 0;
  private isOver = false;
  private isStopped = false;
  private change = Promise.withResolvers<void>();
  private readonly limits: LineLimits;

  constructor(private readonly options: LinePosting) {
    this.limits = options.limits ?? LINE_LIMITS;
  }

  /** Reads lines and sends them in groups for as long as there is room for their answers. */
  async read(batches: AsyncIterable<Line[]>): Promise<void> {
    try {
      for await (const batch of batches) {
        await this.take(batch);
        if (this.isStopped) return;
      }
    } finally {
      if (this.group.size > 0) this.send();
      this.isOver = true;
      this.signal();
    }
  }

  private async take(batch: readonly Line[]): Promise<void> {
    for (const line of batch) {
      this.group.add(line, this.options.partnerId);
      if (this.group.size === this.limits.groupLines) await this.sendWhenRoom();
    }
    this.sendIfIdle();
  }

  async *answers(): AsyncGenerator<string> {
    while (!this.isOver || this.underWay.length > 0) {
      const [next] = this.underWay;
      if (next === undefined) {
        await this.change.promise;
        continue;
      }
      yield await next;
      void this.underWay.shift();
      this.sendIfIdle();
      this.signal();
    }
  }

  stop(): void {
    this.isStopped = true;
    this.signal();
  }

  private async sendWhenRoom(): Promise<void> {
    while (!this.hasRoom && !this.isStopped) await this.change.promise;
    if (this.group.size > 0) this.send();
  }

  /** A group goes before it is full when nothing else is on its way: nobody waits for company. */
  private sendIfIdle(): void {
    if (this.group.size > 0 && this.posting === 0 && this.hasRoom) this.send();
  }

  private get hasRoom(): boolean {
    return this.underWay.length < this.limits.groupsInFlight;
  }

  private send(): void {
    const { group } = this;
    this.group = new LineGroup(group.nextLine);
    this.posting += 1;
    const answered = this.answer(group).finally(() => {
      this.posting -= 1;
      this.sendIfIdle();
      this.signal();
    });
    // Whoever takes the answers meets the failure there, in order.
    answered.catch(() => undefined);
    this.underWay.push(answered);
    this.signal();
  }

  private async answer(group: LineGroup): Promise<string> {
    if (group.transactions.length === 0) return group.answers([]);
    try {
      const { outcomes } = await this.options.post(group.transactions);
      return group.answers(outcomes.flat());
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return group.refuseAll(error);
    }
  }

  private signal(): void {
    this.change.resolve();
    this.change = Promise.withResolvers();
  }
}
