import { onceDirectedPage, sortedPage } from "../shared/graphql/sorted-page.type.js";

export const AccountPageArgs = sortedPage({
  name: "Account",
  plural: "accounts",
  by: { OPENED: "The order in which they were opened." },
  otherwise: "the oldest",
});

export const EntryPageArgs = onceDirectedPage(
  {
    name: "Entry",
    plural: "entries",
    by: { VERSION: "The number of the entry in its account." },
    otherwise: "the newest",
  },
  "DESC",
);

export const TransactionPageArgs = onceDirectedPage(
  {
    name: "Transaction",
    plural: "transactions",
    by: { POSTED_AT: "The time at which it was posted." },
    otherwise: "the newest",
  },
  "DESC",
);
