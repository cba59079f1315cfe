import { createHash } from "node:crypto";
import type pg from "pg";

/** From which use on a text is prepared: many filters and page sizes come once. */
const PREPARED_FROM_USE = 5;
/** How many texts have names; each costs every connection some memory in Postgres. */
const MOST_NAMES = 300;
/** How many texts are counted that have none. */
const MOST_COUNTED = 2_000;

const RESULT_CHANGED = "0A000"; // feature_not_supported: "cached plan must not change result type"

/** Anything of pg that takes statements. */
type Runner = Pick<pg.ClientBase, "query">;

/**
 * Has Postgres keep the plans of statements that come again, a connection's own: of a short
 * statement over many partitions, parsing and planning are most of the work.
 */
export class PreparedTexts {
  readonly #names = new Map<string, string>();
  readonly #uses = new Map<string, number>();

  /** Runs a statement, by the name that it has or gets. */
  async run<Row extends pg.QueryResultRow>(
    on: Runner | pg.Pool,
    text: string,
    values: unknown[],
  ): Promise<{ rows: Row[] }> {
    const name = this.#nameOf(text);
    if (name === undefined) return on.query<Row>(text, values);
    try {
      return await on.query<Row>({ name, text, values });
    } catch (error) {
      // A migration changed a column meanwhile; this text goes on without its old plan.
      if ((error as { code?: unknown }).code === RESULT_CHANGED) this.#names.set(text, "");
      throw error;
    }
  }

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known || undefined;
    if (this.#names.size >= MOST_NAMES) return undefined;
    const uses = (this.#uses.get(text) ?? 0) + 1;
    if (uses < PREPARED_FROM_USE) {
      if (this.#uses.size >= MOST_COUNTED) this.#uses.clear();
      this.#uses.set(text, uses);
      return undefined;
    }
    this.#uses.delete(text);
    const name = `tutti_${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
    this.#names.set(text, name);
    return name;
  }
}

/** The texts of this process: all its connections prepare the same. */
export const preparedTexts = new PreparedTexts();
