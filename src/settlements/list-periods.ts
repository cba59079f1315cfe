import type { CalendarDate } from "../shared/calendar.rules.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { contractById } from "./contract.loader.js";
import { addDays } from "./day.rules.js";
import { settledContracts } from "./settlement-contract.queries.js";
import { settlementPeriodOn } from "./settlement-period.rules.js";

/** How many periods are listed, at the most. */
const MAX_LISTED = 100;

/** A period as it is listed. */
export interface ListedPeriod {
  firstDay: CalendarDate;
  lastDay: CalendarDate;
  startsAt: Date;
  endsAt: Date;
  closesAt: Date;
  dueOn: CalendarDate;
  contractVersion: number;
}

/** The periods of a contract that have a day from one to another; none of one out of sight. */
export async function listPeriods(
  ctx: RequestContext,
  { contractId, from, to }: { contractId: string; from: CalendarDate; to: CalendarDate },
): Promise<ListedPeriod[]> {
  if (!(await ctx.loaders.load(ctx, contractById, contractId))) return [];
  const [contract] = await settledContracts(ctx.sql, [contractId]);
  const begins = contract?.versions[0]?.effectiveFrom;
  if (!contract || begins === undefined) return [];
  const listed: ListedPeriod[] = [];
  let day = from < begins ? begins : from;
  while (day <= to && listed.length < MAX_LISTED) {
    const found = settlementPeriodOn(contract, day);
    if (!found) break;
    const { period, version, closesAt, dueOn } = found;
    const { firstDay, lastDay, startsAt, endsAt } = period;
    const contractVersion = version.number;
    listed.push({ firstDay, lastDay, startsAt, endsAt, closesAt, dueOn, contractVersion });
    day = addDays(lastDay, 1);
  }
  return listed;
}
