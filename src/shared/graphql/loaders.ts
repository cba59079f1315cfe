import DataLoader from "dataloader";
import type { LoaderDefinition, RequestContext, RequestLoaders } from "./request-context.js";

/** The most keys that one statement reads. */
const MAX_BATCH = 1_000;

/** The loaders of one request, or of one event of a subscription: nothing read outlives it. */
export class Loaders implements RequestLoaders {
  readonly #loaders = new Map<object, DataLoader<unknown, unknown>>();

  load<Key, Value>(
    ctx: RequestContext,
    definition: LoaderDefinition<Key, Value>,
    key: Key,
  ): Promise<Value> {
    let loader = this.#loaders.get(definition) as DataLoader<Key, Value> | undefined;
    if (!loader) {
      loader = new DataLoader((keys) => definition.read(ctx, keys), { maxBatchSize: MAX_BATCH });
      this.#loaders.set(definition, loader);
    }
    return loader.load(key);
  }
}

/** Rows in the order of the ids they were asked for by, null where there is none. */
export function inOrderOf<Row extends { id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** Rows gathered by a key, in the order of the keys they were asked for by. */
export function gatheredBy<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[][] {
  const groups = Map.groupBy(rows, keyOf);
  return keys.map((key) => groups.get(key) ?? []);
}
