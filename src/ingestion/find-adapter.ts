import type { Sql } from "../shared/database/sql.js";
import { InvalidInput } from "../shared/input.errors.js";
import { activationsOf, adapterVersion } from "./adapter.queries.js";
import {
  adapterFor,
  adapterNames,
  declarativeAdapter,
  readDefinition,
  UnknownAdapter,
  type Adapter,
} from "./adapters/index.js";

/**
 * An adapter that comes with the hub, or a drafted one in a version, by default its newest.
 * @throws UnknownAdapter
 */
export async function findAdapter(
  sql: Sql,
  name: string,
  version: number | null = null,
): Promise<Adapter> {
  if (version === null && adapterNames().includes(name)) return adapterFor(name);
  const drafted = await adapterVersion(sql, name, version);
  if (drafted === null) throw new UnknownAdapter(name, adapterNames());
  const definition = readDefinition(drafted.definition);
  return declarativeAdapter(name, String(drafted.version), definition);
}

/** The adapter that reads what a source sends. @throws InvalidInput when none was activated */
export async function activeAdapter(sql: Sql, partnerId: string): Promise<Adapter> {
  const [active] = await activationsOf(sql, partnerId);
  if (active !== undefined) return findAdapter(sql, active.adapter, active.version);
  const message = "The source has no active adapter: activate one, or name it with the document";
  throw new InvalidInput(message, ["adapter"]);
}
