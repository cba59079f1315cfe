import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StatementNotVerified } from "../../../client-sdk/src/statement-not-verified.js";
import { canonicalJson } from "../../../client-sdk/src/canonical-json.js";
import type { InclusionProof, Statement } from "../../../client-sdk/src/statement.js";
import { statementTransaction, verifyInclusion } from "../../../client-sdk/src/verify-inclusion.js";
import { auditPath } from "../../../src/statements/merkle-tree.rules.js";
import {
  canonicalTransaction,
  transactionLeaf,
  type StatementTransaction,
} from "../../../src/statements/statement-leaf.rules.js";
import { sampleStatement, sampleTransactions, treeOf } from "./sample-statement.js";

function statementOver(transactions: readonly StatementTransaction[]): Statement {
  return sampleStatement({ transactions: treeOf(transactions) }).statement;
}

function proofOf(transactions: readonly StatementTransaction[], index: number): InclusionProof {
  const hashes = auditPath(transactions.map(transactionLeaf), index);
  return { index: String(index), hashes: hashes.map((each) => each.toString("hex")) };
}

const SIZES = [1, 2, 3, 4, 5, 7, 8, 9, 31, 33];

describe("a transaction's proof", () => {
  it.each(SIZES)(
    "is verified for each of %i transactions, and for no other place",
    async (size) => {
      const transactions = sampleTransactions(size);
      const statement = statementOver(transactions);
      for (const [index, transaction] of transactions.entries()) {
        const proof = proofOf(transactions, index);
        await verifyInclusion(statement, transaction, proof);
        for (const other of [index - 1, index + 1, size]) {
          const moved = { ...proof, index: String(other) };
          await expect(verifyInclusion(statement, transaction, moved)).rejects.toThrow(
            StatementNotVerified,
          );
        }
      }
    },
  );

  it("does not hold against another statement", async () => {
    const transactions = sampleTransactions(9);
    const proof = proofOf(transactions, 4);
    for (const other of [transactions.slice(0, 8), transactions.toReversed(), [transactions[4]]]) {
      const statement = statementOver(other.filter((each) => each !== undefined));
      await expect(
        verifyInclusion(statement, transactions[4] as StatementTransaction, proof),
      ).rejects.toThrow(StatementNotVerified);
    }
  });

  it("does not hold for the transaction with anything of it changed", async () => {
    const transactions = sampleTransactions(9);
    const statement = statementOver(transactions);
    const transaction = transactions[5] as StatementTransaction;
    const proof = proofOf(transactions, 5);
    for (const key of Object.keys(transaction) as (keyof StatementTransaction)[]) {
      const changed = { ...transaction, [key]: `${transaction[key].slice(0, -1)}!` };
      await expect(verifyInclusion(statement, changed, proof)).rejects.toThrow(/not, as given/);
    }
    await verifyInclusion(statement, { ...transaction, note: "x" } as StatementTransaction, proof);
  });

  it("does not hold with a hash changed, added or taken away, or text that is none", async () => {
    const transactions = sampleTransactions(33);
    const statement = statementOver(transactions);
    const [transaction] = transactions as [StatementTransaction];
    const { index, hashes } = proofOf(transactions, 0);
    const broken = [
      hashes.slice(1),
      [...hashes, "00".repeat(32)],
      hashes.toReversed(),
      hashes.with(2, "ab".repeat(32)),
      hashes.with(2, (hashes[2] ?? "").toUpperCase()),
      hashes.with(0, ""),
    ];
    for (const each of broken) {
      await expect(
        verifyInclusion(statement, transaction, { index, hashes: each }),
      ).rejects.toThrow(StatementNotVerified);
    }
    for (const bad of ["-1", "1.5", "0x0", "", "9".repeat(30)]) {
      await expect(verifyInclusion(statement, transaction, { index: bad, hashes })).rejects.toThrow(
        StatementNotVerified,
      );
    }
  });

  it("is over the same text in the hub and in the client", () => {
    const text = fc.string({ unit: "grapheme" });
    const transaction = fc.record({
      id: text,
      externalId: text,
      type: text,
      direction: text,
      amountMinor: text,
      currency: text,
      occurredAt: text,
    });
    const property = fc.property(transaction, (each) => {
      expect(canonicalTransaction(each)).toBe(canonicalJson(each));
    });
    fc.assert(property);
  });

  it("takes a transaction as the API shows it", () => {
    const shown = {
      id: "txn_1",
      externalId: "e",
      type: "bet",
      direction: "IN",
      counterparty: "x",
      amount: { amountMinor: "5", amount: "5", currency: "KRW" },
      occurredAt: "2026-07-01T09:00:00+09:00",
    };
    expect(statementTransaction(shown)).toEqual({
      id: "txn_1",
      externalId: "e",
      type: "bet",
      direction: "IN",
      amountMinor: "5",
      currency: "KRW",
      occurredAt: "2026-07-01T00:00:00.000Z",
    });
  });
});
