import type { JobKind } from "../jobs/index.js";
import { poolSql } from "../shared/database/sql.js";
import { issueStatement } from "./issue-statement.js";
import { untoldSettlements } from "./statement-source.queries.js";

/** So many are planned at once; the rest follows when these are told. */
const CHUNK = 500;

/** Makes the statements of settlements that closed, or that were adjusted since. */
const issue: JobKind = {
  kind: "ISSUE_STATEMENT",
  async plan(ctx) {
    const untold = await untoldSettlements(poolSql(ctx.database.pool), CHUNK);
    return untold.map(({ id, partnerId, closing, adjustments }) => ({
      subject: `${id}:${closing}:${adjustments}`,
      partnerId,
      dueAt: ctx.clock.now(),
      input: { settlementId: id },
    }));
  },
  async run(ctx, input) {
    const { settlementId } = Object(input) as { settlementId?: unknown };
    if (typeof settlementId !== "string") throw new Error("The job's input has no settlementId");
    await issueStatement(ctx, settlementId);
  },
};

/** The work on statements that a clock starts. */
export const statementJobs: readonly JobKind[] = [issue];
