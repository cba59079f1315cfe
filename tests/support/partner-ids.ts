import { ID_PREFIXES, type IdPrefix } from "../../src/shared/graphql/global-id.js";
import type { FilledPartner } from "./partner-world.js";

/** Which kind of id an argument takes, where its name does not say it. */
const BY_FIELD: Record<string, IdPrefix> = {
  account: "acc",
  contract: "ctr",
  document: "doc",
  node: "ptr",
  partner: "ptr",
  settlement: "stl",
  statement: "stm",
  transaction: "txn",
  partnerChanged: "ptr",
  quarantineItem: "qrn",
};
const BY_NAME: Record<string, IdPrefix> = {
  partnerId: "ptr",
  partnerIds: "ptr",
  contractId: "ctr",
  accountId: "acc",
  accountIds: "acc",
  settlementId: "stl",
  settlementIds: "stl",
  statementId: "stm",
  transactionId: "txn",
  documentId: "doc",
  documentIds: "doc",
  endpointId: "whe",
  messageIds: "whm",
  jobId: "job",
  alertId: "alr",
  apiKeyId: "key",
  holderId: "key",
  payoutId: "pay",
  payoutRunId: "run",
  runId: "run",
  payoutAccountId: "bnk",
  debitAccountId: "acc",
  creditAccountId: "acc",
  fromAccountId: "acc",
  toAccountId: "acc",
  replaces: "txn",
  roleId: "rol",
  grantId: "grt",
  personId: "per",
  breakIds: "brk",
  statementDocumentId: "doc",
  itemId: "qrn",
  itemIds: "qrn",
  subject: "ptr",
  aboutSettlementId: "stl",
};

/** Gives the ids of one partner, or of nobody, wherever the schema asks for one. */
export function idsFrom(ids: Record<IdPrefix, string>, code: string) {
  return (name: string, of: string): unknown => {
    if (name === "code") return code;
    if (name === "ids") return Object.values(ids).filter((id) => !id.startsWith("rol"));
    if (name === "holdId") return of.includes("Retention") ? ids.rhd : ids.txn;
    const prefix = BY_NAME[name] ?? (name === "id" ? BY_FIELD[of] : undefined);
    if (prefix === undefined) throw new Error(`Say in this test what ${of}(${name}) is an id of`);
    return ids[prefix];
  };
}

/** Well-formed ids that nothing has, and a code that nobody has. */
export const nobody: Pick<FilledPartner, "ids" | "mark"> = {
  mark: "zz-absent",
  ids: Object.fromEntries(
    Object.entries(ID_PREFIXES).map(([prefix, kind], n) => [
      prefix,
      `${prefix}_${kind === "DECIMAL" ? "999999" : `0190${String(n).padStart(28, "0")}`}`,
    ]),
  ) as Record<IdPrefix, string>,
};
