import type { BalanceChange } from "../ledger/index.js";
import type { News, RowNews } from "./news-bus.js";
import type { LiveBlock } from "./read-log.queries.js";

/**
 * The version of the messages: hubs of another one are not understood, and read Postgres instead.
 */
const FORMAT = 2;

/** One change, its fields in a fixed order: names would be most of the message. */
type ChangeTuple = [
  accountId: string,
  partnerId: string | null,
  purpose: string,
  currency: string,
  isCredit: 0 | 1,
  fromVersion: number,
  version: number,
  balance: string,
  pendingDebit: string,
  pendingCredit: string,
  transactionId: string,
];

type BlockParts = [
  lane: number,
  sequence: number,
  postedAt: number,
  changes: ChangeTuple[],
  contracts: readonly string[] | null,
];

type Message =
  | [format: number, from: string, kind: "b", ...BlockParts]
  | [format: number, from: string, kind: "p", positions: [number, number][]]
  | [format: number, from: string, kind: "r", of: RowNews];

/** News as text. @param from names the hub, so that it knows its own again */
export function encodeNews(from: string, news: News): string {
  return JSON.stringify(messageOf(from, news));
}

function messageOf(from: string, news: News): Message {
  if (news.kind === "positions") return [FORMAT, from, "p", [...news.positions]];
  if (news.kind === "rows") return [FORMAT, from, "r", news.of];
  return [FORMAT, from, "b", ...blockParts(news.block)];
}

/** The news of a text, or null where another version of the hub made it. */
export function decodeNews(text: string): { from: string; news: News } | null {
  const message = JSON.parse(text) as Message;
  if (message[0] !== FORMAT) return null;
  const from = message[1];
  if (message[2] === "p") {
    return { from, news: { kind: "positions", positions: new Map(message[3]) } };
  }
  if (message[2] === "r") return { from, news: { kind: "rows", of: message[3] } };
  const [, , , lane, sequence, postedAt, changes, contracts] = message;
  const balances = changes.map(changeOf);
  const block = { lane, sequence, postedAt, balances, contracts };
  return { from, news: { kind: "block", block } };
}

function blockParts({ lane, sequence, postedAt, balances, contracts }: LiveBlock): BlockParts {
  return [lane, sequence, postedAt, balances.map(tupleOf), contracts];
}

function tupleOf(change: BalanceChange): ChangeTuple {
  return [
    change.accountId,
    change.partnerId,
    change.purpose,
    change.currency,
    change.normalSide === "CREDIT" ? 1 : 0,
    change.fromVersion,
    change.version,
    change.balance.toString(),
    change.pendingDebit.toString(),
    change.pendingCredit.toString(),
    change.transactionId,
  ];
}

function changeOf(tuple: ChangeTuple): BalanceChange {
  const [accountId, partnerId, purpose, currency, isCredit, fromVersion, version] = tuple;
  return {
    accountId,
    partnerId,
    purpose,
    currency,
    fromVersion,
    version,
    normalSide: isCredit === 1 ? "CREDIT" : "DEBIT",
    balance: BigInt(tuple[7]),
    pendingDebit: BigInt(tuple[8]),
    pendingCredit: BigInt(tuple[9]),
    transactionId: tuple[10],
  };
}
