import { defineEntity, p } from "@mikro-orm/postgresql";
import { partnerScopeFilter } from "../shared/database/partner-scope.js";
import { CYCLES, type ContractTerm } from "./contract.rules.js";
import { Partner } from "./partner.entity.js";

const ContractSchema = defineEntity({
  name: "Contract",
  tableName: "contract",
  filters: partnerScopeFilter("partnerId"),
  properties: {
    id: p.uuid().primary(),
    partnerId: () => p.manyToOne(Partner).mapToPk().fieldName("partner_id"),
    code: p.text(),
    currency: p.text(),
    effectiveFrom: p.date(),
    /** The last day on which it applies. */
    effectiveTo: p.date().strictNullable(),
    timeZone: p.text(),
    startsAt: p.datetime(6),
    /** Excluded. */
    endsAt: p.datetime(6).strictNullable(),
    cycle: p.enum(CYCLES),
    terms: p.json().$type<ContractTerm[]>(),
    version: p.integer(),
    createdAt: p.datetime(6),
  },
});

/** Under which terms a partner is settled in a currency, and when. */
export class Contract extends ContractSchema.class {}

ContractSchema.setClass(Contract);
