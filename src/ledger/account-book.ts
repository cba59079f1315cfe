import type { Clock } from "../shared/clock.js";
import type { Sql } from "../shared/database/sql.js";
import { ensureAccounts } from "./account.queries.js";
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
    const missing = new Map<string, AccountSpec>();
    for (const spec of specs) if (!this.ids.has(keyOf(spec))) missing.set(keyOf(spec), spec);
    if (missing.size > 0) await this.open([...missing.values()]);
    return specs.map((spec) => this.ids.get(keyOf(spec)) ?? "");
  }

  private async open(specs: AccountSpec[]): Promise<void> {
    const ids = await ensureAccounts(this.sql, specs, this.clock.now());
    if (this.ids.size + specs.length > MAX_REMEMBERED) this.ids = new Map();
    specs.forEach((spec, index) => this.ids.set(keyOf(spec), ids[index] ?? ""));
  }
}

function keyOf({ partnerId, purpose, currency, reference = "" }: AccountSpec): string {
  return `${partnerId} ${purpose} ${currency} ${reference}`;
}
