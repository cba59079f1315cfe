import { defineEntity, p } from "@mikro-orm/postgresql";
import { partnerScopeFilter } from "../shared/database/partner-scope.js";
import { PartnerNotFound } from "./partner.errors.js";
import { PARTNER_KINDS, PARTNER_STATES } from "./partner.rules.js";

const PartnerSchema = defineEntity({
  name: "Partner",
  tableName: "partner",
  filters: partnerScopeFilter("id"),
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    name: p.text(),
    kind: p.enum(PARTNER_KINDS),
    state: p.enum(PARTNER_STATES),
    holdReason: p.text().strictNullable(),
    heldAt: p.datetime(6).strictNullable(),
    /** Made up for a demonstration; nobody is owed anything. */
    synthetic: p.boolean(),
    version: p.integer(),
    createdAt: p.datetime(6),
  },
});

/** A counterparty that we settle with. */
export class Partner extends PartnerSchema.class {
  static absent(): PartnerNotFound {
    return new PartnerNotFound();
  }

  hold(reason: string, at: Date): void {
    this.state = "ON_HOLD";
    this.holdReason = reason;
    this.heldAt = at;
    this.version += 1;
  }

  release(): void {
    this.state = "ACTIVE";
    this.holdReason = null;
    this.heldAt = null;
    this.version += 1;
  }
}

PartnerSchema.setClass(Partner);
