import type { Sql } from "../shared/database/sql.js";
import type { Ids } from "../shared/ids.js";
import { breakFacts, fullPages, keepGroup } from "./break-group.queries.js";
import { rootCauses } from "./root-cause.rules.js";

/** Puts a partner's open breaks that have one cause under it. */
export async function groupBreaks(sql: Sql, ids: Ids, partnerId: string, at: Date): Promise<void> {
  const facts = await breakFacts(sql, partnerId);
  if (facts.length === 0) return;
  const pages = await fullPages(sql, partnerId);
  for (const group of rootCauses(facts, pages)) {
    await keepGroup(sql, { id: ids.next(), partnerId, at }, group);
  }
}
