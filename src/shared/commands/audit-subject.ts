import type { AuditSubject } from "./audit-trail.js";

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const MAX_REASON = 1_000;
const MASK = "***";

/** Fields whose values no trail may show. */
const SENSITIVE = /secret|hash|password|token|credential|holderName|accountNumber|email|phone/i;

/** The partner that a command is about and the reason that it gives, by its input and facts. */
export function subjectOf(input: object, facts: readonly object[] = []): AuditSubject {
  const partners = [input, ...facts].map((each): unknown => Reflect.get(each, "partnerId"));
  const partnerId = partners.find(isUuid) ?? null;
  const reason: unknown = Reflect.get(input, "reason");
  return { partnerId, reason: typeof reason === "string" ? reason.slice(0, MAX_REASON) : null };
}

function isUuid(value: unknown): value is string {
  return typeof value === "string" && UUID.test(value);
}

/** A row's fields as the trail may show them. */
export function maskedFields(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(row).map(([name, value]) => {
    return [name, SENSITIVE.test(name) && value !== null ? MASK : value] as const;
  });
  return Object.fromEntries(entries);
}
