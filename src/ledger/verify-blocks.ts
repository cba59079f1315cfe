import { uuidv7Floor } from "../shared/ids.js";
import { ACCRUAL_CODE } from "./accrual.rules.js";
import { identityKeyOf } from "./identity.rules.js";
import { readIdentities } from "./posting-read.queries.js";
import { checkAccountsOf } from "./verify-accounts.js";
import { countBlocksBefore, readBlocksAfter, readFirstIdAbove } from "./verify-block.queries.js";
import { readTransactionsOf, readTransfersOf } from "./verify-block.queries.js";
import type { BlockPlace, StoredBlock } from "./verify-block.queries.js";
import type { SectionRows, StoredTransaction, StoredTransfer } from "./verify-block.queries.js";
import { checkBlock } from "./verify-block.rules.js";
import { HIGHEST_ID, LOWEST_ID } from "./verify-cut.queries.js";
import { checkIdentities, findCompleting } from "./verify-identities.js";
import { contributionOf } from "./verify-position.rules.js";
import type { VerifyRun } from "./verify-run.js";
import { inSnapshot } from "./verify-session.queries.js";
import type { VerifySession } from "./verify-session.queries.js";
import { findStrays, findWrongPending } from "./verify-stray.queries.js";
import type { VerifyTask } from "./verify-workers.js";

/** Blocks that are read at once to make tasks of. */
const PAGE_BLOCKS = 500;

/** Some blocks, and the range of ids, from one up to another, in which no others may begin. */
interface Section {
  blocks: StoredBlock[];
  from: string;
  before: string;
}

/** Verifies the blocks of all lanes in the order of their ids, rows and all. */
export async function* blockTasks(
  run: VerifyRun,
  planner: VerifySession,
): AsyncGenerator<VerifyTask> {
  const first = await firstIdOf(run, planner);
  let from = run.since ? first : run.attached.fromId;
  let blocks: StoredBlock[] = [];
  for await (const block of blocksFrom(first, run, planner)) {
    if (rowsOf(blocks) >= run.partRows) {
      yield sectionTask(run, { blocks, from, before: block.firstId });
      from = block.firstId;
      blocks = [];
    }
    blocks.push(block);
  }
  yield sectionTask(run, { blocks, from, before: HIGHEST_ID });
}

/** Ids of a day before the first month that is attached: none of their blocks is in it. */
const MARGIN_MS = 24 * 60 * 60 * 1_000;

async function firstIdOf(run: VerifyRun, planner: VerifySession): Promise<string> {
  const { attached, findings } = run;
  if (run.since) {
    const lanes = [...run.lanes.values()].map(({ lane, from }) => ({ lane, sequence: from }));
    return (await readFirstIdAbove(planner, lanes)) ?? HIGHEST_ID;
  }
  if (attached.since === null) return LOWEST_ID;
  const first = uuidv7Floor(new Date(attached.since.getTime() - MARGIN_MS));
  findings.notProvable.detachedBlocks += await countBlocksBefore(planner, first);
  return first;
}

async function* blocksFrom(
  firstId: string,
  run: VerifyRun,
  planner: VerifySession,
): AsyncGenerator<StoredBlock> {
  let place: BlockPlace = { firstId, lane: -1, sequence: 0 };
  for (;;) {
    const page = await readBlocksAfter(planner, place, PAGE_BLOCKS);
    for (const block of page) {
      const lane = run.lanes.get(block.lane);
      if (lane && block.sequence > lane.from && block.sequence <= lane.upto) yield block;
    }
    const last = page.at(-1);
    if (!last) return;
    place = last;
  }
}

function rowsOf(blocks: readonly StoredBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.transactions + block.transfers, 0);
}

function sectionTask(run: VerifyRun, section: Section): VerifyTask {
  return {
    rows: rowsOf(section.blocks),
    run: (on) =>
      inSnapshot(on, () =>
        run.settlementsOnly ? countSection(run, section, on) : verifySection(run, section, on),
      ),
  };
}

/** No more than what transactions count, and what was accrued for it. */
async function countSection(run: VerifyRun, { blocks }: Section, on: VerifySession) {
  if (blocks.length === 0) return;
  const rows = await readRows(blocks, on);
  recompute(run, rows, await findCompleting(run, rows, on));
  countRows(run, blocks, rows);
}

function countRows({ findings }: VerifyRun, blocks: StoredBlock[], rows: SectionRows): void {
  const { transactions, transfers } = rows;
  findings.count({
    blocks: blocks.length,
    transactions: transactions.length,
    transfers: transfers.length,
  });
}

async function verifySection(run: VerifyRun, section: Section, on: VerifySession): Promise<void> {
  const { findings, attached } = run;
  const { blocks, from, before } = section;
  findings.note(await findStrays(on, [from, before], attached.fromId));
  if (blocks.length === 0) return;
  const rows = await readRows(blocks, on);
  const whole = blocks.filter((block) => block.firstId >= attached.fromId);
  findings.notProvable.detachedBlocks += blocks.length - whole.length;
  const contents = byBlock(whole, rows);
  findings.note(contents.flatMap(checkBlock));
  const unposted = rows.transfers.filter(({ kind }) => kind !== "POST");
  findings.note(
    await findWrongPending(
      on,
      unposted.map((transfer) => transfer.id),
    ),
  );
  const keys = rows.transactions.map((t) => identityKeyOf(t.partnerId, t.externalId));
  const known = await readIdentities(on, keys);
  const completing = await checkIdentities(run, rows, { on, known });
  if (run.since) await checkAccountsOf(run, rows.transfers, on);
  recompute(run, rows, completing);
  countRows(run, blocks, rows);
}

async function readRows(blocks: StoredBlock[], on: VerifySession): Promise<SectionRows> {
  const firsts = blocks.map((block) => block.firstId).toSorted();
  const lasts = blocks.map((block) => block.lastId).toSorted();
  const range: [string, string] = [firsts[0] ?? LOWEST_ID, lasts.at(-1) ?? LOWEST_ID];
  const transactions = await readTransactionsOf(on, blocks, range);
  const ids = transactions.map((t) => t.id);
  return { transactions, transfers: await readTransfersOf(on, ids, range) };
}

/** Each block with what claims to be in it. */
function byBlock(blocks: readonly StoredBlock[], { transactions, transfers }: SectionRows) {
  const contents = new Map(
    blocks.map((block) => {
      const empty = { block, transactions: [] as StoredTransaction[] };
      return [placeOf(block.lane, block.sequence), { ...empty, transfers: [] as StoredTransfer[] }];
    }),
  );
  const places = new Map(transactions.map((t) => [t.id, placeOf(t.lane, t.block)]));
  for (const t of transactions) contents.get(placeOf(t.lane, t.block))?.transactions.push(t);
  for (const transfer of transfers) {
    contents.get(places.get(transfer.transactionId) ?? "")?.transfers.push(transfer);
  }
  return [...contents.values()];
}

function placeOf(lane: number, sequence: number): string {
  return `${lane}/${sequence}`;
}

function recompute(
  { recomputation }: VerifyRun,
  { transactions, transfers }: SectionRows,
  completing: ReadonlySet<string>,
): void {
  for (const t of transactions) {
    recomputation.add(contributionOf(t, completing.has(t.id)), {
      table: "transaction",
      row: `id ${t.id}`,
    });
  }
  for (const transfer of transfers) {
    if (transfer.code === ACCRUAL_CODE) recomputation.addAccrual(transfer);
  }
}
