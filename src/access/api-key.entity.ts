import { defineEntity, p } from "@mikro-orm/postgresql";
import { Partner } from "../partners/index.js";
import { partnerScopeFilter } from "../shared/database/partner-scope.js";
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
}

ApiKeySchema.setClass(ApiKey);
