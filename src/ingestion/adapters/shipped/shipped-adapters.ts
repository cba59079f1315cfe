import { readDefinition } from "../declarative/adapter-definition.js";
import { declarativeAdapter } from "../declarative/data.adapter.js";
import type { Adapter } from "../adapter-door.js";
import adyenSettlementDetail from "./adyen-settlement-detail.json" with { type: "json" };
import adyenWebhooks from "./adyen-webhooks.json" with { type: "json" };
import caletaRounds from "./caleta-rounds.json" with { type: "json" };
import caletaWallet from "./caleta-wallet.json" with { type: "json" };
import evolutionWallet from "./evolution-wallet.json" with { type: "json" };
import gocardlessPayments from "./gocardless-payments.json" with { type: "json" };
import googlePlayEarnings from "./google-play-earnings.json" with { type: "json" };
import mollieBalanceTransactions from "./mollie-balance-transactions.json" with { type: "json" };
import paypalSettlement from "./paypal-settlement.json" with { type: "json" };
import shopifyPayoutTransactions from "./shopify-payout-transactions.json" with { type: "json" };
import squarePayments from "./square-payments.json" with { type: "json" };
import stripeBalanceTransactions from "./stripe-balance-transactions.json" with { type: "json" };
import tossPayments from "./toss-payments.json" with { type: "json" };
import tossSettlements from "./toss-settlements.json" with { type: "json" };
import tossTransactions from "./toss-transactions.json" with { type: "json" };
import usageMetering from "./usage-metering.json" with { type: "json" };

/** Definitions that come with the hub, by name; they are also the examples to learn from. */
export const SHIPPED_DEFINITIONS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["adyen-settlement-detail", adyenSettlementDetail],
  ["adyen-webhooks", adyenWebhooks],
  ["caleta-rounds", caletaRounds],
  ["caleta-wallet", caletaWallet],
  ["evolution-wallet", evolutionWallet],
  ["gocardless-payments", gocardlessPayments],
  ["google-play-earnings", googlePlayEarnings],
  ["mollie-balance-transactions", mollieBalanceTransactions],
  ["paypal-settlement", paypalSettlement],
  ["shopify-payout-transactions", shopifyPayoutTransactions],
  ["square-payments", squarePayments],
  ["stripe-balance-transactions", stripeBalanceTransactions],
  ["toss-payments", tossPayments],
  ["toss-settlements", tossSettlements],
  ["toss-transactions", tossTransactions],
  ["usage-metering", usageMetering],
]);

const SHIPPED_VERSION = "1";

/** The adapters of the shipped definitions. */
export function shippedAdapters(): Adapter[] {
  return [...SHIPPED_DEFINITIONS].map(([name, definition]) =>
    declarativeAdapter(name, SHIPPED_VERSION, readDefinition(definition)),
  );
}
