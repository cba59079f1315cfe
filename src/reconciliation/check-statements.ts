import type { Sql } from "../shared/database/sql.js";
import type { Ids } from "../shared/ids.js";
import { healBreaks, openBreaks, type NewBreak } from "./break.queries.js";
import type { DifferingField } from "./item.rules.js";
import type { PolicyRow } from "./policy.queries.js";
import { proposalFor, type BreakSubject } from "./proposal.rules.js";
import {
  chainLinks,
  contradictions,
  markChecked,
  positions,
  type StatementFinding,
} from "./statement-check.queries.js";

/** Breaks that were opened, and those that resolved themselves. */
export interface Judged {
  opened: number;
  resolved: number;
}

interface Checking {
  sql: Sql;
  ids: Ids;
  policy: PolicyRow;
  now: Date;
}

const FIELD_OF: Record<Exclude<BreakSubject, "ITEM">, DifferingField> = {
  BALANCE: "closing",
  CONTINUITY: "opening",
  POSITION: "turnover",
};

const HEALED = "The figures agree now";

/**
 * Holds statements against themselves (opening and lines against closing), against the one before
 * (opening against its closing) and, where they are positions, against the ledger's day.
 */
export async function checkStatements(checking: Checking): Promise<Judged> {
  const { sql, policy, now } = checking;
  const { partnerId } = policy;
  const graceMs = policy.settings.graceMinutes * 60_000;
  const before = new Date(now.getTime() - graceMs);
  const balance = await contradictions(sql, partnerId);
  const chain = await chainLinks(sql, partnerId);
  const day = policy.followsLedger ? await positions(sql, partnerId, before) : [];
  const found = [
    await settle(checking, "BALANCE", balance),
    await settle(checking, "CONTINUITY", chain),
    await settle(checking, "POSITION", day),
  ];
  await markChecked(sql, partnerId);
  return {
    opened: found.reduce((sum, { opened }) => sum + opened, 0),
    resolved: found.reduce((sum, { resolved }) => sum + resolved, 0),
  };
}

async function settle(
  { sql, ids, policy, now }: Checking,
  subject: Exclude<BreakSubject, "ITEM">,
  findings: readonly StatementFinding[],
): Promise<Judged> {
  const agrees = (one: StatementFinding): boolean => one.oursMinor === one.theirsMinor;
  const { partnerId } = policy;
  const breaks = findings
    .filter((one) => !agrees(one))
    .map((one) => breakOf(ids.next(), subject, one));
  const healed = findings.filter(agrees).map(({ statementId }) => statementId);
  const heal = { subject, ids: healed, reason: HEALED, at: now };
  return {
    opened: await openBreaks(sql, partnerId, breaks, now),
    resolved: await healBreaks(sql, partnerId, heal),
  };
}

function breakOf(
  id: string,
  subject: Exclude<BreakSubject, "ITEM">,
  { statementId, account, currency, day, oursMinor, theirsMinor }: StatementFinding,
): NewBreak {
  const differenceMinor = theirsMinor - oursMinor;
  const fields = [
    {
      field: FIELD_OF[subject],
      ours: String(oursMinor),
      theirs: String(theirsMinor),
      difference: String(differenceMinor),
    },
  ];
  const kind = "MISMATCHED";
  const about = { subject, kind, isOurs: false, differenceMinor, fields } as const;
  const proposal = proposalFor({ ...about, writeOffLimit: 0n });
  const where = { account, currency, day, lineId: null, transactionId: null, statementId };
  return { id, subject, kind, ...where, differenceMinor, fields, proposal };
}
