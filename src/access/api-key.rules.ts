import { InvalidInput } from "../shared/input.errors.js";
import type { Permission } from "../shared/permission.rules.js";
import { ApiKeyAlreadyRevoked } from "./api-key.errors.js";
import { assertWithin } from "./grant.rules.js";
import { permissionSet, permissionsOf, type Role } from "./role.rules.js";

const MAX_NAME_LENGTH = 100;

/** What is asked for with a new key. */
export interface Grant {
  name: string;
  role: Role;
  partnerId: string | null;
  expiresAt: Date | null;
  /** The part of the role that the key may use; null for all of it. */
  scopes?: readonly string[] | null;
}

/** The longest time for which a key has two secrets. */
export const MAX_OVERLAP_HOURS = 30 * 24;
/** The most ranges of addresses that a key has. */
export const MAX_IP_RANGES = 50;

/** Who asks for it. */
export interface KeyGrantor {
  permissions: ReadonlySet<Permission>;
  scope: readonly string[] | null;
}

/** @throws InvalidInput, GrantExceedsOwn */
export function assertGrantable(grant: Grant, grantor: KeyGrantor, now: Date): void {
  const { name, role, partnerId, expiresAt, scopes = null } = grant;
  if (name.trim() !== name || name.length === 0 || name.length > MAX_NAME_LENGTH) {
    throw new InvalidInput(`A name has 1 to ${MAX_NAME_LENGTH} characters`, ["name"]);
  }
  if (role === "PARTNER" && partnerId === null) {
    throw new InvalidInput('A key with the role PARTNER needs a "partnerId"', ["partnerId"]);
  }
  if (expiresAt !== null && expiresAt <= now) {
    throw new InvalidInput("The expiry lies in the past", ["expiresAt"]);
  }
  assertScopes(role, scopes);
  const limit = partnerId === null ? null : [partnerId];
  const paths = { role: "role", partners: "partnerId" };
  assertWithin(permissionsOfKey({ role, scopes }), limit, grantor, paths);
}

/** @throws InvalidInput for what is no permission of the role */
function assertScopes(role: Role, scopes: readonly string[] | null): void {
  if (scopes?.length === 0) throw new InvalidInput("A key has one scope at least", ["scopes"]);
  const all: ReadonlySet<string> = permissionsOf(role);
  const strange = scopes?.find((each) => !all.has(each));
  if (strange === undefined) return;
  throw new InvalidInput(`The role ${role} has no permission "${strange}"`, ["scopes"]);
}

/** What a key may do by the role that it was made with, or the part of it that it is for. */
export function permissionsOfKey(key: {
  role: Role;
  scopes?: readonly string[] | null;
}): ReadonlySet<Permission> {
  const all = permissionsOf(key.role);
  if (!key.scopes) return all;
  const scopes = new Set(key.scopes);
  return permissionSet([...all].filter((each) => scopes.has(each)));
}

/** @throws InvalidInput */
export function assertOverlap(hours: number): void {
  if (hours >= 0 && hours <= MAX_OVERLAP_HOURS) return;
  const message = `The secrets overlap for 0 to ${MAX_OVERLAP_HOURS} hours`;
  throw new InvalidInput(message, ["overlapHours"]);
}

/** Whether a key opens the door at a moment. */
export function isInForce(
  key: { expiresAt: Date | null; revokedAt: Date | null },
  now: Date,
): boolean {
  return key.revokedAt === null && (key.expiresAt === null || now < key.expiresAt);
}

/** @throws ApiKeyAlreadyRevoked */
export function assertCanBeRevoked(key: { revokedAt: Date | null }): void {
  if (key.revokedAt !== null) throw new ApiKeyAlreadyRevoked();
}

/** When a key that was found by a secret ends: the earlier of its expiry and the overlap's end. */
export function endOfKey(key: {
  expiresAt: Date | null;
  isPrevious: boolean;
  previousSecretUntil: Date | null;
}): Date | null {
  const overlap = key.isPrevious ? key.previousSecretUntil : null;
  if (overlap === null || key.expiresAt === null) return overlap ?? key.expiresAt;
  return overlap < key.expiresAt ? overlap : key.expiresAt;
}
