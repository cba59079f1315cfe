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
