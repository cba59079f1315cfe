import type { Sql } from "../shared/database/sql.js";
import type { AccountSpec } from "./account.queries.js";
import { identityKeyOf } from "./identity.rules.js";
import { AccountNotFound, WalletNotFound } from "./ledger.errors.js";
import { postingItem } from "./posting-item.rules.js";
import type { Direction, Operation, Outcome } from "./posting-model.rules.js";
import { currentAccounts } from "./record-transactions.js";
import type { Ledger } from "./record-transactions.js";
import { readWalletBalance, readWalletBalanceAfter } from "./wallet.queries.js";
import type { Receipt } from "./posting-queue.js";
import type { WalletBalance } from "./wallet.queries.js";

/** A call of a seamless wallet: the provider waits for the new balance. */
export interface WalletCall {
  /** The provider that calls. */
  partnerId: string;
  /** The provider's id of this very movement; the same again gets the same answer. */
  externalId: string;
  customerId: string;
  currency: string;
  /** The world's time; the time of receipt where the provider states none. */
  occurredAt: Date;
  occurredAtIsReceipt?: boolean;
  /** The provider's round or bet. */
  reference?: string | null;
}

export interface WalletMovement extends WalletCall {
  /** Above zero, in minor units of `currency`. */
  amountMinor: bigint;
}

export interface WalletRollback extends WalletCall {
  /** The external id of the debit or credit that is undone. */
  originalExternalId: string;
}

export interface WalletAnswer {
  outcome: Outcome;
  /** Right after this very movement; absent where it was refused. */
  balance: WalletBalance | null;
  /** The block that holds it; absent where nothing was written. */
  block: Receipt["block"];
}

/** What the wallets work with. */
export interface Wallets extends Ledger {
  sql: Sql;
}

/** The account of a customer's money in one currency; it is never overdrawn. */
export function walletAccount(customerId: string, currency: string): AccountSpec {
  const spec = { partnerId: null, purpose: "CUSTOMER_WALLET", currency, reference: customerId };
  return { ...spec, normalSide: "CREDIT", floorMinor: 0n };
}

/** Opens a customer's wallet; it may be open already. Answers its account's id. */
export async function openWallet({ accounts }: Ledger, customerId: string, currency: string) {
  const [id = ""] = await accounts.ensure([walletAccount(customerId, currency)]);
  return id;
}

/** Takes a stake from the wallet, if its available balance suffices. @throws Overloaded */
export function debitWallet(wallets: Wallets, call: WalletMovement): Promise<WalletAnswer> {
  return move(wallets, call, "IN", ({ wallet, current }) => ({ debit: wallet, credit: current }));
}

/** Pays a win into the wallet. @throws Overloaded */
export function creditWallet(wallets: Wallets, call: WalletMovement): Promise<WalletAnswer> {
  return move(wallets, call, "OUT", ({ wallet, current }) => ({ debit: current, credit: wallet }));
}

/**
 * Undoes a debit or credit by its own amount. One that is unknown is remembered, and refused should
 * it arrive later. @throws Overloaded
 */
export async function rollbackWallet(
  wallets: Wallets,
  call: WalletRollback,
): Promise<WalletAnswer> {
  const originalKey = identityKeyOf(call.partnerId, call.originalExternalId);
  const operation = { kind: "ROLLBACK", originalKey } as const;
  return carryOut(wallets, { ...call, amountMinor: 0n }, "NONE", operation);
}

/** The wallet's balance now; null where the customer has none. */
export async function walletBalance(
  { sql, accounts }: Wallets,
  customerId: string,
  currency: string,
): Promise<WalletBalance | null> {
  const [id] = await accounts.find([walletAccount(customerId, currency)]);
  return id ? readWalletBalance(sql, id) : null;
}

async function move(
  wallets: Wallets,
  call: WalletMovement,
  direction: Direction,
  sides: (ids: { wallet: string; current: string }) => { debit: string; credit: string },
): Promise<WalletAnswer> {
  const { amountMinor, currency, partnerId, customerId } = call;
  const [wallet] = await wallets.accounts.find([walletAccount(customerId, currency)]);
  if (!wallet) throw new WalletNotFound(customerId, currency);
  const [currentAccount] = currentAccounts(partnerId, currency);
  const [current = ""] = currentAccount ? await wallets.accounts.ensure([currentAccount]) : [];
  const leg = { ...sides({ wallet, current }), amountMinor, currency, code: "WALLET" };
  return carryOut(wallets, call, direction, { kind: "TRANSFER", legs: [leg] });
}

async function carryOut(
  { engine, accounts, sql }: Wallets,
  call: WalletMovement,
  direction: Direction,
  operation: Operation,
): Promise<WalletAnswer> {
  const { customerId, currency } = call;
  const type = operation.kind === "ROLLBACK" ? "rollback" : direction === "IN" ? "debit" : "credit";
  const [wallet] = await accounts.find([walletAccount(customerId, currency)]);
  if (!wallet) throw new WalletNotFound(customerId, currency);
  const item = postingItem({
    ...call,
    type,
    direction,
    operation,
    accrues: true,
    counterparty: customerId,
  });
  const receipt = await engine.submit([[item]], "authorise");
  const outcome = receipt.outcomes[0]?.[0];
  if (!outcome) throw new AccountNotFound(wallet);
  const { block } = receipt;
  return { outcome, balance: await balanceAfter(sql, wallet, outcome), block };
}

/** From the entry just posted, or from the one that the first call posted: the same for ever. */
async function balanceAfter(
  sql: Sql,
  wallet: string,
  outcome: Outcome,
): Promise<WalletBalance | null> {
  if (outcome.status === "REFUSED") return null;
  if (outcome.status === "REPLAYED") {
    return readWalletBalanceAfter(sql, wallet, outcome.transactionId);
  }
  const entry = outcome.entries.findLast(({ accountId }) => accountId === wallet);
  if (!entry) return readWalletBalance(sql, wallet);
  const { balanceAfter: postedMinor, pendingDebitAfter } = entry;
  return { postedMinor, availableMinor: postedMinor - pendingDebitAfter };
}
