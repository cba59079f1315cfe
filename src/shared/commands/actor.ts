import { ALL_PERMISSIONS, type Permission } from "../permission.rules.js";

/**
 * The partners whose rows are visible: their ids, or null for all. Applied in every query's SQL.
 */
export type PartnerScope = readonly string[] | null;

/** Who acts: a credential that was verified, or a part of the hub itself. */
export interface Actor {
  readonly kind: "API_KEY" | "PERSON" | "SYSTEM";
  /** The credential's id, or the part's name; idempotency keys are apart by it. */
  readonly id: string;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  readonly scope: PartnerScope;
}

/** Where a command comes from. */
export interface Origin {
  readonly channel: "HTTP" | "WEBSOCKET" | "SYSTEM";
  readonly requestId: string;
  readonly address: string | null;
}

/** A part of the hub that acts by itself, such as the demo; it may do everything. */
export function systemActor(name: string): Actor {
  return {
    kind: "SYSTEM",
    id: `system:${name}`,
    name,
    permissions: new Set<Permission>(ALL_PERMISSIONS),
    scope: null,
  };
}
