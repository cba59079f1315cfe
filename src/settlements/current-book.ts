import type { LedgerService } from "../ledger/index.js";
import { TermsShelf } from "./terms-book.js";
import type { TermsReader } from "./terms-book.queries.js";
import type { ContractBook } from "./terms-book.rules.js";

/** By ledger: those that ask now and then read again only what has changed since. */
const shelves = new WeakMap<BookLedger, TermsShelf>();
/** Readings that have not begun: whoever asks before they do is answered with them. */
const waiting = new WeakMap<BookLedger, Promise<ContractBook>>();

/** What of the ledger the contracts are read with. */
type BookLedger = Pick<LedgerService, "sql" | "accounts">;

/** The contracts as they are now, for reading and for what is settled without a transaction. */
export function currentBook(ledger: BookLedger): Promise<ContractBook> {
  const before = waiting.get(ledger);
  if (before) return before;
  const shelf = shelves.get(ledger) ?? new TermsShelf();
  shelves.set(ledger, shelf);
  const { sql, accounts } = ledger;
  const reader: TermsReader = {
    async query(text, values) {
      waiting.delete(ledger);
      return { rows: await sql.rows(text, values) };
    },
  };
  const book = shelf.load(reader, (specs) => accounts.ensure(specs));
  waiting.set(ledger, book);
  return book;
}
