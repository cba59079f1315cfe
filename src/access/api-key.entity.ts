import { defineEntity, p } from "@mikro-orm/postgresql";
import { Partner } from "../partners/index.js";
import { partnerScopeFilter } from "../shared/database/partner-scope.js";
import type { Permission } from "../shared/permission.rules.js";
import { ApiKeyNotFound } from "./api-key.errors.js";
import { ROLES } from "./role.rules.js";

const ApiKeySchema = defineEntity({
  name: "ApiKey",
  tableName: "api_key",
  filters: partnerScopeFilter("partnerId"),
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    prefix: p.text(),
    /** Hidden, so that no answer and no log has it. */
    secretHash: p.blob().hidden(),
    role: p.enum(ROLES),
    scopes: p.json().$type<Permission[] | null>().strictNullable(),
    ipRanges: p.json().$type<string[]>(),
    secretNumber: p.integer(),
    previousSecretHash: p.blob().hidden().strictNullable(),
    previousSecretUntil: p.datetime(6).strictNullable(),
    /** The partner whose rows the key is limited to. */
    partnerId: () => p.manyToOne(Partner).mapToPk().fieldName("partner_id").strictNullable(),
    createdAt: p.datetime(6),
    expiresAt: p.datetime(6).strictNullable(),
    revokedAt: p.datetime(6).strictNullable(),
    lastUsedAt: p.datetime(6).strictNullable(),
  },
});

/** A machine's credential. */
export class ApiKey extends ApiKeySchema.class {
  static absent(): ApiKeyNotFound {
    return new ApiKeyNotFound();
  }

  revoke(at: Date): void {
    this.revokedAt = at;
  }

  /** The secret before stays good until a moment; one before that is no more. */
  rotate(next: { prefix: string; hash: Buffer }, previousUntil: Date): void {
    this.previousSecretHash = this.secretHash;
    this.previousSecretUntil = previousUntil;
    this.secretHash = next.hash;
    this.prefix = next.prefix;
    this.secretNumber += 1;
  }
}

ApiKeySchema.setClass(ApiKey);
