import type { PositionState } from "./accrual-model.rules.js";
import { plainColumn } from "./encode-columns.js";
import { keepVerifiedPositions } from "./verify-position.queries.js";
import type { VerifySession } from "./verify-session.queries.js";

/** Up to which block of a lane the ledger has been verified. */
export interface VerifiedBlock {
  lane: number;
  sequence: number;
  hash: string;
}

const BLOCKS = `
insert into verified_block (lane, sequence, hash, verified_at)
select lane, sequence, decode(hash, 'hex'), $4
from unnest($1::smallint[], $2::bigint[], $3::text[]) v (lane, sequence, hash)
on conflict (lane) do update set sequence = excluded.sequence, hash = excluded.hash,
  verified_at = excluded.verified_at`;

/** First key of the advisory lock under which one verification at a time leaves its mark. */
const MARK_LOCK = 7_481_003;

/**
 * Keeps up to where the ledger is verified, so that the next one can go on from there. Two that end
 * at once do so one after the other; the one with the lesser blocks leaves no mark.
 */
export async function keepVerified(
  on: VerifySession,
  blocks: readonly VerifiedBlock[],
  { positions, now }: { positions: readonly PositionState[]; now: Date },
): Promise<void> {
  await on.query("begin");
  try {
    await on.query("select pg_advisory_xact_lock($1)", [MARK_LOCK]);
    if (await isAhead(on, blocks)) await keep(on, blocks, { positions, now });
    await on.query("commit");
  } catch (error) {
    await on.query("rollback").catch(() => undefined);
    throw error;
  }
}

async function isAhead(on: VerifySession, blocks: readonly VerifiedBlock[]): Promise<boolean> {
  const { rows } = await on.query<{ lane: number; sequence: bigint }>(
    "select lane, sequence from verified_block",
  );
  const ours = new Map(blocks.map(({ lane, sequence }) => [lane, sequence]));
  return rows.every(({ lane, sequence }) => Number(sequence) <= (ours.get(lane) ?? 0));
}

async function keep(
  on: VerifySession,
  blocks: readonly VerifiedBlock[],
  { positions, now }: { positions: readonly PositionState[]; now: Date },
): Promise<void> {
  await on.query(BLOCKS, [
    plainColumn(blocks, (block) => block.lane),
    plainColumn(blocks, (block) => block.sequence),
    plainColumn(blocks, (block) => block.hash),
    now,
  ]);
  await keepVerifiedPositions(on, positions);
}
