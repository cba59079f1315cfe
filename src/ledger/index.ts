export { AccountCommandResolver } from "./account-command.resolver.js";
export { AccountResolver, PartnerAccountsResolver } from "./account.resolver.js";
export { AccountType, BalanceType } from "./account.type.js";
export { AccountBook } from "./account-book.js";
export { addExports } from "./export.route.js";
export { ExportResolver } from "./export.resolver.js";
export { latestOccurredAt, reviseTerms } from "./account.queries.js";
export type { AccountSpec } from "./account.queries.js";
export type { BalanceChange, CommittedBlock } from "./committed-block.js";
export { MAX_SUBMISSION_ITEMS, PostingEngine } from "./posting-engine.js";
export type { Receipt } from "./posting-queue.js";
export { detachMonth, keepPartitions } from "./keep-partitions.js";
export { balanceAt } from "./point-in-time.js";
export type { PastBalance, PointInTime } from "./point-in-time.js";
export { rollUp } from "./roll-up.job.js";
export type { Connection } from "./posting-read.queries.js";
export { accountById, ledgerNodes, transactionById } from "./ledger.loader.js";
export { ledgerService, openLedger } from "./open-ledger.js";
export type { LedgerOptions, LedgerService } from "./open-ledger.js";
export { PostingResolver } from "./posting.resolver.js";
export {
  creditWallet,
  debitWallet,
  openWallet,
  rollbackWallet,
  walletBalance,
} from "./move-wallet.js";
export { captureHold, placeHold, voidHold } from "./hold-funds.js";
export { convertCurrency } from "./convert-currency.js";
export { reverseTransaction } from "./reverse-transaction.js";
export { postTransfers } from "./post-transfers.js";
export type { TransferRequest } from "./post-transfers.js";
export { recordTransactions } from "./record-transactions.js";
export type { Atomicity, PartnerTransaction } from "./record-transactions.js";
export type { Outcome, PostingItem } from "./posting-model.rules.js";
export { positionKey } from "./accrual-model.rules.js";
export type {
  AccrualPeriod,
  AccrualPlace,
  AccrualReach,
  AccruedFigure,
  Countable,
  Counted,
  InputTotal,
  PositionConditions,
  PositionStanding,
  PositionState,
  SettledPosition,
  TermsBook,
} from "./accrual-model.rules.js";
export { readPositionJson } from "./position-json.rules.js";
export type { PositionJson } from "./position-json.rules.js";
export { settleItem } from "./settle-item.rules.js";
export type { SettleOrder } from "./settle-item.rules.js";
export { TransactionResolver, TransferResolver } from "./transaction.resolver.js";
export { TransactionConnection, TransactionType } from "./transaction.type.js";
export { pageOfCounted } from "./ledger-page.queries.js";
export { WalletResolver } from "./wallet.resolver.js";
export { CHECKS, INVARIANTS } from "./verify-checks.rules.js";
export { verifyLedger } from "./verify-ledger.js";
export type { VerifyCheck, VerifyOptions } from "./verify-ledger.js";
export type { Suspect } from "./verify-checks.rules.js";
export type { VerifyFault, VerifyProgress, VerifyReport } from "./verify-report.js";
