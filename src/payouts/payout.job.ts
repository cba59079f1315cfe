import type { JobKind } from "../jobs/index.js";
import { poolSql } from "../shared/database/sql.js";
import { PayoutUnconfirmed } from "./payout.errors.js";
import { openPayouts, payoutsById } from "./payout.queries.js";

/** After so many days a bank has told of a payment, or somebody has to ask it. */
export const CONFIRMATION_DAYS = 5;
const DAY_MS = 86_400_000;

const expirePayout: JobKind = {
  kind: "EXPIRE_PAYOUT",
  async plan({ database }) {
    const payouts = await openPayouts(poolSql(database.pool));
    return payouts.map(({ id, partnerId, createdAt }) => ({
      subject: id,
      partnerId,
      dueAt: new Date(createdAt.getTime() + CONFIRMATION_DAYS * DAY_MS),
      input: { payoutId: id },
    }));
  },
  async run({ database }, input) {
    const { payoutId } = Object(input) as { payoutId: string };
    const [payout] = await payoutsById(poolSql(database.pool), null, [payoutId]);
    if (payout?.state !== "IN_PAYOUT") return;
    throw new PayoutUnconfirmed(payout.endToEndId, CONFIRMATION_DAYS);
  },
};

/** The work on payouts that a clock starts. */
export const payoutJobs: readonly JobKind[] = [expirePayout];
