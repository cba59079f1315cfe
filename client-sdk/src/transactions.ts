import { TransactionStreamDocument } from "../generated/operations.js";
import type {
  TransactionStreamSubscription,
  TransactionStreamSubscriptionVariables,
} from "../generated/operations.js";
import { itemIn, relyingOn } from "./shape.js";
import type { LiveConnection } from "./live-connection.js";
import { resumed, type StreamOptions } from "./resume.js";

/** An item of the transactions' stream, told apart by `__typename`. */
export type TransactionsItem = TransactionStreamSubscription["transactions"];

/** Which transactions are watched. */
export type WatchedTransactions = Omit<TransactionStreamSubscriptionVariables, "after">;

/**
 * Every transaction that is posted, each exactly once and in the order of its lane, for as long as
 * the caller takes them. It reconnects and resumes by itself; with a store it goes on where the
 * last one that was handled stood. @throws TuttiError when coming back cannot help
 */
export function watchTransactions(
  connection: LiveConnection,
  watched: WatchedTransactions,
  options: StreamOptions & { after?: string } = {},
): AsyncGenerator<TransactionsItem, void, undefined> {
  const told = new ToldSinceCursor();
  return resumed<TransactionsItem>(
    connection,
    (cursor) => {
      const variables = { ...watched, after: cursor ?? options.after ?? null };
      return items(connection, variables, told);
    },
    (item) => relyingOn("An item", () => told.take(item)),
    options,
  );
}

async function* items(
  connection: LiveConnection,
  variables: TransactionStreamSubscriptionVariables,
  told: ToldSinceCursor,
): AsyncGenerator<TransactionsItem, void, undefined> {
  const stream = connection.subscribe(TransactionStreamDocument, variables);
  for await (const { transactions } of stream) {
    yield relyingOn("An item", () => told.news(itemIn(transactions)));
  }
}

/** What was told since the last cursor: a stream that broke there begins again with it. */
class ToldSinceCursor {
  private readonly ids = new Set<string>();

  /** The item without what the caller has already. */
  news(item: TransactionsItem): TransactionsItem {
    if (item.__typename !== "TransactionsPosted" || this.ids.size === 0) return item;
    return { ...item, transactions: item.transactions.filter(({ id }) => !this.ids.has(id)) };
  }

  take(item: TransactionsItem): void {
    if (item.cursor !== null) return this.ids.clear();
    if (item.__typename !== "TransactionsPosted") return;
    for (const { id } of item.transactions) this.ids.add(id);
  }
}
