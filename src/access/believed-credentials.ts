import type { Clock } from "../shared/clock.js";
import type { Actor } from "../shared/commands/actor.js";
import type { AddressRanges } from "./ip-ranges.js";

/**
 * How long a verified credential is believed without asking: what a revocation elsewhere takes at
 * most.
 */
export const CREDENTIAL_TTL_MS = 5_000;
const MAX_CACHED = 10_000;

/** A credential that is in force. */
export interface Found {
  readonly actor: Actor;
  /** From when on it is none, whatever is believed; null when that is not known. */
  readonly endsAt: Date | null;
  /** Where it may be used from. */
  readonly ranges: AddressRanges;
}

/** Looks a credential up. */
export type LookUp = (now: Date) => Promise<Found | null>;

interface Believed {
  readonly found: Found;
  readonly until: number;
}

/** Whether a credential that was found is good still. */
export function isGood({ endsAt }: Found, now: Date): boolean {
  return endsAt === null || now < endsAt;
}

/** What was verified a moment ago. What was not found is asked for again. */
export class BelievedCredentials {
  readonly #believed = new Map<string, Promise<Believed | null>>();

  constructor(private readonly clock: Clock) {}

  forget(): void {
    this.#believed.clear();
  }

  /** What is known under a credential's id: not its text, which nothing keeps. */
  async find(id: string, lookUp: LookUp): Promise<Found | null> {
    const now = this.clock.now();
    let believed = await this.#believed.get(id);
    if (!believed || believed.until <= now.getTime()) believed = await this.#remember(id, lookUp);
    if (!believed) this.#believed.delete(id);
    return believed?.found ?? null;
  }

  #remember(id: string, lookUp: LookUp): Promise<Believed | null> {
    if (this.#believed.size >= MAX_CACHED) this.#believed.clear();
    const pending = this.#lookUp(lookUp).catch((error: unknown) => {
      this.#believed.delete(id);
      throw error;
    });
    this.#believed.set(id, pending);
    return pending;
  }

  async #lookUp(lookUp: LookUp): Promise<Believed | null> {
    const now = this.clock.now();
    const found = await lookUp(now);
    return found && { found, until: now.getTime() + CREDENTIAL_TTL_MS };
  }
}
