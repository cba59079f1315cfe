import { GENESIS_HASH } from "./chain.rules.js";
import type { LaneCut } from "./verify-cut.queries.js";
import { orderOf } from "./verify-checks.rules.js";
import type { CheckName, Suspect } from "./verify-checks.rules.js";
import { readBlockHash, readChain, readLaneEnd } from "./verify-lane.queries.js";
import type { VerifyRun } from "./verify-run.js";
import { inSnapshot } from "./verify-session.queries.js";
import type { VerifySession } from "./verify-session.queries.js";
import type { VerifyTask } from "./verify-workers.js";

/** Blocks of a lane that one statement compares. */
const PAGE_BLOCKS = 20_000;

type Lane = LaneCut & { from: number; upto: number };

/** Verifies that the blocks of each lane form one chain, from its first block to its head. */
export async function* laneTasks(run: VerifyRun): AsyncGenerator<VerifyTask> {
  for (const lane of run.lanes.values()) {
    yield { rows: 0, run: (on) => verifyLane(run, lane, on) };
  }
}

async function verifyLane(run: VerifyRun, lane: Lane, on: VerifySession): Promise<void> {
  const { findings } = run;
  findings.note([await checkVerified(lane, on), await checkEnd(lane, on)]);
  const hash = run.since ? lane.verified.hash : GENESIS_HASH;
  let last = { lane: lane.lane, sequence: lane.from, hash };
  for (;;) {
    const part = await readChain(on, last, { upto: lane.upto, limit: PAGE_BLOCKS });
    if (!part) return;
    if (part.broken) findings.note([brokenLink(lane.lane, part.broken)]);
    last = { lane: lane.lane, sequence: part.sequence, hash: part.hash };
  }
}

/** A chain that was rewritten as a whole, hashes and all, is not the one that was verified. */
async function checkVerified(lane: Lane, on: VerifySession): Promise<Suspect | undefined> {
  const { sequence, hash } = lane.verified;
  if (sequence === 0) return undefined;
  const found = await readBlockHash(on, lane.lane, sequence);
  if (found === hash) return undefined;
  const has = found === null ? "no such block" : `hash ${found}`;
  return suspect("verified-block", lane.lane, { sequence, expected: `hash ${hash}`, found: has });
}

async function checkEnd({ lane }: Lane, on: VerifySession): Promise<Suspect | undefined> {
  const { head, last } = await inSnapshot(on, () => readLaneEnd(on, lane));
  const found = head ?? "no row";
  const expected = last ?? `block 0 with hash ${GENESIS_HASH}`;
  if (found === expected) return undefined;
  const order = orderOf(lane);
  return { check: "lane-head", table: "lane", row: `id ${lane}`, order, expected, found };
}

function brokenLink(
  lane: number,
  broken: { sequence: number; expected: string; found: string },
): Suspect {
  return suspect("chain-link", lane, broken);
}

function suspect(
  check: CheckName,
  lane: number,
  { sequence, expected, found }: { sequence: number; expected: string; found: string },
): Suspect {
  const row = `lane ${lane}, sequence ${sequence}`;
  return { check, table: "block", row, order: orderOf(lane, sequence), expected, found };
}
