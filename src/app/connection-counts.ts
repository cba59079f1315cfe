/** How many connections each credential has; those over its limit are not let in. */
export class ConnectionCounts {
  readonly #counts = new Map<string, number>();

  constructor(private readonly limit: number) {}

  /** Counts one more, unless the credential has as many as it may. */
  enter(credentialId: string): boolean {
    const count = this.#counts.get(credentialId) ?? 0;
    if (count >= this.limit) return false;
    this.#counts.set(credentialId, count + 1);
    return true;
  }

  /** One of those that were let in has ended. */
  leave(credentialId: string): void {
    const count = this.#counts.get(credentialId) ?? 0;
    if (count > 1) this.#counts.set(credentialId, count - 1);
    else this.#counts.delete(credentialId);
  }

  /** Connections of all credentials. */
  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }
}
