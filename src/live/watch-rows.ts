import { contractById, ContractNotFound } from "../settlements/index.js";
import { InvalidCursor } from "../shared/graphql/cursor.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import type { OpenStream } from "./balance-streams.js";
import { readCommit, readMoment, streamIdentity, type CursorBinding } from "./live-cursors.js";
import { liveService } from "./live-service.js";
import type { RowStreams } from "./row-streams.js";
import type { JobsArgs, PositionsArgs, SettlementsArgs } from "./rows.input.js";
import { visiblePartner } from "./visible-partner.js";
import type { StreamTarget } from "./watch-balances.js";

/** Watches settlements. @throws InvalidInput, InvalidCursor, PartnerNotFound, ContractNotFound */
export async function watchSettlements(
  ctx: RequestContext,
  args: SettlementsArgs,
  target: StreamTarget,
): Promise<OpenStream> {
  const { settlements } = ctx.services.use(liveService).rows;
  const [partners, contract] = [await partnersOf(ctx, args), await contractOf(ctx, args)];
  const selection = { partners, contract, from: args.from ?? null, states: sorted(args.states) };
  return open(ctx, settlements, { operation: "settlements", selection, after: args.after }, target);
}

/**
 * Watches positions; behind a mutation's commit it begins with a snapshot that includes it.
 * @throws InvalidInput, InvalidCursor, PartnerNotFound, ContractNotFound
 */
export async function watchPositions(
  ctx: RequestContext,
  args: PositionsArgs,
  target: StreamTarget,
): Promise<OpenStream> {
  const { rows } = ctx.services.use(liveService);
  const [partners, contract] = [await partnersOf(ctx, args), await contractOf(ctx, args)];
  const contracts = contract === null ? null : [contract];
  const selection = { partners, contracts, from: args.from ?? null };
  const watched = { operation: "positions", selection } as const;
  const isCommit = await isReachedCommit(ctx, args.after);
  const after = isCommit ? null : args.after;
  return open(ctx, rows.positions, { ...watched, after }, target);
}

/** Watches jobs. @throws InvalidInput, InvalidCursor, PartnerNotFound */
export async function watchJobs(
  ctx: RequestContext,
  args: JobsArgs,
  target: StreamTarget,
): Promise<OpenStream> {
  const { jobs } = ctx.services.use(liveService).rows;
  const partners = await partnersOf(ctx, args);
  const selection = { partners, kinds: sorted(args.kinds), states: sorted(args.states) };
  return open(ctx, jobs, { operation: "jobs", selection, after: args.after }, target);
}

interface Watched<Selection> {
  operation: CursorBinding["operation"];
  selection: Selection;
  after: string | null | undefined;
}

function open<Selection extends object>(
  ctx: RequestContext,
  streams: RowStreams<Selection>,
  { operation, selection, after: cursor }: Watched<Selection>,
  target: StreamTarget,
): OpenStream {
  const { cursors } = ctx;
  const { scope } = ctx.database;
  const { epoch } = ctx.services.use(liveService);
  const binding = { operation, arguments: JSON.stringify(selection), scope };
  const after = cursor == null ? null : readMoment(cursors, binding, cursor);
  const stream = streamIdentity(cursors, epoch, binding);
  return streams.open({ ...target, selection, stream, after });
}

/** Whether the cursor is a mutation's; if so, its commit is in the log. @throws InvalidCursor */
async function isReachedCommit(
  { cursors, scope, services }: RequestContext,
  cursor: string | null | undefined,
): Promise<boolean> {
  if (cursor == null) return false;
  try {
    await services.use(liveService).reach(readCommit(cursors, scope, cursor));
    return true;
  } catch (error) {
    if (error instanceof InvalidCursor) return false; // one of this stream's own, or it is refused
    throw error;
  }
}

async function partnersOf(
  ctx: RequestContext,
  { partnerId }: { partnerId?: string | null },
): Promise<readonly string[] | null> {
  return partnerId == null ? sorted(ctx.database.scope) : [await visiblePartner(ctx, partnerId)];
}

/** @throws InvalidInput, ContractNotFound */
async function contractOf(
  ctx: RequestContext,
  { contractId }: { contractId?: string | null },
): Promise<string | null> {
  if (contractId == null) return null;
  const contract = await ctx.loaders.load(
    ctx,
    contractById,
    decodeId("ctr", contractId, ["contractId"]),
  );
  if (!contract) throw new ContractNotFound();
  return contract.id;
}

function sorted<T extends string>(all: readonly T[] | null | undefined): readonly T[] | null {
  return all ? [...new Set(all)].toSorted() : null;
}
