import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { InvalidInput } from "../shared/input.errors.js";

export type ExportFormat = "NDJSON" | "CSV";

/** Which transactions are exported, and how. */
export interface ExportTransactions extends CommandInput {
  format: ExportFormat;
  partnerId?: string | null;
  currency?: string | null;
  postedFrom?: Date | null;
  /** Now, unless it is given: what is posted later is not in it. */
  postedBefore?: Date | null;
}

/** What a link stands for; times as ISO 8601. */
export interface ExportOrder {
  format: ExportFormat;
  scope: readonly string[] | null;
  partnerId: string | null;
  currency: string | null;
  postedFrom: string | null;
  postedBefore: string;
  expiresAt: string;
}

export interface ExportLink {
  path: string;
  expiresAt: Date;
}

/** How long a link can be used to begin a download. */
export const LINK_MS = 15 * 60_000;

/** What the signature of a link is bound to. */
const LIST = "export of transactions";

/**
 * A signed link to an export of transactions, on record. Whoever has it may use it: it carries the
 * scope of the credential that asked. @throws InvalidInput
 */
export function exportTransactions(
  ctx: RequestContext,
  input: ExportTransactions,
): Promise<ExportLink> {
  return runCommand(ctx, "exportTransactions", input, async () => linkTo(ctx, input));
}

function linkTo(ctx: RequestContext, input: ExportTransactions): ExportLink {
  const { format, partnerId = null, currency = null, postedFrom } = input;
  const now = ctx.clock.now();
  const postedBefore = input.postedBefore ?? now;
  if (postedFrom && postedFrom >= postedBefore) {
    throw new InvalidInput("The export ends before it begins", ["postedBefore"]);
  }
  const expiresAt = new Date(now.getTime() + LINK_MS);
  const order: ExportOrder = {
    format,
    scope: ctx.database.scope,
    partnerId,
    currency,
    postedFrom: postedFrom?.toISOString() ?? null,
    postedBefore: postedBefore.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
  const link = ctx.cursors.encode(LIST, [JSON.stringify(order)]);
  return { path: `/exports/transactions.${format.toLowerCase()}?link=${link}`, expiresAt };
}

/** What a link stands for. @throws InvalidCursor for one that is changed, InvalidInput when late */
export function orderOf(ctx: Pick<RequestContext, "cursors" | "clock">, link: string): ExportOrder {
  const [text = ""] = ctx.cursors.decode(LIST, link, "link");
  const order = JSON.parse(text) as ExportOrder;
  if (Date.parse(order.expiresAt) > ctx.clock.now().getTime()) return order;
  throw new InvalidInput("The link has expired; ask for another", ["link"]);
}
