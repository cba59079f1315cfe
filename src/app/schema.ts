import "reflect-metadata";
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray, type PubSub } from "type-graphql";
import {
  accessNodes,
  ApiKeyResolver,
  GrantResolver,
  PersonResolver,
  RoleResolver,
  ViewerResolver,
} from "../access/index.js";
import { AuditEventResolver } from "../audit/index.js";
import { alertNodes, AlertResolver } from "../alerts/index.js";
import {
  AdapterResolver,
  DocumentResolver,
  ingestionNodes,
  QualityResolver,
  QuarantineResolver,
  TransactionRecordResolver,
} from "../ingestion/index.js";
import { jobNodes, JobResolver } from "../jobs/index.js";
import {
  AccountCommandResolver,
  AccountResolver,
  ExportResolver,
  ledgerNodes,
  PartnerAccountsResolver,
  PostingResolver,
  TransactionResolver,
  TransferResolver,
  WalletResolver,
} from "../ledger/index.js";
import { BalancesResolver, RowsResolver, TransactionsResolver } from "../live/index.js";
import { PartnerChangedResolver, partnerNodes, PartnerResolver } from "../partners/index.js";
import {
  PayoutAccountResolver,
  payoutNodes,
  PayoutResolver,
  PayoutRunResolver,
} from "../payouts/index.js";
import {
  contractNodes,
  ContractResolver,
  ContractTermsResolver,
  ContractVersionResolver,
  ExchangeRateResolver,
  SimulationResolver,
  PartnerContractsResolver,
  SettlementCommandResolver,
  settlementNodes,
  SettlementResolver,
  SettlementStepResolver,
  PositionListResolver,
  ContractPositionResolver,
  PositionResolver,
} from "../settlements/index.js";
import { retentionNodes, RetentionResolver } from "../retention/index.js";
import { VaultResolver } from "../vault/index.js";
import { WebhookMessageResolver, webhookNodes, WebhookResolver } from "../webhooks/index.js";
import {
  BreakResolver,
  reconciliationNodes,
  ReconciliationRanResolver,
  ReconciliationResolver,
} from "../reconciliation/index.js";
import {
  SettlementStatementResolver,
  statementNodes,
  StatementResolver,
} from "../statements/index.js";
import { finishSchema } from "../shared/graphql/finish-schema.js";
import type { NodeKind } from "../shared/graphql/node-registry.js";
import { NodeResolver } from "../shared/graphql/node.resolver.js";

/** The resolvers of all rooms; each room offers its own at its door. */
const resolvers: NonEmptyArray<new () => object> = [
  NodeResolver,
  ViewerResolver,
  PartnerResolver,
  ContractResolver,
  ContractVersionResolver,
  ContractTermsResolver,
  ExchangeRateResolver,
  SimulationResolver,
  PartnerContractsResolver,
  PositionResolver,
  PositionListResolver,
  ContractPositionResolver,
  ReconciliationResolver,
  ReconciliationRanResolver,
  BreakResolver,
  PartnerChangedResolver,
  ApiKeyResolver,
  GrantResolver,
  PersonResolver,
  RoleResolver,
  AccountResolver,
  AccountCommandResolver,
  PartnerAccountsResolver,
  TransactionResolver,
  TransferResolver,
  PostingResolver,
  ExportResolver,
  WalletResolver,
  AdapterResolver,
  DocumentResolver,
  QualityResolver,
  QuarantineResolver,
  TransactionRecordResolver,
  BalancesResolver,
  TransactionsResolver,
  RowsResolver,
  WebhookResolver,
  WebhookMessageResolver,
  SettlementResolver,
  SettlementCommandResolver,
  SettlementStepResolver,
  StatementResolver,
  SettlementStatementResolver,
  JobResolver,
  AlertResolver,
  AuditEventResolver,
  VaultResolver,
  RetentionResolver,
  PayoutAccountResolver,
  PayoutResolver,
  PayoutRunResolver,
];

/** What `node` finds, of all rooms. */
export const nodeKinds: readonly NodeKind[] = [
  ...partnerNodes,
  ...contractNodes,
  ...accessNodes,
  ...ledgerNodes,
  ...ingestionNodes,
  ...webhookNodes,
  ...settlementNodes,
  ...statementNodes,
  ...jobNodes,
  ...alertNodes,
  ...reconciliationNodes,
  ...payoutNodes,
  ...retentionNodes,
];

/** TypeGraphQL asks for one as soon as there is a subscription; ours bring their own streams. */
const noPubSub: PubSub = {
  publish: () => undefined,
  subscribe() {
    throw new Error("Subscriptions of this hub name their stream in `subscribe`");
  },
};

/** The API's schema, ready to execute. */
export function buildHubSchema(): GraphQLSchema {
  return finishSchema(
    buildSchemaSync({
      resolvers,
      orphanedTypes: [],
      validate: false,
      disableInferringDefaultValues: true,
      pubSub: noPubSub,
    }),
  );
}

/** The schema as it is checked in: schema/schema.graphql. */
export function printHubSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
