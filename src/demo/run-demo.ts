import { recordTransactions } from "../ledger/index.js";
import type { LedgerService, PartnerTransaction } from "../ledger/index.js";
import { createPartner } from "../partners/index.js";
import { createContract, findContracts } from "../settlements/index.js";
import type { CommandContext } from "../shared/commands/command-context.js";
import { periodically } from "../shared/periodic.js";
import { DEMO_PARTNERS } from "./demo-partners.js";
import type { DemoMovement, DemoPartner } from "./demo-partners.js";

const PAUSE_MS = 400;
/** Transactions that one partner reports at once, at the most. */
const MAX_AT_ONCE = 8;
const CONTRACT_CODE = "demo";
const FIRST_DAY = "2026-01-01";

/** A synthetic partner that is in the hub. */
interface Known extends DemoPartner {
  id: string;
}

/**
 * Adds the synthetic partners where they are not there yet, and lets their transactions stream in
 * until it is stopped.
 */
export async function runDemo(
  ctx: CommandContext,
  ledger: LedgerService,
): Promise<{ stop(): Promise<void> }> {
  const partners: Known[] = [];
  for (const partner of DEMO_PARTNERS) partners.push(await known(ctx, ledger, partner));
  const report = () => Promise.all(partners.map((partner) => reportSome(ctx, ledger, partner)));
  return periodically(PAUSE_MS, report, (err) => ctx.log.warn({ err }, "the demo missed a beat"));
}

/** A second start finds what the first one made, perhaps by an earlier version of this program. */
async function known(
  ctx: CommandContext,
  { sql }: LedgerService,
  partner: DemoPartner,
): Promise<Known> {
  const { code, name, kind } = partner;
  const idempotencyKey = `demo ${code}`;
  const { id } = await createPartner(ctx, { code, name, kind, synthetic: true, idempotencyKey });
  const contracts = await findContracts(sql, id);
  if (contracts.some((contract) => contract.code === CONTRACT_CODE)) return { ...partner, id };
  await createContract(ctx, {
    partnerId: id,
    code: CONTRACT_CODE,
    effectiveFrom: FIRST_DAY,
    terms: termsOf(partner),
    idempotencyKey: `${idempotencyKey} contract`,
  });
  return { ...partner, id };
}

/** A flat share of what the partner's transactions come to in a calendar month. */
function termsOf({ currency, basis, shareRate }: DemoPartner) {
  const tiers = [{ from: "0", rate: shareRate }];
  const share = { basis: "basis", beneficiary: "PARTNER", scheme: "FLAT", tiers };
  return {
    currency,
    cycle: { rhythm: { kind: "MONTHLY" } },
    bases: [{ id: "basis", kind: basis }],
    clauses: [{ id: "share", kind: "REVENUE_SHARE", ...share }],
  };
}

async function reportSome(ctx: CommandContext, ledger: LedgerService, partner: Known) {
  const count = 1 + Math.floor(Math.random() * MAX_AT_ONCE);
  const transactions = Array.from({ length: count }, () => transactionOf(ctx, partner));
  await recordTransactions(ledger, transactions);
}

function transactionOf({ ids, clock }: CommandContext, partner: Known): PartnerTransaction {
  const { type, direction, from, to } = pick(partner.movements);
  return {
    partnerId: partner.id,
    externalId: `demo-${ids.next()}`,
    type,
    direction,
    amountMinor: BigInt(from + Math.floor(Math.random() * (to - from + 1))),
    currency: partner.currency,
    occurredAt: clock.now(),
  };
}

function pick(movements: readonly DemoMovement[]): DemoMovement {
  let rest = Math.random() * movements.reduce((sum, { weight }) => sum + weight, 0);
  const found = movements.find(({ weight }) => (rest -= weight) < 0) ?? movements.at(-1);
  if (!found) throw new Error("A synthetic partner has no movements");
  return found;
}
