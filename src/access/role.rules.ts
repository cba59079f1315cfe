import { InvalidInput } from "../shared/input.errors.js";
import {
  ALL_PERMISSIONS,
  DANGEROUS_PERMISSIONS,
  type Permission,
} from "../shared/permission.rules.js";

export const ROLES = [
  "ADMINISTRATOR",
  "SETTLEMENT_MANAGER",
  "OPERATOR",
  "RISK_ANALYST",
  "AUDITOR",
  "VIEWER",
  "PARTNER",
  "INTEGRATION",
] as const;
export type Role = (typeof ROLES)[number];

const READING: readonly Permission[] = [
  "partner:read",
  "contract:read",
  "exchange-rate:read",
  "ledger:read",
  "ingestion:read",
  "quality:read",
  "settlement:read",
  "live:subscribe",
];

/** A partner's own endpoints are the partner's business, and the operator's. */
const WEBHOOKS: readonly Permission[] = ["webhook:read", "webhook:manage"];

const OPERATIONS: readonly Permission[] = ["job:read", "job:run", "alert:read", "alert:resolve"];

const RECONCILING: readonly Permission[] = [
  "reconciliation:read",
  "reconciliation:configure",
  "reconciliation:run",
  "reconciliation:resolve",
  "reconciliation:approve",
];

/** From the contract to the payout. */
const SETTLING: readonly Permission[] = [
  "contract:create",
  "contract:change",
  "exchange-rate:publish",
  "ledger:export",
  "ledger:verify",
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
];

const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  ADMINISTRATOR: ALL_PERMISSIONS,
  SETTLEMENT_MANAGER: [
    ...READING,
    ...OPERATIONS,
    ...SETTLING,
    ...RECONCILING,
    "exchange-rate:correct",
  ],
  OPERATOR: [
    ...READING,
    ...WEBHOOKS,
    ...OPERATIONS,
    ...SETTLING,
    ...RECONCILING,
    "partner:create",
    "partner:hold",
    "ledger:post",
    "transaction:record",
    "wallet:authorise",
    "ingestion:import",
    "adapter:draft",
    "adapter:activate",
    "quality:set-rules",
    "quarantine:correct",
    "quarantine:approve",
    "schema:introspect",
  ],
  RISK_ANALYST: [
    ...READING,
    "reconciliation:read",
    "partner:hold",
    "settlement:withhold",
    "settlement:dispute",
    "job:read",
    "alert:read",
    "alert:resolve",
    "ledger:export",
  ],
  AUDITOR: [
    ...READING,
    "reconciliation:read",
    "webhook:read",
    "payout-account:read",
    "job:read",
    "alert:read",
    "key:read",
    "person:read",
    "grant:read",
    "audit:read",
    "ledger:export",
    "ledger:verify",
  ],
  VIEWER: [...READING, "reconciliation:read", "job:read", "alert:read"],
  PARTNER: [...READING, "ledger:export", ...WEBHOOKS, "transaction:record"],
  INTEGRATION: [
    ...READING,
    "ledger:export",
    "transaction:record",
    "wallet:authorise",
    "ingestion:import",
    "schema:introspect",
  ],
};

const INTERNED = new Map<string, ReadonlySet<Permission>>();
const MAX_INTERNED = 1_000;

/**
 * The set of some permissions; the same object for the same ones, so that what is worked out for a
 * set is worked out once.
 */
export function permissionSet(names: Iterable<string>): ReadonlySet<Permission> {
  const given = new Set(names);
  const known = ALL_PERMISSIONS.filter((each) => given.has(each));
  const key = known.join(" ");
  const before = INTERNED.get(key);
  if (before) return before;
  if (INTERNED.size >= MAX_INTERNED) INTERNED.clear();
  const made = new Set(known);
  INTERNED.set(key, made);
  return made;
}

/** What the holder of a role may do. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return permissionSet(ROLE_PERMISSIONS[role]);
}

/** Whether a grant of permissions takes two people. */
export function isDangerous(permissions: Iterable<Permission>): boolean {
  return [...permissions].some((each) => DANGEROUS_PERMISSIONS.has(each));
}

const MAX_NAME_LENGTH = 60;
const MAX_DESCRIPTION_LENGTH = 200;
/** The most roles of one's own. */
export const MAX_OWN_ROLES = 200;

/** @throws InvalidInput */
export function assertRoleNamed(name: string, description: string): void {
  if (name.trim() !== name || name.length === 0 || name.length > MAX_NAME_LENGTH) {
    throw new InvalidInput(`A name has 1 to ${MAX_NAME_LENGTH} characters`, ["name"]);
  }
  if (description.length > MAX_DESCRIPTION_LENGTH) {
    const message = `A description has up to ${MAX_DESCRIPTION_LENGTH} characters`;
    throw new InvalidInput(message, ["description"]);
  }
}

/** The permissions by these names. @throws InvalidInput for what the catalogue does not have */
export function catalogued(names: readonly string[]): ReadonlySet<Permission> {
  const known: ReadonlySet<string> = new Set(ALL_PERMISSIONS);
  const strange = names.find((each) => !known.has(each));
  if (strange !== undefined) {
    const message = `"${strange.slice(0, 64)}" is no permission of the catalogue`;
    throw new InvalidInput(message, ["permissions"]);
  }
  if (names.length === 0) {
    throw new InvalidInput("A role has one permission at least", ["permissions"]);
  }
  return permissionSet(names);
}
