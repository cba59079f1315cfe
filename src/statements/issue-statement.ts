import { createHash } from "node:crypto";
import { countedCurrencies, explainPosition, readTerms } from "../settlements/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { runCommand, type CommandInput } from "../shared/commands/run-command.js";
import { poolSql, type Sql } from "../shared/database/sql.js";
import { encodeId } from "../shared/graphql/global-id.js";
import { vaultService } from "../vault/index.js";
import { assembleStatement } from "./assemble-statement.js";
import { figuresOf } from "./frozen-figures.rules.js";
import { signStatement } from "./sign-statement.js";
import { signingKey } from "./sign-with-newest.js";
import { StatementIssued } from "./statement.events.js";
import { statementNumber } from "./statement.rules.js";
import type { CountedTransactions } from "./statement-leaf.queries.js";
import { insertStatement, insertSubtrees, statementsOfSettlements } from "./statement.queries.js";
import type { StatementRow } from "./statement.queries.js";
import { lockFigures, statementSource, type StatementSource } from "./statement-source.queries.js";
import { statementTree, type StatementTree } from "./statement-tree.js";
import { canonicalJson } from "./write-canonical.js";

/** Of which figures of a settlement. */
interface IssueStatement extends CommandInput {
  settlementId: string;
  closing: number;
  adjustments: number;
}

/**
 * Makes the statement of a closed settlement's figures, once for the same figures. Its transactions
 * are read before anything is locked, so that however many they are nobody waits. Null when there
 * is nothing to tell: it is not closed, or its figures changed meanwhile.
 * @returns the statement's id
 */
export async function issueStatement(
  ctx: CommandContext,
  settlementId: string,
): Promise<string | null> {
  const sql = poolSql(ctx.database.pool);
  const source = await statementSource(sql, settlementId);
  if (!source) return null;
  const tree = await statementTree(sql, transactionsOf(source));
  const figures = await explainedFigures(sql, source);
  const { closing, adjustments } = source;
  const input: IssueStatement = { settlementId, closing, adjustments: adjustments.length };
  return runCommand<string | null>(ctx, "issueStatement", input, async (work) => {
    if (!(await lockFigures(work.sql, source))) return null;
    const [newest] = await statementsOfSettlements(work.sql, null, [settlementId]);
    if (newest?.closing === closing && newest.adjustments === adjustments.length) {
      return newest.id;
    }
    const row = await signed(ctx, work.sql, { source, figures, tree, newest });
    await insertStatement(work.sql, row);
    await insertSubtrees(work.sql, row.id, tree.subtrees);
    work.record(new StatementIssued(row.id, settlementId, row.partnerId, row.number));
    return row.id;
  });
}

/** Which transactions a settlement was made from. */
export function transactionsOf(source: StatementSource): CountedTransactions {
  const { partner, periodStart, contractStartsAt, contractEndsAt, versions } = source;
  const { heads, priorHeads, postedFrom } = source;
  const terms = versions.map((version) => readTerms(version.terms));
  const currencies = [...new Set(terms.flatMap(countedCurrencies))];
  const contract = { contractStartsAt, contractEndsAt };
  const posted = { heads, priorHeads, postedFrom };
  return { partnerId: partner.id, periodStart, currencies, ...contract, ...posted };
}

type Figures = ReturnType<typeof figuresOf>;

async function explainedFigures(sql: Sql, source: StatementSource): Promise<Figures> {
  const { contract, periodStart, positionVersion: version, components, versions } = source;
  const explained = await explainPosition(sql, { contractId: contract.id, periodStart, version });
  const terms = new Map(versions.map((each) => [each.number, readTerms(each.terms)]));
  return figuresOf(components, explained, {
    currency: source.currency,
    lastVersion: versions.at(-1)?.number ?? 1,
    kindOf: (number, id) => {
      const clause = terms.get(number)?.clauses.find((each) => each.id === id);
      if (!clause) throw new Error(`Version ${number} of ${contract.code} has no clause "${id}"`);
      return clause.kind;
    },
  });
}

interface Signing {
  source: StatementSource;
  figures: Figures;
  tree: StatementTree;
  newest: StatementRow | undefined;
}

async function signed(
  ctx: CommandContext,
  sql: Sql,
  { source, figures, tree, newest }: Signing,
): Promise<StatementRow> {
  const { contract, partner, currency, firstDay, lastDay, dueOn, dueMinor } = source;
  const revision = (newest?.revision ?? 0) + 1;
  const number = statementNumber(contract.id, firstDay, revision);
  const issuedAt = ctx.clock.now();
  const key = await signingKey(ctx.services.use(vaultService), sql, issuedAt);
  const naming = { number, replaces: newest?.number ?? null, issuedAt };
  const statement = assembleStatement({
    ...contentOf(source, figures),
    ...naming,
    transactions: tree,
  });
  const content = canonicalJson(signStatement(statement, key));
  return {
    id: ctx.ids.next(),
    settlementId: source.settlementId,
    partnerId: partner.id,
    contractId: contract.id,
    number,
    revision,
    replacesId: newest?.id ?? null,
    closing: source.closing,
    adjustments: source.adjustments.length,
    currency,
    firstDay,
    lastDay,
    dueOn,
    dueMinor,
    transactions: BigInt(tree.count),
    issuedAt,
    keyId: key.publicKey.kid,
    priorHeads: source.priorHeads,
    content,
    sha256: createHash("sha256").update(content, "utf8").digest(),
  };
}

function contentOf(source: StatementSource, components: Figures) {
  const { partner, contract, periodStart, periodEnd, versions, corrections, adjustments } = source;
  const used = new Set(components.map(({ version }) => version));
  return {
    partner: { ...partner, id: encodeId("ptr", partner.id) },
    contract: {
      id: encodeId("ctr", contract.id),
      code: contract.code,
      versions: versions
        .filter(({ number }) => used.has(number))
        .map(({ number, effectiveFrom }) => ({ number, effectiveFrom })),
    },
    period: {
      firstDay: source.firstDay,
      lastDay: source.lastDay,
      startsAt: periodStart,
      endsAt: periodEnd,
      timeZone: contract.timeZone,
    },
    currency: source.currency,
    components,
    corrections: corrections.map((each) => ({ ...each, amountMinor: BigInt(each.amountMinor) })),
    adjustments: adjustments.map(({ id, amountMinor, reason, at }) => ({
      id,
      amountMinor: BigInt(amountMinor),
      reason,
      at: new Date(at),
    })),
    broughtForwardMinor: source.broughtForwardMinor,
    dueMinor: source.dueMinor,
    carriedForwardMinor: source.carriedForwardMinor,
    dueOn: source.dueOn,
    heads: source.heads.map((head) => ({ ...head, sequence: BigInt(head.sequence) })),
  };
}
