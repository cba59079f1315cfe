import { gatheredBy, inOrderOf } from "../shared/graphql/loaders.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import type { LoaderDefinition } from "../shared/graphql/request-context.js";
import type { Connection } from "../shared/graphql/connection.type.js";
import type { OrderDirection, PageArgs } from "../shared/graphql/page.type.js";
import {
  accountsById,
  accountsOfPartners,
  outerPagesOfEntries,
  transactionsById,
} from "./ledger-page.queries.js";
import type { AccountRow, EntryRecord, TransactionRecord } from "./ledger-page.queries.js";
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

/** A page of an account's entries that begins at one of their ends. */
export interface OuterPage {
  accountId: string;
  direction: OrderDirection;
  page: PageArgs;
}

export const outerPageOfEntries: LoaderDefinition<OuterPage, Connection<EntryRecord>> = {
  name: "outer page of entries",
  async read(ctx, asked) {
    const alike = Map.groupBy(asked, ({ direction, page: { first, last } }) =>
      [direction, first, last].join(),
    );
    const answers = new Map<OuterPage, Connection<EntryRecord>>();
    for (const group of alike.values()) {
      const [{ direction, page } = { direction: "DESC" as const, page: {} }] = group;
      const ids = group.map(({ accountId }) => accountId);
      const pages = await outerPagesOfEntries(ctx, ids, direction, page);
      for (const [at, answer] of pages.entries()) answers.set(group[at] as OuterPage, answer);
    }
    return asked.map((each) => answers.get(each) as Connection<EntryRecord>);
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
