import type { PartnerScope } from "../commands/actor.js";

/**
 * The filter of entities that belong to a partner. It is always on, and an EntityManager whose
 * scope was not set refuses to read: a forgotten scope shows nothing instead of everything.
 */
export function partnerScopeFilter(property: "id" | "partnerId") {
  return {
    partnerScope: {
      name: "partnerScope",
      default: true,
      cond: ({ partnerIds }: { partnerIds?: PartnerScope }) =>
        partnerIds ? { [property]: { $in: [...partnerIds] } } : {},
    },
  };
}
