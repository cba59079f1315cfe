import type { TuttiClient } from "@tutti/client";
import type { BalanceRow } from "./balance-row.js";

/** A partner as the wall names it. */
export interface KnownPartner {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** What accounts and partners are called. */
export interface Names {
  readonly partners: ReadonlyMap<string, KnownPartner>;
  /** What tells accounts of one purpose apart; empty where nothing needs to. */
  readonly references: ReadonlyMap<string, string>;
}

/** How many names are read before they are shown: each time costs a new order of the rows. */
const TOLD_AT_ONCE = 500;

/** Learns the names: the stream tells of ids alone. */
export class Directory {
  #partners = new Map<string, KnownPartner>();
  #references = new Map<string, string>();
  /** The same object until there are others. */
  names: Names = { partners: this.#partners, references: this.#references };
  #isLoaded = false;
  #learning: Promise<void> | undefined;

  constructor(
    private readonly client: TuttiClient,
    private readonly onNews: () => void,
  ) {}

  /**
   * Reads the names of these accounts: at first all there are, page by page, later what was opened
   * since. A name that cannot be read is left out until the next time; its id stands in for it.
   */
  learn(
    accounts: () => readonly BalanceRow[],
    partnerId: string | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    this.#learning ??= this.#learn(accounts, partnerId, signal)
      .catch(() => undefined)
      .finally(() => (this.#learning = undefined));
    return this.#learning;
  }

  async #learn(
    accounts: () => readonly BalanceRow[],
    partnerId: string | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    if (!this.#isLoaded) await this.#load(partnerId, signal);
    this.#isLoaded = true;
    // Asked anew after each: others may have been opened meanwhile.
    for (let id = this.#unknown(accounts()); id !== undefined; id = this.#unknown(accounts())) {
      await this.#meet(id, signal);
    }
  }

  #unknown(accounts: readonly BalanceRow[]): string | undefined {
    return accounts.find(({ id }) => !this.#references.has(id))?.id;
  }

  async #load(partnerId: string | undefined, signal: AbortSignal): Promise<void> {
    for await (const partner of this.client.partners.list({}, { signal })) this.#keep(partner);
    this.#tell();
    const filter = partnerId === undefined ? {} : { partnerId };
    let read = 0;
    for await (const { id, reference } of this.client.accounts.list(filter, { signal })) {
      this.#references.set(id, reference);
      if (++read % TOLD_AT_ONCE === 0) this.#tell();
    }
    this.#tell();
  }

  async #meet(id: string, signal: AbortSignal): Promise<void> {
    const account = await this.client.accounts.get(id, { signal });
    const partnerId = account?.partner?.id;
    if (partnerId !== undefined && !this.#partners.has(partnerId)) {
      const partner = await this.client.partners.get({ id: partnerId }, { signal });
      if (partner) this.#keep(partner);
    }
    this.#references.set(id, account?.reference ?? "");
    this.#tell();
  }

  #keep({ id, code, name, kind }: KnownPartner): void {
    this.#partners.set(id, { id, code, name, kind });
  }

  #tell(): void {
    this.names = { partners: this.#partners, references: this.#references };
    this.onNews();
  }
}
