import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";

/** An archive of camt.054 notifications as a bank packs a month: one document a day. */
export async function camtArchive(
  prefix: string,
  documents: number,
  paymentsEach: number,
): Promise<Buffer> {
  const archive = pack();
  for (let day = 0; day < documents; day++) {
    archive.entry({ name: `day-${day}.xml` }, camtNotification(`${prefix}-${day}`, paymentsEach));
  }
  archive.finalize();
  return gzipSync(await buffer(archive));
}

/** A notification with so many payments in one entry. */
export function camtNotification(messageId: string, payments: number): string {
  let sumMinor = 0;
  const details = Array.from({ length: payments }, (_, n) => {
    const amountMinor = 1 + ((n * 7_919) % 99_999);
    const isCredit = n % 3 !== 0;
    sumMinor += isCredit ? amountMinor : -amountMinor;
    return payment(n, amountMinor, isCredit);
  });
  const direction = sumMinor < 0 ? "DBIT" : "CRDT";
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.10">
  <BkToCstmrDbtCdtNtfctn>
    <GrpHdr><MsgId>${messageId}</MsgId><CreDtTm>2026-01-31T05:00:00Z</CreDtTm></GrpHdr>
    <Ntfctn>
      <Id>${messageId}</Id>
      <Acct><Id><Othr><Id>000000000001</Id></Othr></Id></Acct>
      <Ntry>
        <Amt Ccy="EUR">${decimal(Math.abs(sumMinor))}</Amt>
        <CdtDbtInd>${direction}</CdtDbtInd>
        <Sts><Cd>BOOK</Cd></Sts>
        <BkTxCd><Prtry><Cd>INST</Cd></Prtry></BkTxCd>
        <NtryDtls>
${details.join("\n")}
        </NtryDtls>
      </Ntry>
    </Ntfctn>
  </BkToCstmrDbtCdtNtfctn>
</Document>
`;
}

function payment(n: number, amountMinor: number, isCredit: boolean): string {
  const at = new Date(1_769_800_000_000 + n * 1_000).toISOString();
  return `          <TxDtls>
            <Refs>
              <EndToEndId>E2E-${n}</EndToEndId>
              <TxId>${100_000 + (n % 900_000)}</TxId>
            </Refs>
            <Amt Ccy="EUR">${decimal(amountMinor)}</Amt>
            <CdtDbtInd>${isCredit ? "CRDT" : "DBIT"}</CdtDbtInd>
            <RltdAgts>
              <DbtrAgt><FinInstnId><BICFI>AAAABEB${n % 10}</BICFI></FinInstnId></DbtrAgt>
              <CdtrAgt><FinInstnId><BICFI>BBBBDEF${n % 10}</BICFI></FinInstnId></CdtrAgt>
            </RltdAgts>
            <RltdDts><AccptncDtTm>${at}</AccptncDtTm></RltdDts>
          </TxDtls>`;
}

function decimal(minor: number): string {
  return (minor / 100).toFixed(2);
}
