import "reflect-metadata";
import { Extensions } from "type-graphql";
import type { Permission } from "../permission.rules.js";

/**
 * Who may select a field: the holder of a permission, or `public`: every authenticated credential.
 * `public` is for types that hold nothing of their own, such as an edge or an amount of money: the
 * field that leads to them decides. There is no anonymous access.
 */
export type AccessRule = Permission | "public";

/** The key of a type's or field's extensions under which the rule is kept. */
export const ACCESS_RULE = "requires";

/**
 * Declares who may select this type's fields, or this one field (which then overrides the type's
 * rule). Checked once per document and credential, never per value.
 */
export function Requires(rule: AccessRule): ClassDecorator & MethodDecorator & PropertyDecorator {
  return Extensions({ [ACCESS_RULE]: rule });
}
