import { ledgerService, pageOfCounted } from "../ledger/index.js";
import type { TransactionType } from "../ledger/index.js";
import type { CalendarDate } from "../shared/calendar.rules.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { ContractPeriods } from "./contract-periods.rules.js";
import { currentBook } from "./current-book.js";
import { periodOf, shownIn } from "./find-position.js";
import { parseInput } from "./input.rules.js";
import { positionsOf } from "./open-position.queries.js";
import { begunAt, pageOfPositions, positionSums } from "./position-page.queries.js";
import type { PositionFilter, PositionSumRow } from "./position-page.queries.js";
import type { PositionPeriod } from "./position-period.rules.js";
import type { PositionView } from "./position.type.js";
import { takesEffectAt } from "./version.rules.js";

/** Which positions a list has. */
export interface ListPositions extends Omit<PositionFilter, "periods"> {
  /** Only those of the periods of this day. */
  on?: CalendarDate | null;
}

/** A page of positions, each with how its figures came about. */
export async function listPositions(
  ctx: RequestContext,
  filter: ListPositions,
  direction: OrderDirection,
  page: PageArgs,
): Promise<Connection<PositionView>> {
  const book = await currentBook(ctx.services.use(ledgerService));
  const found = await pageOfPositions(ctx, await withPeriods(ctx, filter), direction, page);
  const ids = [...new Set(found.edges.map(({ node }) => node.contractId))];
  const positions = await positionsOf(ctx.sql, ids);
  const byContract = Map.groupBy(positions, ({ contractId }) => contractId);
  const edges = found.edges.flatMap(({ cursor, node: { contractId, periodStart } }) => {
    const contract = book.periodsOf(contractId);
    const period = contract?.startingAt(periodStart);
    const all = byContract.get(contractId) ?? [];
    const node = contract && period && shownIn(contract, period, all);
    return node ? [{ cursor, node }] : [];
  });
  return { ...found, edges };
}

/** What the positions of a list add up to, by currency. */
export async function totalPositions(
  ctx: RequestContext,
  filter: ListPositions,
): Promise<PositionSumRow[]> {
  return positionSums(ctx, await withPeriods(ctx, filter));
}

/** Which period a day is in, only the contract can tell: each has its cycle and its time zone. */
async function withPeriods(
  { services, clock }: RequestContext,
  { on, ...filter }: ListPositions,
): Promise<PositionFilter> {
  if (on == null) return filter;
  const book = await currentBook(services.use(ledgerService));
  const asked = ({ contract }: ContractPeriods) =>
    contract.id === (filter.contractId ?? contract.id) &&
    contract.partnerId === (filter.partnerId ?? contract.partnerId) &&
    contract.currency === (filter.currency ?? contract.currency);
  const periods = book
    .contracts()
    .filter(asked)
    .flatMap((contract) => {
      const period = periodOf(contract, on, clock.now());
      const { id: contractId } = contract.contract;
      return period ? [{ contractId, periodStart: period.periodStart }] : [];
    });
  return { ...filter, periods };
}

/** An input of a position: the total of a kind of transactions under a version. */
export interface PositionInput {
  contractId: string;
  on: CalendarDate | null;
  version: number;
  /** As positions and their explanations name it. */
  input: string;
}

/**
 * The transactions that an input of a position is the sum of, by the time of their posting; what
 * undoes others counts against them. Null where there is no such input.
 */
export async function listInput(
  ctx: RequestContext,
  { contractId, on, version, input }: PositionInput,
  page: PageArgs,
): Promise<Connection<TransactionType> | null> {
  const book = await currentBook(ctx.services.use(ledgerService));
  const contract = book.periodsOf(contractId);
  const period = contract && periodOf(contract, on, ctx.clock.now());
  const named = parseInput(input.split(">")[0] ?? "");
  const times = contract && period && timesOf(contract, period, version);
  if (!named || !times) return null;
  const { partnerId } = contract.contract;
  const { periodStart } = period;
  const begun = await begunAt(ctx, { contractId, periodStart });
  const counted = { partnerId, countedIn: new Date(periodStart), ...named, ...times };
  return pageOfCounted(ctx, { ...counted, begunAt: begun }, page);
}

/** When a version's transactions occurred: what came from earlier periods goes to the first. */
function timesOf({ contract }: ContractPeriods, period: PositionPeriod, version: number) {
  const at = period.spans.findIndex((span) => span.version.number === version);
  const span = period.spans[at];
  if (!span) return null;
  const next = contract.terms.versions[contract.terms.versions.indexOf(span.version) + 1];
  return {
    from: at === 0 ? null : takesEffectAt(span.version),
    before: next ? takesEffectAt(next) : null,
  };
}
