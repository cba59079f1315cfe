import { defineEntity, p } from "@mikro-orm/postgresql";
import { Partner } from "../partners/index.js";
import { nextDay, startOfDay, type CalendarDate } from "../shared/calendar.rules.js";
import { partnerScopeFilter } from "../shared/database/partner-scope.js";
import { ContractNotFound } from "./contract.errors.js";

const ContractSchema = defineEntity({
  name: "Contract",
  tableName: "contract",
  filters: partnerScopeFilter("partnerId"),
  properties: {
    id: p.uuid().primary(),
    partnerId: () => p.manyToOne(Partner).mapToPk().fieldName("partner_id"),
    code: p.text(),
    /** The settlement currency. */
    currency: p.text(),
    effectiveFrom: p.date(),
    /** The last day on which it applies. */
    effectiveTo: p.date().strictNullable(),
    timeZone: p.text(),
    startsAt: p.datetime(6),
    /** Excluded. */
    endsAt: p.datetime(6).strictNullable(),
    version: p.integer(),
    createdAt: p.datetime(6),
  },
});

/** What is agreed with a partner, and when it applies; its versions say under which terms. */
export class Contract extends ContractSchema.class {
  static absent(): ContractNotFound {
    return new ContractNotFound();
  }

  endWith(lastDay: CalendarDate): void {
    this.effectiveTo = lastDay;
    this.endsAt = startOfDay(nextDay(lastDay), this.timeZone);
  }
}

ContractSchema.setClass(Contract);
