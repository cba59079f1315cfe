/** Documents that the bench of the adapters reads, each with so many rows. */
export interface Sample {
  bytes: Buffer;
  rows: number;
}

const FIRST_MS = 1_769_800_000_000;

function decimal(amountMinor: number): string {
  return (amountMinor / 100).toFixed(2);
}

function amountOf(n: number): number {
  return 1 + ((n * 7_919) % 99_999);
}

/** A month of a bank's statements, 500 lines each, with structured remittances. */
export function mt940Sample(rows: number): Sample {
  const perStatement = 500;
  const statements: string[] = [];
  let balance = 0;
  for (let first = 0; first < rows; first += perStatement) {
    const opening = balance;
    const lines: string[] = [];
    for (let n = first; n < Math.min(first + perStatement, rows); n++) {
      balance += amountOf(n);
      const amount = decimal(amountOf(n)).replace(".", ",");
      lines.push(`:61:2601310131CR${amount},NTRFREF-${n}//BANK-${n}`.replace(",N", "N"));
      lines.push(`:86:166?00GUTSCHRIFT?20EREF+E2E-${n}?21SVWZ+Invoice ${n}?30AAAADEFF`);
      lines.push(`?31DE00900000000000000002?32Lantern Games Ltd`);
    }
    const money = (minor: number): string => `C260131EUR${decimal(minor).replace(".", ",")}`;
    const number = String(first / perStatement + 1).padStart(5, "0");
    const head = [":20:STARTUMS", ":25:90000000/0000000001", `:28C:${number}/001`];
    statements.push(
      [...head, `:60F:${money(opening)}`, ...lines, `:62F:${money(balance)}`, "-", ""].join("\r\n"),
    );
  }
  return { bytes: Buffer.from(statements.join("")), rows };
}

/** A processor's report: twelve columns, of which eight are read. */
export function csvSample(rows: number): Sample {
  const lines = ["id,kind,status,gross,fee,net,currency,created,payer,order,description,batch"];
  for (let n = 0; n < rows; n++) {
    const at = new Date(FIRST_MS + n * 1_000).toISOString();
    const gross = decimal(amountOf(n));
    lines.push(
      `t-${n},payment,settled,${gross},0.10,${gross},EUR,${at},payer-${n % 97},order-${n},` +
        `"Credits, pack ${n % 9}",31`,
    );
  }
  return { bytes: Buffer.from(`${lines.join("\n")}\n`), rows };
}

/** A processor's events, an object a line. */
export function ndjsonSample(rows: number): Sample {
  const lines: string[] = [];
  for (let n = 0; n < rows; n++) {
    lines.push(
      JSON.stringify({
        id: `t-${n}`,
        kind: "payment",
        status: "settled",
        amount: { value: amountOf(n), currency: "EUR" },
        created: new Date(FIRST_MS + n * 1_000).toISOString(),
        payer: `payer-${n % 97}`,
        order: { id: `order-${n}`, description: `Credits, pack ${n % 9}`, items: [1, 2, 3] },
        metadata: { batch: 31, channel: "web", country: "KR", test: false },
      }),
    );
  }
  return { bytes: Buffer.from(`${lines.join("\n")}\n`), rows };
}

/** A document in the pieces in which a file is read. */
export async function* pieces({ bytes }: Sample): AsyncGenerator<Uint8Array> {
  const size = 64 * 1024;
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
