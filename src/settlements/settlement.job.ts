import type { JobKind } from "../jobs/index.js";
import { dateIn, startOfDay } from "../shared/calendar.rules.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { poolSql } from "../shared/database/sql.js";
import type { Json } from "../shared/tagged-json.js";
import { changeSettlement } from "./change-settlement.js";
import { closeSettlement } from "./close-settlement.js";
import { openPeriods, releaseReserves } from "./keep-positions.js";
import { openSettlements } from "./open-settlements.js";
import { postSettlementTransfers } from "./post-settlement-transfers.js";
import { settlePosition } from "./settle-position.js";
import { openSettlementsOf, settlementsById } from "./settlement.queries.js";
import { reopenSettlement } from "./reopen-settlement.js";
import {
  contractsToOpen,
  contractsWithNewRates,
  contractsWithReserves,
  lateSettlements,
  settlementsToClose,
  settlementsToPay,
  transfersLeft,
} from "./settlement-job.queries.js";

const openPeriod: JobKind = {
  kind: "OPEN_PERIOD",
  async plan(ctx) {
    const contracts = await contractsToOpen(sqlOf(ctx), ctx.clock.now());
    return contracts.map(({ contractId, partnerId, beginsAt }) => ({
      subject: `${contractId}:${beginsAt.toISOString()}`,
      partnerId,
      dueAt: beginsAt,
      input: { contractId },
    }));
  },
  async run(ctx, input) {
    const contractId = textOf(input, "contractId");
    await openSettlements(ctx, { contractId });
    // Fixed fees and guarantees are owed without any transaction.
    for (const open of await openSettlementsOf(sqlOf(ctx), contractId)) {
      await settlePosition(ctx, open, "open");
    }
  },
};

const closePeriod: JobKind = {
  kind: "CLOSE_PERIOD",
  async plan(ctx) {
    const settlements = await settlementsToClose(sqlOf(ctx));
    return settlements.map(({ id, partnerId, attempt, closesAt }) => ({
      subject: `${id}:${attempt}`,
      partnerId,
      dueAt: closesAt,
      input: { settlementId: id },
    }));
  },
  async run(ctx, input) {
    await closeSettlement(ctx, { settlementId: textOf(input, "settlementId") });
  },
};

const reopenLate: JobKind = {
  kind: "REOPEN_SETTLEMENT",
  async plan(ctx) {
    const late = await lateSettlements(sqlOf(ctx));
    return late.map(({ id, partnerId, positionVersion }) => ({
      subject: `${id}:${positionVersion}`,
      partnerId,
      dueAt: ctx.clock.now(),
      input: { settlementId: id },
    }));
  },
  async run(ctx, input) {
    const settlementId = textOf(input, "settlementId");
    const reason = "Transactions came late, and the contract settles such a period again";
    await reopenSettlement(ctx, { settlementId, reason });
    await closeSettlement(ctx, { settlementId });
  },
};

/** A rate of the period is provisional until it is over: each publication is a job of its own. */
const renewRates: JobKind = {
  kind: "RENEW_RATES",
  async plan(ctx) {
    const contracts = await contractsWithNewRates(sqlOf(ctx));
    return contracts.map(({ contractId, partnerId, publishedAt }) => ({
      subject: `${contractId}:${publishedAt.toISOString()}`,
      partnerId,
      dueAt: publishedAt,
      input: { contractId },
    }));
  },
  async run(ctx, input) {
    await openPeriods(ctx, textOf(input, "contractId"));
  },
};

/** Reserves are released on a day: each day of the contract is a job of its own. */
const releaseDue: JobKind = {
  kind: "RELEASE_RESERVES",
  async plan(ctx) {
    const contracts = await contractsWithReserves(sqlOf(ctx));
    return contracts.map(({ contractId, partnerId, timeZone }) => {
      const day = dateIn(ctx.clock.now(), timeZone);
      const dueAt = startOfDay(day, timeZone);
      return { subject: `${contractId}:${day}`, partnerId, dueAt, input: { contractId } };
    });
  },
  async run(ctx, input) {
    await releaseReserves(ctx, textOf(input, "contractId"));
  },
};

const schedulePayout: JobKind = {
  kind: "SCHEDULE_PAYOUT",
  async plan(ctx) {
    const settlements = await settlementsToPay(sqlOf(ctx));
    return settlements.map(({ id, partnerId, approval, dueOn, timeZone }) => ({
      subject: `${id}:${approval}`,
      partnerId,
      dueAt: startOfDay(dueOn, timeZone),
      input: { settlementId: id },
    }));
  },
  async run(ctx, input) {
    const settlementId = textOf(input, "settlementId");
    const [settlement] = await settlementsById(sqlOf(ctx), null, [settlementId]);
    const step = settlement?.dueMinor === 0n ? "finishSettlement" : "schedulePayout";
    await changeSettlement(ctx, step, { settlementId });
  },
};

const postTransfer: JobKind = {
  kind: "POST_TRANSFER",
  async plan(ctx) {
    const left = await transfersLeft(sqlOf(ctx), ctx.clock.now());
    return left.map(({ id, causeId, partnerId }) => ({
      subject: id,
      partnerId,
      dueAt: ctx.clock.now(),
      input: { causeId },
    }));
  },
  run: (ctx, input) => postSettlementTransfers(ctx, [textOf(input, "causeId")]),
};

/** The work on settlements that a clock starts. */
export const settlementJobs: readonly JobKind[] = [
  openPeriod,
  reopenLate,
  closePeriod,
  renewRates,
  releaseDue,
  schedulePayout,
  postTransfer,
];

function sqlOf({ database }: CommandContext) {
  return poolSql(database.pool);
}

function textOf(input: Json, name: string): string {
  const value: unknown = Object(input)[name];
  if (typeof value !== "string") throw new Error(`The job's input has no ${name}`);
  return value;
}
