import type {
  AccountState,
  Leg,
  Operation,
  PostingItem,
} from "../../src/ledger/posting-model.rules.js";
import { CoreInMemory } from "./reference-core.js";

export const LARGEST = 2n ** 63n - 1n;
export const NOW = Date.UTC(2024, 0);

/** A core in which everything that can be referred to is there: see `prepared`. */
export interface Scene {
  core: CoreInMemory;
  ids: CoreInMemory["world"]["ids"];
  partnerId: string;
  /** Transaction ids by external id. */
  posted: Map<string, string>;
}

export function leg(scene: Scene, changes: Partial<Leg> = {}): Leg {
  const { cash: debit, anna: credit } = scene.ids;
  return { debit, credit, amountMinor: 5n, currency: "EUR", code: "BET", ...changes };
}

export function item(scene: Scene, changes: Partial<PostingItem> = {}): PostingItem {
  const made: PostingItem = {
    partnerId: scene.partnerId,
    externalId: "new",
    identityKey: "",
    contentHash: "content",
    type: "bet",
    direction: "IN",
    amountMinor: 5n,
    currency: "EUR",
    occurredAt: NOW,
    counterparty: null,
    reference: null,
    documentId: null,
    details: null,
    operation: { kind: "TRANSFER", legs: [leg(scene)] },
    accrues: true,
    ...changes,
  };
  return { ...made, identityKey: made.externalId };
}

export function answer(scene: Scene, ...group: PostingItem[]): string[] {
  const { outcomes } = scene.core.compute([group], NOW);
  return outcomes.flat().map((o) => (o.status === "REFUSED" ? o.code : o.status));
}

export const transfer = (...legs: Leg[]): Operation => ({ kind: "TRANSFER", legs });
export const hold = (scene: Scene, expiresAt: number | null): Operation => {
  return { kind: "HOLD", debit: scene.ids.cash, credit: scene.ids.anna, expiresAt };
};

/** Anna has 100; there are holds of 10 and transfers of 10, one of each sort. */
export function prepared(): Scene {
  const core = new CoreInMemory();
  const { ids, partners } = core.world;
  const scene: Scene = { core, ids, partnerId: partners.acme, posted: new Map() };
  const both = transfer(leg(scene), leg(scene));
  const past = transfer(leg(scene, { amountMinor: 100n }));
  const given: [string, Partial<PostingItem>][] = [
    ["funds", { amountMinor: 100n, operation: past }],
    ["whole", { amountMinor: 10n, operation: transfer(leg(scene, { amountMinor: 10n })) }],
    ["undone", { amountMinor: 10n, operation: transfer(leg(scene, { amountMinor: 10n })) }],
    ["double", { amountMinor: 10n, operation: both }],
    ["pending", { amountMinor: 10n, operation: hold(scene, null) }],
    ["late", { amountMinor: 10n, operation: hold(scene, NOW) }],
    ["ended", { amountMinor: 10n, operation: hold(scene, null) }],
    ["early", { amountMinor: 0n, operation: { kind: "ROLLBACK", originalKey: "never" } }],
    ["foreign", { partnerId: partners.bolt }],
  ];
  for (const [externalId, changes] of given) post(scene, externalId, changes);
  const { posted } = scene;
  const undo: Operation = { kind: "REVERSAL", originalId: posted.get("undone") ?? "" };
  post(scene, "undo", { amountMinor: 0n, operation: undo });
  const end: Operation = { kind: "VOID", holdId: posted.get("ended") ?? "", because: "VOIDED" };
  post(scene, "end", { amountMinor: 0n, operation: end });
  return scene;
}

function post(scene: Scene, externalId: string, changes: Partial<PostingItem>): void {
  const plan = scene.core.compute([[item(scene, { externalId, ...changes })]], NOW);
  if (plan.refusals.length > 0) throw new Error(`${externalId}: ${plan.refusals[0]?.reason}`);
  scene.posted.set(externalId, plan.transactions[0]?.id ?? "");
}

export function account(
  scene: Scene,
  name: keyof Scene["ids"],
  changes: Partial<AccountState>,
): void {
  const { accounts } = scene.core.state;
  const found = accounts.get(scene.ids[name]);
  if (found) accounts.set(found.id, { ...found, ...changes });
}
