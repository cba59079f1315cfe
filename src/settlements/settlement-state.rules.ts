import type { Permission } from "../shared/permission.rules.js";
import * as refusals from "./settlement.errors.js";

export const SETTLEMENT_STATES = [
  "OPEN",
  "CLOSING",
  "CLOSED",
  "RECONCILED",
  "APPROVED",
  "PAYOUT_SCHEDULED",
  "IN_PAYOUT",
  "PAID_OUT",
  "WITHHELD",
  "DISPUTED",
] as const;
export type SettlementState = (typeof SETTLEMENT_STATES)[number];

/** One step that a settlement may take. */
export interface Transition {
  from: SettlementState;
  to: SettlementState;
  permission: Permission;
  /** Whether somebody else than those who prepared the settlement has to take it. */
  fourEyes: boolean;
  needsReason: boolean;
  /**
   * What has to be there: an amount due and where to pay it, the bank's confirmation, or nothing
   * at all that is due or still owed.
   */
  needs: "PAYOUT_ACCOUNT" | "CONFIRMATION" | "NOTHING_DUE" | null;
}

type Options = Partial<Pick<Transition, "fourEyes" | "needsReason" | "needs">>;

function row(
  from: SettlementState,
  to: SettlementState,
  permission: Permission,
  options: Options = {},
): Transition {
  return { from, to, permission, fourEyes: false, needsReason: false, needs: null, ...options };
}

const WITH_REASON = { needsReason: true } as const;
const BY_ANOTHER = { fourEyes: true } as const;
const RELEASED = { needsReason: true, fourEyes: true } as const;

/** Every step that there is; what is not here is refused. */
export const TRANSITIONS: readonly Transition[] = [
  row("OPEN", "CLOSING", "settlement:close"),
  row("CLOSING", "CLOSED", "settlement:close"),
  row("CLOSED", "RECONCILED", "settlement:reconcile"),
  row("RECONCILED", "APPROVED", "settlement:approve", BY_ANOTHER),
  row("APPROVED", "PAYOUT_SCHEDULED", "settlement:pay", { needs: "PAYOUT_ACCOUNT" }),
  row("PAYOUT_SCHEDULED", "IN_PAYOUT", "settlement:pay"),
  row("IN_PAYOUT", "PAID_OUT", "settlement:pay", { needs: "CONFIRMATION" }),
  // without a payout, for there is nothing to pay and nothing that a bank could confirm
  row("APPROVED", "PAID_OUT", "settlement:pay", { needs: "NOTHING_DUE" }),
  // back, for what came late, was approved too early, or failed at the bank
  row("CLOSED", "OPEN", "settlement:reopen", WITH_REASON),
  row("RECONCILED", "OPEN", "settlement:reopen", WITH_REASON),
  row("RECONCILED", "CLOSED", "settlement:reconcile", WITH_REASON),
  row("APPROVED", "RECONCILED", "settlement:approve", WITH_REASON),
  row("PAYOUT_SCHEDULED", "APPROVED", "settlement:pay", WITH_REASON),
  row("IN_PAYOUT", "APPROVED", "settlement:pay", WITH_REASON),
  // aside: withheld only once approved, so that release never skips an approval
  row("APPROVED", "WITHHELD", "settlement:withhold", WITH_REASON),
  row("PAYOUT_SCHEDULED", "WITHHELD", "settlement:withhold", WITH_REASON),
  row("WITHHELD", "APPROVED", "settlement:withhold", RELEASED),
  // a dispute ends where everything is looked at again; what is paid is corrected, not disputed
  row("CLOSED", "DISPUTED", "settlement:dispute", WITH_REASON),
  row("RECONCILED", "DISPUTED", "settlement:dispute", WITH_REASON),
  row("APPROVED", "DISPUTED", "settlement:dispute", WITH_REASON),
  row("PAYOUT_SCHEDULED", "DISPUTED", "settlement:dispute", WITH_REASON),
  row("WITHHELD", "DISPUTED", "settlement:dispute", WITH_REASON),
  row("DISPUTED", "CLOSED", "settlement:dispute", RELEASED),
];

/** The steps by which somebody has a hand in what is approved; giving way back is none. */
export const PREPARING: readonly Pick<Transition, "from" | "to">[] = TRANSITIONS.filter(
  ({ from, to }) =>
    ["CLOSING", "WITHHELD", "DISPUTED"].includes(to) ||
    (from === "CLOSING" && to === "CLOSED") ||
    (from === "CLOSED" && to === "RECONCILED"),
);

/** Who takes a step, with what in hand. */
export interface TransitionAttempt {
  from: SettlementState;
  to: SettlementState;
  actor: string;
  permissions: ReadonlySet<Permission>;
  reason: string | null;
  /**
   * Who had a hand in what is to be approved: closed, reconciled, adjusted, withheld or disputed.
   */
  preparedBy: ReadonlySet<string>;
  dueMinor: bigint;
  /** What it owes and no later settlement has taken over; zero or negative. */
  owedMinor: bigint;
  hasPayoutAccount: boolean;
  isPayoutConfirmed: boolean;
}

/**
 * The row of the table by which a step may be taken.
 * @throws TransitionNotAllowed, TransitionForbidden, ReasonRequired, SecondPersonRequired,
 *   NothingToPay, PayoutAccountRequired, PayoutNotConfirmed, PayoutRequired
 */
export function assertTransition(attempt: TransitionAttempt): Transition {
  const { from, to, actor, permissions, reason, preparedBy } = attempt;
  const transition = TRANSITIONS.find((each) => each.from === from && each.to === to);
  if (!transition) throw new refusals.TransitionNotAllowed(from, to, statesAfter(from));
  const { permission, fourEyes, needsReason } = transition;
  if (!permissions.has(permission)) throw new refusals.TransitionForbidden(permission);
  if (needsReason && !reason?.trim()) throw new refusals.ReasonRequired(to);
  if (fourEyes && preparedBy.has(actor)) throw new refusals.SecondPersonRequired();
  assertNeeds(transition, attempt);
  return transition;
}

function assertNeeds({ needs }: Transition, attempt: TransitionAttempt): void {
  if (needs === "PAYOUT_ACCOUNT") {
    if (attempt.dueMinor <= 0n) throw new refusals.NothingToPay();
    if (!attempt.hasPayoutAccount) throw new refusals.PayoutAccountRequired();
  }
  if (needs === "CONFIRMATION" && !attempt.isPayoutConfirmed) {
    throw new refusals.PayoutNotConfirmed();
  }
  if (needs === "NOTHING_DUE" && (attempt.dueMinor !== 0n || attempt.owedMinor !== 0n)) {
    throw new refusals.PayoutRequired();
  }
}

/** The steps that an actor may take, but for a reason, an account or a confirmation they need. */
export function allowedSteps(
  from: SettlementState,
  {
    actor,
    permissions,
    preparedBy,
  }: Pick<TransitionAttempt, "actor" | "permissions" | "preparedBy">,
): Transition[] {
  return TRANSITIONS.filter(
    (each) =>
      each.from === from &&
      permissions.has(each.permission) &&
      !(each.fourEyes && preparedBy.has(actor)),
  );
}

/** Where a settlement can go from a state. */
export function statesAfter(from: SettlementState): SettlementState[] {
  return TRANSITIONS.filter((each) => each.from === from).map(({ to }) => to);
}
