import { MerkleRoot } from "../../../src/statements/merkle-tree.rules.js";
import { signStatement } from "../../../src/statements/sign-statement.js";
import { statementKey } from "../../../src/statements/statement-key.js";
import { transactionLeaf } from "../../../src/statements/statement-leaf.rules.js";
import type { StatementTransaction } from "../../../src/statements/statement-leaf.rules.js";
import { assembleStatement } from "../../../src/statements/assemble-statement.js";
import type { StatementContent } from "../../../src/statements/assemble-statement.js";
import { explainPeriod } from "../../../src/settlements/explain.rules.js";
import { month, rateTiers, share, terms, transaction } from "../settlements/terms.js";

/** A key that tests sign with. */
export const KEY = statementKey(Buffer.alloc(32, 7));
export const KEYS = { keys: [KEY.publicKey] };

/** The transactions of the sample: as many as asked for. */
export function sampleTransactions(count: number): StatementTransaction[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `txn_${at.toString(16).padStart(32, "0")}`,
    externalId: `bet-${at}`,
    type: at % 3 === 0 ? "win" : "bet",
    direction: at % 3 === 0 ? "OUT" : "IN",
    amountMinor: String(1_000 + at),
    currency: "KRW",
    occurredAt: new Date(Date.UTC(2026, 6, 1, 0, 0, at)).toISOString(),
  }));
}

/** The tree over transactions, as a statement has it. */
export function treeOf(transactions: readonly StatementTransaction[]) {
  const tree = new MerkleRoot();
  for (const each of transactions) tree.add(transactionLeaf(each));
  return { count: transactions.length, root: tree.root() };
}

/**
 * July of a game provider: 1,000,000 staked and 400,000 paid out, so a GGR of 600,000. Of it 10 %
 * up to 500,000 and 20 % of the rest, 50,000 + 20,000 = 70,000; a fee of 5,000 for the platform;
 * what came late for June, 500; a correction of 1,234; and 3,000 still owed from June:
 * 70,000 - 5,000 + 500 + 1,234 - 3,000 = 63,734.
 */
export function sampleContent(changes: Partial<StatementContent> = {}): StatementContent {
  const clauses = [
    share({ scheme: "GRADUATED", tiers: rateTiers(["0", "0.10"], ["500000", "0.20"]) }),
    { id: "platform", kind: "FIXED_FEE", amountMinor: "5000", beneficiary: "PLATFORM" },
  ];
  const period = month(terms(clauses), [
    transaction("bet", "IN", 1_000_000n),
    transaction("win", "OUT", 400_000n),
  ]);
  return {
    number: "ACME-1/2026-07-01/1",
    replaces: null,
    issuedAt: new Date("2026-08-01T03:00:00Z"),
    partner: { id: `ptr_${"1".repeat(32)}`, code: "acme", name: "에이스 게임즈 (Acme)" },
    contract: {
      id: `ctr_${"2".repeat(32)}`,
      code: "ACME-1",
      versions: [{ number: 1, effectiveFrom: "2026-01-01" }],
    },
    period: {
      firstDay: "2026-07-01",
      lastDay: "2026-07-31",
      startsAt: new Date("2026-06-30T15:00:00Z"),
      endsAt: new Date("2026-07-31T15:00:00Z"),
      timeZone: "Asia/Seoul",
    },
    currency: "KRW",
    components: explainPeriod(period),
    corrections: [{ firstDay: "2026-06-01", lastDay: "2026-06-30", amountMinor: 500n }],
    adjustments: [
      {
        id: "adj-1",
        amountMinor: 1_234n,
        reason: "6월 누락분",
        at: new Date("2026-08-01T01:00:00Z"),
      },
    ],
    broughtForwardMinor: -3_000n,
    dueMinor: 63_734n,
    carriedForwardMinor: 0n,
    dueOn: "2026-08-10",
    heads: [{ lane: 0, sequence: 9_007_199_254_740_993n, hash: "ab".repeat(32) }],
    transactions: treeOf(sampleTransactions(7)),
    ...changes,
  };
}

export function sampleStatement(changes: Partial<StatementContent> = {}) {
  return signStatement(assembleStatement(sampleContent(changes)), KEY);
}
