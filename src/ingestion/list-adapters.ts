import type { Sql } from "../shared/database/sql.js";
import { adapterVersions, type AdapterVersion } from "./adapter.queries.js";
import type { ListedAdapter } from "./adapter.type.js";
import { adapterNames, SHIPPED_DEFINITIONS } from "./adapters/index.js";

/** All adapters by name: those of the hub, then those that were drafted. */
export async function listAdapters(sql: Sql): Promise<ListedAdapter[]> {
  const drafted = Map.groupBy(await adapterVersions(sql, null), ({ adapter }) => adapter);
  return [...adapterNames().map(ownAdapter), ...[...drafted].map(draftedAdapter)];
}

function ownAdapter(name: string): ListedAdapter {
  const definition = SHIPPED_DEFINITIONS.get(name);
  return {
    name,
    kind: definition === undefined ? "BUILT_IN" : "SHIPPED",
    shippedDefinition: definition === undefined ? null : JSON.stringify(definition),
    versions: [],
  };
}

function draftedAdapter([name, versions]: [string, AdapterVersion[]]): ListedAdapter {
  return { name, kind: "DRAFTED", shippedDefinition: null, versions };
}
