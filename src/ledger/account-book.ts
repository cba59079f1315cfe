import type { Clock } from "../shared/clock.js";
import type { Sql } from "../shared/database/sql.js";
import { ensureAccounts, findAccounts } from "./account.queries.js";
import type { AccountSpec } from "./account.queries.js";

/** So many account ids are remembered by what they are for; past that, all are forgotten. */
const MAX_REMEMBERED = 200_000;

/** Finds accounts by what they are for, opening those that are not there yet; it remembers ids. */
export class AccountBook {
  private ids = new Map<string, string>();

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** The ids, in the order asked. */
  async ensure(specs: readonly AccountSpec[]): Promise<string[]> {
    const known = specs.flatMap((spec) => this.ids.get(keyOf(spec)) ?? []);
    if (known.length === specs.length) return known;
    const ids = await ensureAccounts(this.sql, specs, this.clock.now());
    this.remember(specs, ids);
    return ids;
  }

  /** The ids of those that are open, without opening any; undefined for one that is not there. */
  async find(specs: readonly AccountSpec[]): Promise<(string | undefined)[]> {
    const known = specs.map((spec) => this.ids.get(keyOf(spec)));
    if (!known.includes(undefined)) return known;
    const found = await findAccounts(this.sql, specs);
    this.remember(specs, found);
    return found.map((id) => id ?? undefined);
  }

  private remember(specs: readonly AccountSpec[], ids: readonly (string | null)[]): void {
    if (this.ids.size + specs.length > MAX_REMEMBERED) this.ids = new Map();
    specs.forEach((spec, index) => {
      const id = ids[index];
      if (id) this.ids.set(keyOf(spec), id);
    });
  }
}

function keyOf({ partnerId, purpose, currency, reference = "" }: AccountSpec): string {
  return `${partnerId} ${purpose} ${currency} ${reference}`;
}
