import { contextMaker } from "../../src/app/context.js";
import { entities } from "../../src/app/entities.js";
import { ledgerService, openLedger } from "../../src/ledger/index.js";
import { closeSettlement, loadTermsBook, openSettlements } from "../../src/settlements/index.js";
import { reopenSettlement } from "../../src/settlements/index.js";
import { systemClock } from "../../src/shared/clock.js";
import { systemActor } from "../../src/shared/commands/actor.js";
import { readConfig } from "../../src/shared/config/read-config.js";
import { openDatabase } from "../../src/shared/database/database.js";
import { uuidv7Ids } from "../../src/shared/ids.js";
import { createLog } from "../../src/shared/log.js";
import type { BenchContext } from "../harness/bench.js";
import { median } from "../harness/statistics.js";
import { addPartners, recordMany } from "./contracts.js";

const DAY_MS = 86_400_000;
/** Times that one settlement is closed, and opened again in between. */
const CLOSINGS = 7;

/** How long it takes to close a settlement of so many transactions, in milliseconds. */
export async function closeMs(
  { defer }: Pick<BenchContext, "defer">,
  url: string,
  transactions: number,
): Promise<number> {
  const { database, ledger, ctx } = await openRooms(url);
  defer(async () => {
    await ledger.close();
    await database.close();
  });
  const yesterday = new Date(Date.now() - DAY_MS);
  const from = yesterday.toISOString().slice(0, 10);
  const [partnerId = ""] = await addPartners({ pool: database.pool }, { count: 1, from });
  await recordMany(ledger, { partnerId, at: yesterday, count: transactions });
  const [settlementId = ""] = await openSettlements(ctx, { contractId: partnerId });
  const times: number[] = [];
  for (let n = 0; n < CLOSINGS; n += 1) {
    const start = performance.now();
    await closeSettlement(ctx, { settlementId });
    times.push(performance.now() - start);
    await reopenSettlement(ctx, { settlementId, reason: "to close it again" });
  }
  return median(times);
}

async function openRooms(url: string) {
  const database = await openDatabase({ url, entities });
  const log = createLog({ level: "warn", stream: process.stderr });
  const ids = uuidv7Ids(systemClock);
  const common = { database, clock: systemClock, ids, log };
  const ledger = await openLedger({ ...common, loadTerms: loadTermsBook, jobs: false });
  const deps = { ...common, config: readConfig({}, []), redis: undefined };
  const make = await contextMaker({ ...deps, announce: () => undefined });
  const ctx = make(systemActor("bench"), { channel: "SYSTEM", requestId: "bench", address: null });
  ctx.services.provide(ledgerService, ledger);
  return { database, ledger, ctx };
}
