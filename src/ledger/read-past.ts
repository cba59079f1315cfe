import type { RequestContext } from "../shared/graphql/request-context.js";
import { InvalidInput } from "../shared/input.errors.js";
import type { AccountType, BalanceType } from "./account.type.js";
import type { PointInTimeInput } from "./ledger.input.js";
import { balanceAt, type PointInTime } from "./point-in-time.js";

/** An account's balance at a point in time. @throws InvalidInput, HistoryDetached */
export async function pastBalance(
  ctx: RequestContext,
  { id }: AccountType,
  input: PointInTimeInput,
): Promise<BalanceType> {
  const balance = await balanceAt(ctx.sql, id, pointOf(input));
  if (balance) return balance;
  throw new InvalidInput("The account has not come to that version yet", ["asOf", "version"]);
}

function pointOf({ version, postedAt, occurredAt }: PointInTimeInput): PointInTime {
  const given: PointInTime[] = [];
  if (version != null) given.push({ version });
  if (postedAt) given.push({ postedAt });
  if (occurredAt) given.push({ occurredAt });
  const [point] = given;
  if (point && given.length === 1) return point;
  throw new InvalidInput('Give one of "version", "postedAt" and "occurredAt"', ["asOf"]);
}
