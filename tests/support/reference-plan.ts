import type { LedgerState, PostingPlan } from "../../src/ledger/posting-model.rules.js";

/**
 * What must hold of a plan by itself, whatever it posts: its rows belong together as the tables and
 * the chain take them for granted. @returns what does not, in words
 */
export function planFaults(before: LedgerState, plan: PostingPlan): string[] {
  return [...rowFaults(plan), ...positionFaults(before, plan)];
}

function rowFaults({ transactions, transfers, entries, refusals, outcomes }: PostingPlan) {
  const faults: string[] = [];
  const posted = new Set(transactions.map(({ id }) => id));
  const sides = transfers.flatMap(({ id, transactionId, debit, debitVersion, credit, ...rest }) => {
    if (!posted.has(transactionId)) faults.push(`transfer ${id} of no transaction`);
    return [`${debit} v${debitVersion} ${id}`, `${credit} v${rest.creditVersion} ${id}`];
  });
  const written = entries.map((e) => `${e.accountId} v${e.version} ${e.transferId}`);
  if (written.join() !== sides.join()) {
    faults.push(`transfers have the sides ${sides.join()}, and the entries are ${written.join()}`);
  }
  for (const rows of [transactions, transfers]) {
    const ids = rows.map(({ id }) => id);
    if (ids.join() !== ids.toSorted().join()) faults.push(`ids out of order: ${ids.join()}`);
  }
  const said = outcomes.flat().filter(({ status }) => status === "POSTED").length;
  if (said !== transactions.length) faults.push(`${said} POSTED for ${transactions.length} rows`);
  const refused = outcomes.flat().filter(({ status }) => status === "REFUSED").length;
  if (refused !== refusals.length) faults.push(`${refused} REFUSED, ${refusals.length} kept`);
  return faults;
}

function positionFaults(before: LedgerState, { positions }: PostingPlan): string[] {
  return [...positions].flatMap(([key, { version, isNew }]) => {
    const known = before.positions.get(key);
    const follows = version === (known?.version ?? 0) + 1 && isNew === (known === undefined);
    return follows ? [] : [`position ${key} is ${version} after ${known?.version ?? "none"}`];
  });
}
