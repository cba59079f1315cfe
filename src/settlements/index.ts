export { createContract, type CreateContract } from "./create-contract.js";
export { Contract } from "./contract.entity.js";
export { ContractCreated } from "./contract.events.js";
export { contractById, contractNodes } from "./contract.loader.js";
export type { ContractRow } from "./contract.queries.js";
export { ContractResolver, PartnerContractsResolver } from "./contract.resolver.js";
export { ContractTermsResolver } from "./contract-terms.resolver.js";
export { ContractVersionResolver } from "./contract-version.resolver.js";
export { SimulationResolver } from "./simulation.resolver.js";
export { ExchangeRateResolver } from "./exchange-rate.resolver.js";
export { findContracts, type AgreedContract } from "./find-contracts.js";
export { ContractType } from "./contract.type.js";
export { ContractVersion } from "./contract-version.entity.js";
export { closePeriod, reopenPeriod, type PeriodMove } from "./closed-period.queries.js";
export { PositionListResolver } from "./position-list.resolver.js";
export { ContractPositionResolver, PositionResolver } from "./position.resolver.js";
export { currentBook } from "./current-book.js";
export { openPeriods, releaseReserves } from "./keep-positions.js";
export { settlePosition } from "./settle-position.js";
export { settlementAccounts } from "./position-account.rules.js";
export { settlementChecks } from "./verify-settlements.js";
export { loadTermsBook, TermsShelf } from "./terms-book.js";
export { exactText } from "./exact.rules.js";
export { explainPeriod, type ExplainedComponent } from "./explain.rules.js";
export type { Component } from "./segment-value.rules.js";
export type { TraceLine } from "./trace.rules.js";
export { adjustSettlement, type AdjustSettlement } from "./adjust-settlement.js";
export { changeSettlement, STEP_COMMANDS, type StepCommand } from "./change-settlement.js";
export { beginClosing, closeSettlement, type CloseSettlement } from "./close-settlement.js";
export { freezeSettlement } from "./freeze-settlement.js";
export { aloneAgain, netSettlements, type NetSettlements } from "./net-settlements.js";
export { openSettlements } from "./open-settlements.js";
export { postSettlementTransfers } from "./post-settlement-transfers.js";
export { reopenSettlement, type ReopenSettlement } from "./reopen-settlement.js";
export { SettlementAdjusted, SettlementMoved, SettlementsNetted } from "./settlement.events.js";
export { SettlementCommandResolver } from "./settlement-command.resolver.js";
export { settlementById, settlementNodes } from "./settlement.loader.js";
export { settlementJobs } from "./settlement.job.js";
export { SettlementResolver } from "./settlement.resolver.js";
export { SettlementStepResolver } from "./settlement-step.resolver.js";
export { SettlementStateEnum, SettlementType } from "./settlement.type.js";
export { payableOf, platformAccount } from "./settlement-account.rules.js";
export { nettingLegs, type NettedSettlement } from "./settlement-figures.rules.js";
export { insertTransfers, type SettlementTransfer } from "./settlement-transfer.queries.js";
export { takeTransition } from "./take-transition.js";
export {
  AVAILABLE_ON,
  lockPayable,
  lockSettlements,
  settlementsById,
  type SettlementRow,
} from "./settlement.queries.js";
export { SETTLEMENT_STATES, type SettlementState } from "./settlement-state.rules.js";
export { countedCurrencies } from "./contract.rules.js";
export { explainPosition, type PositionVersion } from "./explain-position.js";
export { readTerms } from "./read-terms.rules.js";
export type { FrozenComponent } from "./settlement.queries.js";
export { ContractNotFound } from "./contract.errors.js";
export type { PositionSelection } from "./position-changes.queries.js";
export { PositionType } from "./position.type.js";
export { readSettlementChanges, type SettlementSelection } from "./settlement-changes.queries.js";
export { watchedPositions, type WatchedPosition } from "./watch-positions.js";
