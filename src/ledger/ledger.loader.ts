import { gatheredBy, inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import { accountsById, accountsOfPartners, transactionsById } from "./ledger-page.queries.js";
import type { AccountRow, TransactionRecord } from "./ledger-page.queries.js";
import { holdsById, transfersById, transfersOfTransactions } from "./transfer.queries.js";
import type { HoldType, TransferType } from "./transaction.type.js";

export const accountById: LoaderDefinition<string, AccountRow | null> = {
  name: "account by id",
  read: async (ctx, ids) => inOrderOf(ids, await accountsById(ctx.sql, ctx.scope, ids)),
};

export const accountsOfPartner: LoaderDefinition<string, AccountRow[]> = {
  name: "accounts of a partner",
  async read(ctx, partnerIds) {
    const rows = await accountsOfPartners(ctx.sql, ctx.scope, partnerIds);
    return gatheredBy(partnerIds, rows, (row) => row.partnerId ?? "");
  },
};

export const transactionById: LoaderDefinition<string, TransactionRecord | null> = {
  name: "transaction by id",
  read: async (ctx, ids) => inOrderOf(ids, await transactionsById(ctx.sql, ctx.scope, ids)),
};

export const transferById: LoaderDefinition<string, TransferType | null> = {
  name: "transfer by id",
  read: async (ctx, ids) => inOrderOf(ids, await transfersById(ctx.sql, ctx.scope, ids)),
};

export const transfersOfTransaction: LoaderDefinition<string, TransferType[]> = {
  name: "transfers of a transaction",
  async read(ctx, ids) {
    const rows = await transfersOfTransactions(ctx.sql, ctx.scope, ids);
    return gatheredBy(ids, rows, (row) => row.transactionId);
  },
};

export const holdById: LoaderDefinition<string, HoldType | null> = {
  name: "hold by id",
  read: async (ctx, ids) => inOrderOf(ids, await holdsById(ctx.sql, ctx.scope, ids)),
};

/** How the ledger's things are found by their global ids. */
export const ledgerNodes: readonly NodeKind[] = [
  { prefix: "acc", typeName: "Account", permission: "ledger:read", loader: accountById },
  { prefix: "txn", typeName: "Transaction", permission: "ledger:read", loader: transactionById },
  { prefix: "trf", typeName: "Transfer", permission: "ledger:read", loader: transferById },
];
