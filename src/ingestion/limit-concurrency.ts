/** Lets so many run at a time; the others wait their turn, first come first served. */
export class Gate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly maxRunning: number) {}

  get waitingCount(): number {
    return this.waiting.length;
  }

  /** Runs `work` when there is room for it. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /** Resolves when there is room, which is then taken until leave() is called. */
  async enter(): Promise<void> {
    if (this.running >= this.maxRunning) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running += 1;
  }

  /** Whoever waits longest takes over the room at once, so that nobody slips in between. */
  leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
