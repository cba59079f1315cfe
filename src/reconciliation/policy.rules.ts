/** What documents of a kind are for: to post, to match what is posted, or to check balances. */
export const DOCUMENT_ROLES = ["POST", "MATCH", "BALANCE"] as const;
export type DocumentRole = (typeof DOCUMENT_ROLES)[number];

/** Kinds of bank documents that report the same movements in several ways. */
const BANK_ADAPTERS = ["camt.052", "camt.053", "camt.054", "mt940"];

/** Whether documents of this kind may repeat what another kind has posted. */
export function mayRepeat(adapter: string): boolean {
  return BANK_ADAPTERS.includes(adapter);
}

/**
 * What documents are for as long as nobody said it: one kind posts an account's movements, the
 * first that came; the others are held against it. A position report posts nothing.
 * @param posting the kinds that post this account already
 */
export function defaultRole(adapter: string, posting: readonly string[]): DocumentRole {
  if (adapter === "camt.052") return "BALANCE";
  if (!mayRepeat(adapter)) return "POST";
  return posting.some((other) => other !== adapter && mayRepeat(other)) ? "MATCH" : "POST";
}

/** An account number as it is compared: banks write the same one with and without blanks. */
export function accountKey(account: string | undefined): string {
  return (account ?? "").replaceAll(/\s+/g, "").toUpperCase();
}

/** How many items of either side make one match. */
export const RULE_KINDS = ["ONE_TO_ONE", "ONE_TO_MANY", "MANY_TO_ONE", "NET_BY_DAY"] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export const LINK_RULES = ["EXACT", "SIMILAR", "ANY"] as const;
export type LinkRule = (typeof LINK_RULES)[number];

/** One rule of matching; the first one that fits is taken. */
export interface MatchRule {
  name: string;
  /** ONE_TO_MANY is one line of theirs for many transactions of ours. */
  kind: RuleKind;
  /** How references are compared. */
  link: LinkRule;
  /** How much of the longer reference must agree, for SIMILAR. */
  similarityPercent: number;
  /** By how much amounts may differ, in minor units ... */
  tolerance: bigint;
  /** ... or as a part of our amount, in basis points; the larger of both counts. */
  toleranceBasisPoints: number;
  /** By how many days they may be apart. */
  days: number;
}

/** Where the reference that both sides share is found. */
export const OUR_LINKS = ["REFERENCE", "EXTERNAL_ID"] as const;
export type OurLink = (typeof OUR_LINKS)[number];
export const THEIR_LINKS = ["REFERENCE", "BANK_REFERENCE", "REMITTANCE", "EXTERNAL_ID"] as const;
export type TheirLink = (typeof THEIR_LINKS)[number];

/** How a partner is reconciled. */
export interface PolicySettings {
  /** IANA zone in which a time has its day. */
  zone: string;
  ourLink: OurLink;
  theirLink: TheirLink;
  /** Our transactions that the partner states; all where null. */
  types: string[] | null;
  /** How long an item waits for its counterpart before it is a break. */
  graceMinutes: number;
  /** So many days after ours a statement must list it, even if none covers its day. */
  lateDays: number;
  /** Up to here one person writes off alone, in minor units of any currency. */
  writeOffLimit: bigint;
  rules: MatchRule[];
}

const EXACT: MatchRule = {
  name: "exact",
  kind: "ONE_TO_ONE",
  link: "EXACT",
  similarityPercent: 100,
  tolerance: 0n,
  toleranceBasisPoints: 0,
  days: 0,
};

/** What a partner begins with: no amount is tolerated to differ. */
export const DEFAULT_POLICY: PolicySettings = {
  zone: "UTC",
  ourLink: "REFERENCE",
  theirLink: "REFERENCE",
  types: null,
  graceMinutes: 60,
  lateDays: 3,
  writeOffLimit: 1_000n,
  rules: [
    EXACT,
    { ...EXACT, name: "other day", days: 2 },
    { ...EXACT, name: "similar reference", link: "SIMILAR", similarityPercent: 80, days: 1 },
    { ...EXACT, name: "batch of ours", kind: "ONE_TO_MANY", days: 1 },
    { ...EXACT, name: "batch of theirs", kind: "MANY_TO_ONE", days: 1 },
  ],
};

/** Settings as JSON keeps them, which has no exact number. */
export interface StoredPolicy extends Omit<PolicySettings, "writeOffLimit" | "rules"> {
  writeOffLimit: string;
  rules: (Omit<MatchRule, "tolerance"> & { tolerance: string })[];
}

export function storedPolicy(settings: PolicySettings): StoredPolicy {
  const rules = settings.rules.map((rule) => ({ ...rule, tolerance: String(rule.tolerance) }));
  return { ...settings, writeOffLimit: String(settings.writeOffLimit), rules };
}

export function policyOf(stored: StoredPolicy): PolicySettings {
  const rules = stored.rules.map((rule) => ({ ...rule, tolerance: BigInt(rule.tolerance) }));
  return { ...stored, writeOffLimit: BigInt(stored.writeOffLimit), rules };
}
