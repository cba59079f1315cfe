import {
  accountsById,
  accountsOfPartners,
  outerPagesOfEntries,
  pageOfAccounts,
  type AccountRow,
  type EntryRecord,
} from "../../src/ledger/ledger-page.queries.js";
import { contractsOfPartners, type ContractRow } from "../../src/settlements/contract.queries.js";
import { findPositions } from "../../src/settlements/find-position.js";
import type { PositionView } from "../../src/settlements/position.type.js";
import { systemClock } from "../../src/shared/clock.js";
import type { Services } from "../../src/shared/commands/services.js";
import {
  partnersByCode,
  partnersById,
  type PartnerRow,
} from "../../src/partners/partner.queries.js";
import type { Sql } from "../../src/shared/database/sql.js";
import { encodeId } from "../../src/shared/graphql/global-id.js";
import type { RequestContext } from "../../src/shared/graphql/request-context.js";
import { formatMinor } from "../../src/shared/money.js";
import type { Case } from "./documents.js";

type Answer = (variables: Record<string, string>) => Promise<object>;

/** The answers to the bench's questions, with the hub's SQL and by hand: nothing is checked. */
export function rawAnswers(sql: Sql, services: Services): Record<Case, Answer> {
  const on = { sql, services, clock: systemClock, cursors: { encode: () => "", decode: () => [] } };
  return {
    list: () => list(on),
    one: ({ id = "" }) => one(sql, id.slice("acc_".length)),
    deep: ({ code = "" }) => deep(on, code),
    page: ({ id = "" }) => page(on, id.slice("acc_".length)),
  };
}

type On = Pick<RequestContext, "sql" | "cursors" | "services" | "clock">;

async function list(on: On): Promise<object> {
  const ctx = { ...on, scope: null } as unknown as RequestContext;
  const { edges } = await pageOfAccounts(ctx, {}, "ASC", { first: 50 });
  const ids = new Set(edges.map(({ node }) => node.partnerId).filter((id) => id !== null));
  const partners = await partnersById(on.sql, null, [...ids]);
  const byId = new Map(partners.map((partner) => [partner.id, partner]));
  const nodes = edges.map(({ node }) => ({
    id: encodeId("acc", node.id),
    purpose: node.purpose,
    reference: node.reference,
    currency: node.currency,
    partner: node.partnerId && partnerNames(byId.get(node.partnerId)),
    balance: balance(node),
  }));
  return { accounts: { nodes } };
}

async function one(sql: Sql, id: string): Promise<object> {
  const [row] = await accountsById(sql, null, [id]);
  if (!row) return { account: null };
  const { purpose, reference, currency, normalSide, state, createdAt } = row;
  const plain = { purpose, reference, currency, normalSide, state, createdAt };
  return { account: { id: encodeId("acc", row.id), ...plain, balance: balance(row) } };
}

async function deep(on: On, code: string): Promise<object> {
  const [row] = await partnersByCode(on.sql, null, [code]);
  if (!row) return { partner: null };
  const [contracts, accounts] = await Promise.all([
    contractsOfPartners(on.sql, null, [row.id]),
    accountsOfPartners(on.sql, null, [row.id]),
  ]);
  const contractIds = contracts.map(({ id }) => id);
  const positions = await findPositions(on, contractIds, null);
  const ids = accounts.map(({ id }) => id);
  const pages = await outerPagesOfEntries(on, ids, "DESC", { first: 10 });
  const partner = {
    ...partnerNames(row),
    kind: row.kind,
    state: row.state,
    contracts: contracts.map((contract, at) => contractWith(contract, positions[at] ?? null)),
    accounts: accounts.map((account, at) => ({
      id: encodeId("acc", account.id),
      purpose: account.purpose,
      currency: account.currency,
      balance: balance(account),
      entries: {
        nodes: pages[at]?.edges.map(({ node }) => ({
          version: node.version.toString(),
          change: change(node),
          postedAt: node.postedAt,
        })),
      },
    })),
  };
  return { partner };
}

function contractWith(contract: ContractRow, position: PositionView | null): object {
  const { id, code, currency, effectiveFrom, timeZone, version } = contract;
  const plain = { id: encodeId("ctr", id), code, currency, effectiveFrom, timeZone, version };
  if (!position) return { ...plain, position };
  const { firstDay, lastDay, payableMinor } = position;
  const payable = money(payableMinor, position.currency);
  const components = position.components.map(({ clause, effectMinor, currency: of }) => {
    return { clause, effect: money(effectMinor, of) };
  });
  const shown = { firstDay, lastDay, version: position.version, payable, components };
  return { ...plain, position: shown };
}

async function page(on: On, id: string): Promise<object> {
  const [account] = await accountsById(on.sql, null, [id]);
  const [found] = await outerPagesOfEntries(on, [id], "DESC", { first: 100 });
  const nodes = found?.edges.map(({ node }) => ({
    version: node.version.toString(),
    change: change(node),
    balanceAfter: { posted: posted(node), version: node.version.toString() },
    occurredAt: node.occurredAt,
    postedAt: node.postedAt,
  }));
  const pageInfo = { hasNextPage: found?.pageInfo.hasNextPage };
  return { account: account && { entries: { nodes, pageInfo } } };
}

function partnerNames(partner: PartnerRow | undefined): object | null {
  if (!partner) return null;
  return { id: encodeId("ptr", partner.id), code: partner.code, name: partner.name };
}

function balance(row: AccountRow): object {
  const { currency, normalSide, pendingDebit, pendingCredit, version } = row;
  const pending = normalSide === "CREDIT" ? pendingDebit : pendingCredit;
  const available = inNormalSign(row, row.balance) - pending;
  return {
    posted: posted(row),
    available: money(available, currency),
    version: version.toString(),
  };
}

function posted(row: AccountRow | EntryRecord): object {
  return money(inNormalSign(row, row.balance), row.currency);
}

function change(entry: EntryRecord): object {
  return money(inNormalSign(entry, entry.amount), entry.currency);
}

function inNormalSign({ normalSide }: { normalSide: string }, amount: bigint): bigint {
  return normalSide === "CREDIT" ? amount : -amount;
}

function money(amountMinor: bigint, currency: string): object {
  const amount = formatMinor(amountMinor, currency);
  return { amountMinor: amountMinor.toString(), amount, currency };
}
