import { addPayoutAccount } from "../../src/payouts/index.js";
import {
  adjustSettlement,
  changeSettlement,
  closeSettlement,
} from "../../src/settlements/index.js";
import { systemActor } from "../../src/shared/commands/actor.js";
import { person, type SettlementWorld, type TestContract } from "./settlements.js";

/** The platform's own account. */
export const PLATFORM = {
  holderName: "Platform",
  scheme: "DOMESTIC",
  number: "110-123-456789",
  clearingSystem: "KRBOK",
  bankCode: "088",
} as const;

/** A settlement on its way to the bank. */
export interface ScheduledSettlement {
  contract: TestContract;
  settlement: {
    id: string;
    /** What the payable is worth without the settlement. */ before: bigint;
  };
}

/** March of a new contract that comes to an amount by an adjustment, approved or scheduled. */
export async function scheduled(
  world: SettlementWorld,
  amountMinor: bigint,
  state: "APPROVED" | "PAYOUT_SCHEDULED" = "PAYOUT_SCHEDULED",
  partnerId?: string,
): Promise<ScheduledSettlement> {
  world.clock.set("2026-03-10T00:00:00Z");
  const contract = await world.contract();
  const { pool } = world.rooms.database;
  if (partnerId !== undefined) {
    const sql = "update settlement set partner_id = $1 where contract_id = $2";
    await pool.query(sql, [partnerId, contract.id]);
    contract.partnerId = partnerId;
  } else {
    await payTo(world, contract);
  }
  world.clock.set("2026-04-02T00:00:00Z");
  const found = await pool.query<{ id: string }>(
    "select id from settlement where contract_id = $1",
    [contract.id],
  );
  const settlementId = found.rows[0]?.id ?? "";
  const as = (name: string) => world.rooms.as(person(name));
  await closeSettlement(world.rooms.as(systemActor("jobs")), { settlementId });
  await adjustSettlement(as("kim"), { settlementId, amountMinor, reason: "agreed" });
  await changeSettlement(as("kim"), "reconcileSettlement", { settlementId });
  await changeSettlement(as("park"), "approveSettlement", { settlementId });
  if (state === "PAYOUT_SCHEDULED") {
    await changeSettlement(as("kim"), "schedulePayout", { settlementId });
  }
  return { contract, settlement: { id: settlementId, before: 0n } };
}

/** Gives a contract's partner an account to be paid to. */
export async function payTo(world: SettlementWorld, { partnerId }: TestContract): Promise<void> {
  await addPayoutAccount(world.rooms.as(person("lee")), {
    partnerId,
    currency: "KRW",
    holderName: "Star Games",
    scheme: "DOMESTIC",
    number: "001-234-567890",
    clearingSystem: "KRBOK",
    bankCode: "004",
  });
}

/** What a bank says of all of a run, as pain.002. */
export function bankReport(messageId: string, status: string, code = "", text = ""): string {
  const reason = code
    ? `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn><AddtlInf>${text}</AddtlInf></StsRsnInf>`
    : "";
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-04-30T10:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId>
<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>${status}</GrpSts>${reason}
</OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>`;
}
