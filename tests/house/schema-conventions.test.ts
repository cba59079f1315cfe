import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import {
  listsAreAlike,
  moneyIsWhole,
  moneyMovesOnce,
  nodesAreFound,
  ordersAreAlike,
  plainListsAreShort,
} from "./rules/convention.rules.js";
import { repositoryFile } from "./rules/house-files.js";

const schema = buildSchema(repositoryFile("schema/schema.graphql")?.text ?? "");

/** Lists of objects without pages, and what keeps each of them short. */
const SHORT_LISTS = {
  "Adapter.versions": "drafts of one adapter, made by hand",
  "BalancesChanged.changes": "at most 500, split beyond that",
  "BalancesSnapshot.balances": "at most 500, split beyond that",
  "JobsChanged.jobs": "at most 500, split beyond that",
  "JobsSnapshot.jobs": "at most 500, split beyond that",
  "PositionsChanged.positions": "at most 500, split beyond that",
  "PositionsSnapshot.positions": "at most 500, split beyond that",
  "SettlementsChanged.settlements": "at most 500, split beyond that",
  "SettlementsSnapshot.settlements": "at most 500, split beyond that",
  "Contract.versions": "agreed by hand, a few a year",
  "Document.refusedTransactions": "the first hundred",
  "Document.totals": "one a currency and direction",
  "DryRun.controlTotals": "one a currency and direction",
  "DryRun.coverage": "one a field of the format",
  "DryRun.refusedLines": "the first hundred",
  "DryRun.rows": "the first hundred",
  "DryRun.totals": "one a currency and direction",
  "EncryptionStatus.stores": "the tables that are encrypted",
  "EncryptionStatus.wrappingKeys": "one, or two while they are exchanged",
  "Query.payoutAccountsByNumber": "the accounts with one and the same number",
  "Partner.accounts": "one a purpose and currency; accounts(filter) has pages",
  "Partner.contracts": "agreed by hand; contracts(filter) has pages",
  "Partner.payoutAccounts": "one a currency, and those it replaced",
  "Payout.settlements": "netted by hand, within limits",
  "Person.sessions": "those of half a day, each of a sign-in by hand",
  "Position.components": "one a clause of the contract",
  "Position.totals": "limited by TOO_MANY_TYPES",
  "PositionComponent.explanation": "one a step of a clause",
  "QualityFigures.byRule": "one a rule that there is",
  "Query.adapterActivations": "made by hand",
  "Query.adapters": "made by hand",
  "Query.qualityRules": "set by hand",
  "Query.ownRoles": "made by hand",
  "Query.payoutTotals": "one a currency",
  "Query.permissionCatalogue": "one a permission",
  "Query.positionTotals": "one a currency",
  "Query.retentionReport": "one a kind",
  "Query.roles": "one a role of the hub's own",
  "Query.documentRoles": "one a kind of document and account, set by hand or once by the hub",
  "ReconciliationBreak.fields": "one a field in which both sides differ",
  "ReconciliationBreak.resolutions": "decided by hand",
  "ReconciliationPolicy.rules": "at most 20",
  "Query.settlementPeriods": "at most 100",
  "Query.settlementTotals": "one a currency",
  "Query.statementKeys": "one a rotation",
  "Query.statementTotals": "one a currency",
  "RoleGrant.partners": "named by hand for the grant",
  "Settlement.adjustments": "made by hand",
  "Settlement.allowedTransitions": "one a step that there is",
  "Settlement.corrections": "one a period that was corrected",
  "Settlement.figures": "one a clause of the contract",
  "Settlement.statements": "one a closing",
  "SettlementTransition.figuresAfter": "one a clause of the contract",
  "SettlementTransition.figuresBefore": "one a clause of the contract",
  "SimulatedPeriod.lines": "one a clause of the contract",
  "TermsSimulation.periods": "limited by the range",
  "TermsSimulation.reasons": "one a fault of the terms",
  "TermsValidation.reasons": "one a fault of the terms",
  "Transaction.transfers": "a few by the kind of the transaction",
  "TransactionsPosted.transactions": "at most 500, split beyond that",
  "Viewer.partners": "named by hand for the credential",
  "WebhookMessage.attempts": "the newest 50",
};

/** Commands that move money without naming an amount. */
const MOVE_WITHOUT_AMOUNT = [
  "approveWriteOffs",
  "createPayoutRun",
  "netSettlements",
  "recordTransactions",
  "resolveBreaks",
  "rollbackWallet",
  "voidHold",
];

/** What has an id only for those who hold its parent: a part of a delivery log, of a partner. */
const FOUND_WITHIN = ["AccountBalance", "PayoutAccount", "WebhookMessage"];

describe("a convention of the schema is broken by", () => {
  const LIST = "type JobConnection { a: Int } enum OrderDirection { ASC }";
  const page = "first: Int, after: String, last: Int, before: String";
  const jobs = (args: string): string =>
    `${LIST} input JobFilter { a: Int } enum JobOrderField { A }
     input JobOrder { field: JobOrderField!, direction: OrderDirection! = ASC }
     type Query { jobs(${args}): JobConnection! }`;

  it.each([
    ["a list without an order", listsAreAlike, jobs(page), /lacks "orderBy: JobOrder"/],
    [
      "a list that cannot be read backward",
      listsAreAlike,
      jobs("first: Int, after: String, orderBy: JobOrder"),
      /lacks "last: Int"/,
    ],
    [
      "a condition beside the filter",
      listsAreAlike,
      jobs(`${page}, orderBy: JobOrder, state: String`),
      /takes "state": make it a field of "filter: JobFilter"/,
    ],
    [
      "an order of its own kind",
      ordersAreAlike,
      `${LIST} input JobOrder { direction: OrderDirection } type Query { a: Int }`,
      /JobOrder must be/,
    ],
    ["a bare amount", moneyIsWhole, "type Query { feeMinor: Int }", /show it as Money/],
    ["a float", moneyIsWhole, "type Query { rate: Float }", /is a Float/],
  ])("%s", (_what, convention, sample, reason) => {
    expect(convention(buildSchema(sample))).toContainEqual(expect.stringMatching(reason));
  });

  it("a long list without pages", () => {
    const sample = buildSchema("type Job { a: Int } type Query { jobs: [Job!]! }");
    expect(plainListsAreShort(sample, {})).toEqual([expect.stringMatching(/has no pages/)]);
    expect(plainListsAreShort(sample, { "Query.jobs": "one", "Query.gone": "one" })).toEqual([
      expect.stringMatching(/Query\.gone, which is no plain list/),
    ]);
  });

  it("a command that moves money and has no key", () => {
    const sample = buildSchema(
      `input PayInput { amountMinor: Int! idempotencyKey: String } input NetInput { a: Int }
       type Query { a: Int }
       type Mutation { pay(input: PayInput!): Int net(input: NetInput!): Int }`,
    );
    expect(moneyMovesOnce(sample, ["net"])).toHaveLength(2);
  });

  it("an id by which nothing is found", () => {
    const sample = buildSchema("type Job { id: ID! } type Query { job: Job }");
    expect(nodesAreFound(sample, [])).toEqual([expect.stringMatching(/^Job has an id/)]);
  });
});

describe("the schema", () => {
  it("has lists that are read, filtered and sorted alike", () => {
    expect([...listsAreAlike(schema), ...ordersAreAlike(schema)]).toEqual([]);
  });

  it("has pages wherever a list can be long", () => {
    expect(plainListsAreShort(schema, SHORT_LISTS)).toEqual([]);
  });

  it("shows amounts as money", () => {
    expect(moneyIsWhole(schema)).toEqual([]);
  });

  it("takes a key where money moves", () => {
    expect(moneyMovesOnce(schema, MOVE_WITHOUT_AMOUNT)).toEqual([]);
  });

  it("finds by its id what has one", () => {
    expect(nodesAreFound(schema, FOUND_WITHIN)).toEqual([]);
  });
});
