import { raiseAlert, settleAlert } from "../../alerts/index.js";
import type { CommandContext } from "../../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../../shared/commands/run-command.js";
import { poolSql, type Sql } from "../../shared/database/sql.js";
import type { CanonicalDocument } from "../canonical-document.js";
import type { CanonicalTransaction } from "../canonical-transaction.js";
import type { Refusal } from "../adapters/index.js";
import { totalsFault } from "./check-document.rules.js";
import { findDuplicates } from "./check-duplicates.js";
import { compileRowRules, type RowCheck } from "./check-row.rules.js";
import { canonicalRow, heldRow, holdRow, identityOf } from "./hold-row.js";
import { MAX_HELD, type Held, type HeldRow } from "./quarantine.rules.js";
import { rulesOfKind, type QualityRule } from "./quality-rule.rules.js";
import { addToSequence, newestRules } from "./quality-rules.queries.js";
import { readQualityRules } from "./read-quality-rules.js";
import { rangesOf, rangeText, sequenceNumber, type NumberRange } from "./sequence.rules.js";

/** Rows that a source's rules let pass, and those that they hold back. */
export interface CheckedRows {
  good: readonly CanonicalTransaction[];
  held: Held[];
}

const GAPS_TOLD = 20;

/** The rules of a source, at work. */
export class SourceCheck {
  private readonly sql: Sql;
  private readonly rowCheck: RowCheck | null;

  constructor(
    private readonly ctx: CommandContext,
    private readonly partnerId: string,
    private readonly rules: readonly QualityRule[],
  ) {
    this.sql = poolSql(ctx.database.pool);
    this.rowCheck = compileRowRules(rules);
  }

  /** Why the whole document is held back; null when it is not. */
  document(documents: readonly CanonicalDocument[], file: string): HeldDocument | null {
    for (const rule of rulesOfKind(this.rules, "CONTROL_TOTALS")) {
      for (const document of documents) {
        const reason = totalsFault(rule, document);
        if (reason !== null) {
          const refusal: Refusal = { file, code: "CONTROL_TOTAL", reason };
          return { refusal, rule: "CONTROL_TOTALS", ruleId: rule.id };
        }
      }
    }
    return null;
  }

  /** Looks at each row, then at what came before; numbers that are missing raise an alert. */
  async rows(rows: readonly CanonicalTransaction[]): Promise<CheckedRows> {
    const checked = this.eachRow(rows);
    for (const rule of rulesOfKind(this.rules, "DUPLICATE")) {
      const { sql, partnerId } = this;
      const check = { sql, partnerId, rule, now: this.ctx.clock.now() };
      const duplicates = await findDuplicates(check, checked.good);
      if (duplicates.length === 0) continue;
      const held = new Set(duplicates.map(({ identity }) => identity));
      checked.good = checked.good.filter((row) => !held.has(identityOf(heldRow(row))));
      checked.held.push(...duplicates);
    }
    await this.sequences(rows);
    return checked;
  }

  /** More than can be kept are a wrong adapter or wrong rules: none of them is posted. */
  tooMany({ held }: CheckedRows, file: string): HeldDocument | null {
    if (held.length <= MAX_HELD) return null;
    const reason = `more than ${MAX_HELD} transactions fail a rule of the source`;
    const { rule = "SCHEMA", ruleId = null } = held[0] ?? {};
    return { refusal: { file, code: "LIMIT_EXCEEDED", reason }, rule, ruleId };
  }

  private eachRow(rows: readonly CanonicalTransaction[]): CheckedRows {
    const { rowCheck } = this;
    if (rowCheck === null) return { good: rows, held: [] };
    const good: CanonicalTransaction[] = [];
    const held: Held[] = [];
    const now = this.ctx.clock.now();
    for (const row of rows) {
      const why = rowCheck(row, now);
      if (why === null) good.push(row);
      else held.push(holdRow(row, why));
    }
    return { good, held };
  }

  private async sequences(rows: readonly CanonicalTransaction[]): Promise<void> {
    for (const { id, field, prefix } of rulesOfKind(this.rules, "SEQUENCE")) {
      const numbers = rows.flatMap((row) => sequenceNumber(row[field], prefix) ?? []);
      if (numbers.length === 0) continue;
      const of = { partnerId: this.partnerId, ruleId: id };
      await this.tellGaps(id, await addToSequence(this.sql, of, rangesOf(numbers)));
    }
  }

  private async tellGaps(ruleId: string, gaps: readonly NumberRange[]): Promise<void> {
    const { ctx, partnerId } = this;
    const about = { kind: "SOURCE_GAP", subject: `${partnerId}:${ruleId}` } as const;
    const input: TellGaps = { partnerId, ruleId };
    const missing = rangeText(gaps.slice(0, GAPS_TOLD));
    await runCommand(ctx, "checkSequence", input, async (work) => {
      if (gaps.length > 0) {
        const message = `Numbers of the sequence "${ruleId}" are missing: ${missing}`;
        await raiseAlert(ctx, work, { ...about, partnerId, message });
      } else await settleAlert(ctx, work, { ...about, resolution: "All numbers have come" });
    });
  }
}

interface TellGaps extends CommandInput {
  partnerId: string;
  ruleId: string;
}

/** A document that a rule holds back as a whole. */
export interface HeldDocument extends Pick<Held, "rule" | "ruleId"> {
  refusal: Refusal;
}

/** The rules that are in force at a source; null where there are none, which costs nothing more. */
export async function sourceCheck(
  ctx: CommandContext,
  partnerId: string,
): Promise<SourceCheck | null> {
  const newest = await newestRules(poolSql(ctx.database.pool), partnerId);
  const rules = newest === null ? [] : readQualityRules(newest.rules);
  return rules.length === 0 ? null : new SourceCheck(ctx, partnerId, rules);
}

/** Why the rules in force hold one row back; null when they let it pass. */
export async function recheckRow(
  ctx: CommandContext,
  partnerId: string,
  row: HeldRow,
): Promise<Held | null> {
  const check = await sourceCheck(ctx, partnerId);
  return (await check?.rows([canonicalRow(row)]))?.held[0] ?? null;
}
