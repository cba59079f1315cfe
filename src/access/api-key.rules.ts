import { InvalidInput } from "../shared/input.errors.js";
import type { Permission } from "../shared/permission.rules.js";
import { ApiKeyAlreadyRevoked, GrantExceedsOwn } from "./api-key.errors.js";
import { permissionsOf, type Role } from "./role.rules.js";

const MAX_NAME_LENGTH = 100;

/** What is asked for with a new key. */
export interface Grant {
  name: string;
  role: Role;
  partnerId: string | null;
  expiresAt: Date | null;
}

/** Who asks for it. */
export interface Grantor {
  permissions: ReadonlySet<Permission>;
  scope: readonly string[] | null;
}

/** @throws InvalidInput, GrantExceedsOwn */
export function assertGrantable(grant: Grant, grantor: Grantor, now: Date): void {
  const { name, role, partnerId, expiresAt } = grant;
  if (name.trim() !== name || name.length === 0 || name.length > MAX_NAME_LENGTH) {
    throw new InvalidInput(`A name has 1 to ${MAX_NAME_LENGTH} characters`, ["name"]);
  }
  if (role === "PARTNER" && partnerId === null) {
    throw new InvalidInput('A key with the role PARTNER needs a "partnerId"', ["partnerId"]);
  }
  if (expiresAt !== null && expiresAt <= now) {
    throw new InvalidInput("The expiry lies in the past", ["expiresAt"]);
  }
  assertWithinOwn(role, partnerId, grantor);
}

function assertWithinOwn(role: Role, partnerId: string | null, grantor: Grantor): void {
  const beyond = [...permissionsOf(role)].find((one) => !grantor.permissions.has(one));
  if (beyond) throw new GrantExceedsOwn(`the permission ${beyond}`, ["role"]);
  if (grantor.scope !== null && (partnerId === null || !grantor.scope.includes(partnerId))) {
    throw new GrantExceedsOwn("access to other partners", ["partnerId"]);
  }
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
