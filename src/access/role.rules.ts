import { ALL_PERMISSIONS, type Permission } from "../shared/permission.rules.js";

export const ROLES = ["ADMINISTRATOR", "OPERATOR", "VIEWER", "PARTNER", "INTEGRATION"] as const;
export type Role = (typeof ROLES)[number];

const READING: readonly Permission[] = [
  "partner:read",
  "contract:read",
  "exchange-rate:read",
  "ledger:read",
  "ingestion:read",
  "settlement:read",
  "live:subscribe",
];

/** A partner's own endpoints are the partner's business, and the operator's. */
const WEBHOOKS: readonly Permission[] = ["webhook:read", "webhook:manage"];

const ROLE_PERMISSIONS: Record<Role, ReadonlySet<Permission>> = {
  ADMINISTRATOR: new Set(ALL_PERMISSIONS),
  OPERATOR: new Set<Permission>([
    ...READING,
    ...WEBHOOKS,
    "partner:create",
    "partner:hold",
    "contract:create",
    "contract:change",
    "exchange-rate:publish",
    "ledger:post",
    "ledger:export",
    "ledger:verify",
    "transaction:record",
    "wallet:authorise",
    "ingestion:import",
    "settlement:close",
    "settlement:reopen",
    "settlement:reconcile",
    "settlement:approve",
    "settlement:pay",
    "settlement:withhold",
    "settlement:dispute",
    "settlement:adjust",
    "payout-account:read",
    "payout-account:create",
    "job:read",
    "job:run",
    "alert:read",
    "alert:resolve",
    "adapter:draft",
    "adapter:activate",
  ]),
  VIEWER: new Set([...READING, "job:read", "alert:read"]),
  PARTNER: new Set<Permission>([...READING, "ledger:export", ...WEBHOOKS, "transaction:record"]),
  INTEGRATION: new Set<Permission>([
    ...READING,
    "ledger:export",
    "transaction:record",
    "wallet:authorise",
    "ingestion:import",
  ]),
};

/** What the holder of a role may do. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return ROLE_PERMISSIONS[role];
}
