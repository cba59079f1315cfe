import type { PartnerTransaction } from "../../src/ledger/index.js";
import { formatMinor } from "../../src/shared/money.js";

/** A payment as either side of a reconciliation has it. */
export interface TestPayment {
  reference: string;
  /** With its sign, in cents. */
  amountMinor: bigint;
  day: string;
  /** HH:MM:SS; by default noon. */
  time?: string;
  counterparty?: string;
}

/** Payments that differ in everything; one a quarter of an hour. */
export function testPayments(count: number, day: string, prefix = "P"): TestPayment[] {
  return Array.from({ length: count }, (_, index) => ({
    reference: `${prefix}-${day}-${index}`,
    amountMinor: BigInt(10_000 + index * 137) * (index % 3 === 0 ? -1n : 1n),
    day,
    time: `${two(8 + (index % 12))}:${two((index * 7) % 60)}:00`,
    counterparty: `C-${index % 5}`,
  }));
}

const two = (number: number): string => String(number).padStart(2, "0");

/** Our side of payments. */
export function ourSide(partnerId: string, payments: readonly TestPayment[]): PartnerTransaction[] {
  return payments.map(({ reference, amountMinor, day, time = "12:00:00", counterparty }) => ({
    partnerId,
    externalId: `ours-${reference}-${day}`,
    type: "payment",
    direction: amountMinor > 0n ? "IN" : "OUT",
    amountMinor: amountMinor > 0n ? amountMinor : -amountMinor,
    currency: "EUR",
    occurredAt: new Date(`${day}T${time}Z`),
    reference,
    counterparty,
  }));
}

export interface TestStatement {
  name: string;
  day: string;
  account?: string;
  openingMinor?: bigint;
  /** By default what opening and lines lead to. */
  closingMinor?: bigint;
  lines: readonly TestPayment[];
}

const net = (lines: readonly TestPayment[]): bigint =>
  lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);

/** A camt.053 of one statement. */
export function camt053({ name, day, account = "DE01", lines, ...balances }: TestStatement) {
  const { openingMinor = 0n } = balances;
  const { closingMinor = openingMinor + net(lines) } = balances;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>${name}</MsgId><CreDtTm>${day}T23:00:00Z</CreDtTm></GrpHdr>
<Stmt><Id>${name}</Id><CreDtTm>${day}T23:00:00Z</CreDtTm>
<Acct><Id><Othr><Id>${account}</Id></Othr></Id><Ccy>EUR</Ccy></Acct>
${balance("OPBD", openingMinor, day)}${balance("CLBD", closingMinor, day)}
${lines.map(entry).join("\n")}
</Stmt></BkToCstmrStmt></Document>`;
}

function amount(minor: bigint): string {
  const size = minor < 0n ? -minor : minor;
  return `<Amt Ccy="EUR">${formatMinor(size, "EUR")}</Amt><CdtDbtInd>${
    minor < 0n ? "DBIT" : "CRDT"
  }</CdtDbtInd>`;
}

function balance(code: string, minor: bigint, day: string): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(minor)}
<Dt><Dt>${day}</Dt></Dt></Bal>`;
}

function entry({ reference, amountMinor, day, time = "12:00:00" }: TestPayment, index: number) {
  return `<Ntry>${amount(amountMinor)}<Sts>BOOK</Sts>
<BookgDt><DtTm>${day}T${time}Z</DtTm></BookgDt><ValDt><Dt>${day}</Dt></ValDt>
<AcctSvcrRef>A${index}</AcctSvcrRef><BkTxCd><Prtry><Cd>PMT</Cd></Prtry></BkTxCd>
<NtryDtls><TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>`;
}
