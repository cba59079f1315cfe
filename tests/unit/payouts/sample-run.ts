import fc from "fast-check";
import type {
  CreditTransfer,
  CreditTransferRun,
  PaymentParty,
} from "../../../src/payouts/credit-transfer.rules.js";

export const PLATFORM: PaymentParty = {
  name: "Tutti Platform",
  account: { kind: "OTHER", number: "123456-04-567890" },
  bank: { bic: "CZNBKRSEXXX", clearing: null },
};

export const PROVIDER: PaymentParty = {
  name: "에이스 게임즈",
  account: { kind: "OTHER", number: "11022233344" },
  bank: { bic: null, clearing: { system: "KRBOK", member: "088" } },
};

const STUDIO: PaymentParty = {
  name: "Müller & Söhne GmbH",
  account: { kind: "IBAN", iban: "DE89370400440532013000" },
  bank: { bic: "COBADEFF", clearing: null },
};

export function transfer(changes: Partial<CreditTransfer> = {}): CreditTransfer {
  return {
    endToEndId: "0197d5a3c1e07c5b8f3e0a1b2c3d4e5f",
    amountMinor: 63_234n,
    currency: "KRW",
    executeOn: "2026-08-10",
    debtor: PLATFORM,
    creditor: PROVIDER,
    statements: [{ number: "ACME-1/2026-07-01/1", issuedOn: "2026-08-01" }],
    ...changes,
  };
}

/** Two payments in won, and one in euro on another day: two groups. */
export function run(changes: Partial<CreditTransferRun> = {}): CreditTransferRun {
  return {
    id: "RUN-20260810-1",
    createdAt: new Date("2026-08-09T01:02:03Z"),
    initiator: "Tutti Platform",
    characters: "UNICODE",
    transfers: [
      transfer(),
      transfer({ endToEndId: "0197d5a3c1e17c5b9a4f1b2c3d4e5f60", amountMinor: 1n }),
      transfer({
        endToEndId: "0197d5a3c1e27c5bab501c2d3e4f5061",
        amountMinor: 123_456n,
        currency: "EUR",
        executeOn: "2026-08-11",
        creditor: STUDIO,
      }),
    ],
    ...changes,
  };
}

const name = fc
  .stringMatching(/^[A-Za-z가-힣][A-Za-z가-힣<>&"' .]{0,60}[A-Za-z가-힣]$/)
  .map((text) => text.replaceAll(/ +/g, " "));
const number = fc.stringMatching(/^[0-9][0-9-]{5,20}[0-9]$/);
const bank = fc.oneof(
  fc.constant({ bic: "CZNBKRSE", clearing: null }),
  fc.stringMatching(/^[0-9]{3}$/).map((member) => ({
    bic: null,
    clearing: { system: "KRBOK", member },
  })),
);
const party = fc.record({
  name,
  account: number.map((each) => ({ kind: "OTHER", number: each }) as const),
  bank,
});
const day = fc
  .integer({ min: 1, max: 28 })
  .map((each) => `2026-08-${String(each).padStart(2, "0")}`);

/** Runs of any shape that can be written. */
export const runs: fc.Arbitrary<CreditTransferRun> = fc
  .array(
    fc.record({
      endToEndId: fc.uuid().map((id) => id.replaceAll("-", "")),
      amountMinor: fc.bigInt(1n, 10n ** 17n),
      currency: fc.constantFrom("KRW", "USD", "KWD", "EUR", "JPY"),
      executeOn: day,
      debtor: fc.constantFrom(PLATFORM, PROVIDER),
      creditor: party,
      statements: fc.array(fc.record({ number: fc.constant("A/2026-07-01/1"), issuedOn: day }), {
        maxLength: 3,
      }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((transfers) => run({ transfers: distinct(transfers) }));

function distinct(transfers: readonly CreditTransfer[]): CreditTransfer[] {
  return [...new Map(transfers.map((each) => [each.endToEndId, each])).values()];
}
