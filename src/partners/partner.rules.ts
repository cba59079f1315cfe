import { InvalidInput } from "../shared/input.errors.js";
import { PartnerAlreadyOnHold, PartnerNotOnHold } from "./partner.errors.js";

export const PARTNER_KINDS = [
  "GAME_PROVIDER",
  "CREDIT_SUPPLIER",
  "PAYMENT_VENDOR",
  "SECURITY_VENDOR",
] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

export const PARTNER_STATES = ["ACTIVE", "ON_HOLD"] as const;
export type PartnerState = (typeof PARTNER_STATES)[number];

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_CODE_LENGTH = 64;
const MAX_NAME_LENGTH = 200;
const MAX_REASON_LENGTH = 500;

/** A code as people and files write it: `subite-casino`. @throws InvalidInput */
export function assertCode(code: string): void {
  if (CODE.test(code) && code.length <= MAX_CODE_LENGTH) return;
  const message = `A code has up to ${MAX_CODE_LENGTH} of a-z, 0-9 and single hyphens between them`;
  throw new InvalidInput(message, ["code"]);
}

/** @throws InvalidInput */
export function assertName(name: string): void {
  assertLine("name", name, MAX_NAME_LENGTH);
}

/** @throws InvalidInput */
export function assertReason(reason: string): void {
  assertLine("reason", reason, MAX_REASON_LENGTH);
}

/** @throws PartnerAlreadyOnHold */
export function assertCanBeHeld(partner: { code: string; state: PartnerState }): void {
  if (partner.state === "ON_HOLD") throw new PartnerAlreadyOnHold(partner.code);
}

/** @throws PartnerNotOnHold */
export function assertCanBeReleased(partner: { code: string; state: PartnerState }): void {
  if (partner.state !== "ON_HOLD") throw new PartnerNotOnHold(partner.code);
}

function assertLine(field: string, text: string, limit: number): void {
  if (text.trim() === text && text.length > 0 && text.length <= limit && !/\p{Cc}/u.test(text)) {
    return;
  }
  const message = `A ${field} is one line of 1 to ${limit} characters without spaces around it`;
  throw new InvalidInput(message, [field]);
}
