export { blankAccounts, isBeingPaid } from "./payout-account.queries.js";
export { addPayoutAccount, type AddPayoutAccount } from "./add-payout-account.js";
export { createPayoutRun, type CreatePayoutRun } from "./create-payout-run.js";
export { PayoutAccountResolver } from "./payout-account.resolver.js";
export { PayoutFinished, PayoutRunCreated } from "./payout.events.js";
export { payoutJobs } from "./payout.job.js";
export { payoutNodes } from "./payout.loader.js";
export { openRunFile, paymentFileStore } from "./seal-payment-file.js";
export { payoutAccountStore } from "./seal-payout-account.js";
export { PayoutResolver, PayoutRunResolver } from "./payout.resolver.js";
export { readPayoutReport } from "./read-payout-report.js";
export { revealPayoutAccount } from "./reveal-payout-account.js";
export {
  paymentGroups,
  type CreditTransfer,
  type CreditTransferRun,
} from "./credit-transfer.rules.js";
export type { PaymentAccount, PaymentBank, PaymentCharacters } from "./credit-transfer.rules.js";
export type { PaymentGroup, PaymentParty } from "./credit-transfer.rules.js";
export { writeCreditTransfers } from "./pain-001.rules.js";
export { transferStatuses, type TransferStatus } from "./payment-status.rules.js";
export type { PaymentStatusReport, StatusReason, TransferOutcome } from "./payment-status.rules.js";
export { assertAccount, assertBank, isIban } from "./payment-text.rules.js";
export { readPaymentStatus } from "./read-payment-status.js";
