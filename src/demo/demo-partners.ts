import type { PartnerKind } from "../partners/index.js";

/** One kind of transaction that a synthetic partner reports, and how often beside its others. */
export interface DemoMovement {
  type: string;
  direction: "IN" | "OUT";
  weight: number;
  /** Minor units, both included. */
  from: number;
  to: number;
}

export interface DemoPartner {
  code: string;
  name: string;
  kind: PartnerKind;
  currency: string;
  basis: "TURNOVER" | "GGR";
  shareRate: string;
  movements: readonly DemoMovement[];
}

/** One partner of each kind, made up and labelled so; amounts are of no real business. */
export const DEMO_PARTNERS: readonly DemoPartner[] = [
  {
    code: "demo-star-games",
    name: "Star Games (synthetic)",
    kind: "GAME_PROVIDER",
    currency: "KRW",
    basis: "GGR",
    shareRate: "0.1500",
    movements: [
      { type: "bet", direction: "IN", weight: 10, from: 1_000, to: 50_000 },
      { type: "win", direction: "OUT", weight: 6, from: 1_000, to: 75_000 },
    ],
  },
  {
    code: "demo-credit-house",
    name: "Credit House (synthetic)",
    kind: "CREDIT_SUPPLIER",
    currency: "KRW",
    basis: "TURNOVER",
    shareRate: "0.9200",
    movements: [
      { type: "credit-purchase", direction: "IN", weight: 9, from: 10_000, to: 300_000 },
      { type: "credit-return", direction: "OUT", weight: 1, from: 10_000, to: 50_000 },
    ],
  },
  {
    code: "demo-swift-pay",
    name: "Swift Pay (synthetic)",
    kind: "PAYMENT_VENDOR",
    currency: "USD",
    basis: "TURNOVER",
    shareRate: "0.0290",
    movements: [
      { type: "deposit", direction: "IN", weight: 8, from: 500, to: 40_000 },
      { type: "withdrawal", direction: "OUT", weight: 3, from: 1_000, to: 60_000 },
      { type: "chargeback", direction: "OUT", weight: 1, from: 500, to: 20_000 },
    ],
  },
  {
    code: "demo-shield-check",
    name: "Shield Check (synthetic)",
    kind: "SECURITY_VENDOR",
    currency: "EUR",
    basis: "TURNOVER",
    shareRate: "1",
    movements: [{ type: "identity-check", direction: "IN", weight: 1, from: 20, to: 95 }],
  },
];
