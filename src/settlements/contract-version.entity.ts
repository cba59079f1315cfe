import { defineEntity, p } from "@mikro-orm/postgresql";
import { Contract } from "./contract.entity.js";
import type { Terms } from "./terms.rules.js";
import { STORED_VERSION_STATES } from "./version-state.rules.js";

const ContractVersionSchema = defineEntity({
  name: "ContractVersion",
  tableName: "contract_version",
  properties: {
    contractId: () => p.manyToOne(Contract).mapToPk().fieldName("contract_id").primary(),
    number: p.integer().primary(),
    effectiveFrom: p.date(),
    startsAt: p.datetime(6),
    terms: p.json().$type<Terms>(),
    state: p.enum(STORED_VERSION_STATES),
    /** Why it was scheduled, moved or cancelled last. */
    reason: p.text().strictNullable(),
    createdBy: p.text(),
    createdAt: p.datetime(6),
  },
});

/** The terms of a contract from a day on. Found and locked through its contract alone. */
export class ContractVersion extends ContractVersionSchema.class {}

ContractVersionSchema.setClass(ContractVersion);
