import { InvalidInput } from "../shared/input.errors.js";
import type { Permission } from "../shared/permission.rules.js";
import { GrantExceedsOwn } from "./api-key.errors.js";
import {
  GrantAlreadyEnded,
  GrantLimitsDiffer,
  GrantNotPending,
  SecondAdministratorRequired,
} from "./grant.errors.js";
import { permissionSet, permissionsOf, type Role } from "./role.rules.js";

export const GRANT_STATES = ["PENDING", "ACTIVE", "REFUSED", "REVOKED"] as const;
export type GrantState = (typeof GRANT_STATES)[number];

export type HolderKind = "API_KEY" | "PERSON";

/** A grant that is in force, as far as it decides what its holder may do. */
export interface GrantInForce {
  /** A role of the hub's, or null for one's own. */
  role: Role | null;
  /** The permissions of one's own role. */
  permissions: string[] | null;
  /** The partners that it is limited to; null for all. */
  partnerIds: string[] | null;
}

/** Who gives something away. */
export interface Grantor {
  id: string;
  permissions: ReadonlySet<Permission>;
  scope: readonly string[] | null;
}

const MAX_REASON_LENGTH = 500;
const MAX_PARTNERS = 1_000;

/** What grants allow together, or the part of it that is named. */
export function permissionsOfGrants(
  grants: readonly GrantInForce[],
  scopes: readonly string[] | null = null,
): ReadonlySet<Permission> {
  const all = grants.flatMap(({ role, permissions }) =>
    role === null ? (permissions ?? []) : [...permissionsOf(role)],
  );
  const named = scopes && new Set(scopes);
  return permissionSet(named ? all.filter((each) => named.has(each)) : all);
}

/** The partners that grants are limited to: the same for all of them. */
export function limitOfGrants([first]: readonly GrantInForce[]): readonly string[] | null {
  return first ? first.partnerIds : [];
}

/**
 * One holder has one limit: permissions of one grant must not reach the partners of another.
 * @throws GrantLimitsDiffer
 */
export function assertSameLimit(
  partnerIds: readonly string[] | null,
  others: readonly { partnerIds: readonly string[] | null }[],
): void {
  const differs = others.some((other) => !isSameLimit(other.partnerIds, partnerIds));
  if (differs) throw new GrantLimitsDiffer();
}

function isSameLimit(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((id) => other.includes(id));
}

/** Nobody can give what they do not have. @throws GrantExceedsOwn */
export function assertWithin(
  permissions: ReadonlySet<Permission>,
  partnerIds: readonly string[] | null,
  { permissions: own, scope }: Omit<Grantor, "id">,
  paths: { role: string; partners: string } = { role: "role", partners: "partnerIds" },
): void {
  const beyond = [...permissions].find((one) => !own.has(one));
  if (beyond) throw new GrantExceedsOwn(`the permission ${beyond}`, [paths.role]);
  if (scope === null) return;
  if (partnerIds === null || partnerIds.some((id) => !scope.includes(id))) {
    throw new GrantExceedsOwn("access to other partners", [paths.partners]);
  }
}

/** @throws InvalidInput */
export function assertAskable(
  asked: { partnerIds: readonly string[] | null; reason: string | null; expiresAt: Date | null },
  now: Date,
): void {
  const { partnerIds, reason, expiresAt } = asked;
  if (partnerIds && (partnerIds.length === 0 || partnerIds.length > MAX_PARTNERS)) {
    throw new InvalidInput(`A grant is limited to 1 to ${MAX_PARTNERS} partners`, ["partnerIds"]);
  }
  if (reason !== null && reason.length > MAX_REASON_LENGTH) {
    throw new InvalidInput(`A reason has up to ${MAX_REASON_LENGTH} characters`, ["reason"]);
  }
  if (expiresAt !== null && expiresAt <= now) {
    throw new InvalidInput("The expiry lies in the past", ["expiresAt"]);
  }
}

/** @throws GrantNotPending, SecondAdministratorRequired */
export function assertDecidable(
  grant: { state: GrantState; requestedBy: string; holderId: string },
  by: string,
): void {
  if (grant.state !== "PENDING") throw new GrantNotPending();
  if (by === grant.requestedBy || by === grant.holderId) throw new SecondAdministratorRequired();
}

/** @throws GrantAlreadyEnded */
export function assertCanEnd({ state }: { state: GrantState }): void {
  if (state === "REFUSED" || state === "REVOKED") throw new GrantAlreadyEnded();
}
