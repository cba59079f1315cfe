import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paymentGroups } from "../../../src/payouts/credit-transfer.rules.js";
import type { CreditTransferRun } from "../../../src/payouts/credit-transfer.rules.js";
import { writeCreditTransfers } from "../../../src/payouts/pain-001.rules.js";
import { PaymentNotWritable } from "../../../src/payouts/payment-file.errors.js";
import { isIban } from "../../../src/payouts/payment-text.rules.js";
import { formatMinor } from "../../../src/shared/money.js";
import { offences } from "./pain-001-structure.js";
import { PROVIDER, run, runs, transfer } from "./sample-run.js";
import { all, textAt, xmlTree, type XmlTree } from "./xml-tree.js";

const BODY = "CstmrCdtTrfInitn";

function written(of: CreditTransferRun = run()): XmlTree {
  return xmlTree(writeCreditTransfers(of));
}

describe("a payment file", () => {
  it("groups by debtor account, currency and day, with counts and control sums", () => {
    const file = written();
    // 63,234 KRW + 1 KRW + 1,234.56 EUR: the file's sum is whatever the currencies
    expect(textAt(file, `${BODY}/GrpHdr/NbOfTxs`)).toBe("3");
    expect(textAt(file, `${BODY}/GrpHdr/CtrlSum`)).toBe("64469.56");
    const groups = all(file, `${BODY}/PmtInf`).map((group) => [
      textAt(group, "PmtInfId"),
      textAt(group, "NbOfTxs"),
      textAt(group, "CtrlSum"),
      textAt(group, "ReqdExctnDt/Dt"),
      textAt(group, "DbtrAcct/Ccy"),
    ]);
    expect(groups).toEqual([
      ["RUN-20260810-1-1", "2", "63235", "2026-08-10", "KRW"],
      ["RUN-20260810-1-2", "1", "1234.56", "2026-08-11", "EUR"],
    ]);
  });

  it("says who is paid what for which statement, won without decimals", () => {
    const [first] = all(written(), `${BODY}/PmtInf/CdtTrfTxInf`) as [XmlTree];
    expect(textAt(first, "PmtId/EndToEndId")).toBe("0197d5a3c1e07c5b8f3e0a1b2c3d4e5f");
    expect(textAt(first, "Amt/InstdAmt")).toBe("63234");
    expect(textAt(first, "Cdtr/Nm")).toBe("에이스 게임즈");
    expect(textAt(first, "CdtrAcct/Id/Othr/Id")).toBe("11022233344");
    expect(textAt(first, "CdtrAgt/FinInstnId/ClrSysMmbId/MmbId")).toBe("088");
    expect(textAt(first, "RmtInf/Strd/RfrdDocInf/Nb")).toBe("ACME-1/2026-07-01/1");
    expect(textAt(first, "RmtInf/Strd/RfrdDocInf/Tp/CdOrPrtry/Cd")).toBe("SOAC");
  });

  it("has the structure of the message, whatever the run", () => {
    const property = fc.property(runs, (each) => {
      expect(offences(written(each))).toEqual([]);
    });
    fc.assert(property, { numRuns: 200 });
  });

  it("read back says what the run said", () => {
    const property = fc.property(runs, (each) => {
      const file = written(each);
      const transfers = all(file, `${BODY}/PmtInf`).flatMap((group) =>
        all(group, "CdtTrfTxInf").map((one) => ({
          endToEndId: textAt(one, "PmtId/EndToEndId"),
          amount: textAt(one, "Amt/InstdAmt"),
          currency: all(one, "Amt/InstdAmt")[0]?.attributes["Ccy"],
          executeOn: textAt(group, "ReqdExctnDt/Dt"),
          name: textAt(one, "Cdtr/Nm"),
        })),
      );
      const expected = paymentGroups(each)
        .flatMap((group) => group.transfers)
        .map(({ endToEndId, amountMinor, currency, executeOn, creditor }) => ({
          endToEndId,
          amount: formatMinor(amountMinor, currency),
          currency,
          executeOn,
          name: creditor.name,
        }));
      expect(transfers).toEqual(expected);
    });
    fc.assert(property, { numRuns: 200 });
  });

  it("writes names in Latin for a bank that takes no other, when they have such a form", () => {
    const creditor = (name: string) =>
      run({
        characters: "LATIN",
        transfers: [transfer({ creditor: { ...PROVIDER, name } })],
      });
    const name = (of: CreditTransferRun) =>
      textAt(written(of), `${BODY}/PmtInf/CdtTrfTxInf/Cdtr/Nm`);
    expect(name(creditor("Müller & Söhne Łódź—Ørsted"))).toBe("Muller + Sohne Lodz-Orsted");
    expect(() => name(creditor("에이스 게임즈"))).toThrow("Latin");
  });

  it.each<[string, Partial<CreditTransferRun>]>([
    ["no transfer", { transfers: [] }],
    ["an amount of zero", { transfers: [transfer({ amountMinor: 0n })] }],
    ["a negative amount", { transfers: [transfer({ amountMinor: -5n })] }],
    ["more digits than a bank takes", { transfers: [transfer({ amountMinor: 10n ** 18n })] }],
    ["the same id twice", { transfers: [transfer(), transfer()] }],
    ["an id that is too long", { transfers: [transfer({ endToEndId: "x".repeat(36) })] }],
    ["an id with a slash at its end", { transfers: [transfer({ endToEndId: "a/" })] }],
    ["an id with characters of its own", { id: "실행 1" }],
    ["a name of nothing", { initiator: "  " }],
    ["a name with control characters", { initiator: "a\u0000b" }],
    ["a name that is too long", { initiator: "a".repeat(141) }],
    ["no day", { transfers: [transfer({ executeOn: "soon" })] }],
  ])("is not written with %s", (_, changes) => {
    expect(() => writeCreditTransfers(run(changes))).toThrow(PaymentNotWritable);
  });

  it.each<[string, Partial<typeof PROVIDER>]>([
    ["an IBAN with a wrong digit", { account: { kind: "IBAN", iban: "DE88370400440532013000" } }],
    ["an account of letters only", { account: { kind: "OTHER", number: "은행" } }],
    ["no bank", { bank: { bic: null, clearing: null } }],
    ["a BIC that is none", { bank: { bic: "BANK", clearing: null } }],
    ["a clearing that is none", { bank: { bic: null, clearing: { system: "?", member: "1" } } }],
  ])("is not written with %s, and says of whom", (_, changes) => {
    const creditor = { ...PROVIDER, ...changes };
    const transfers = [transfer({ endToEndId: "a" }), transfer({ endToEndId: "b", creditor })];
    const write = () => writeCreditTransfers(run({ transfers }));
    expect(write).toThrow(PaymentNotWritable);
    expect(write).toThrow(
      expect.objectContaining({ inputPath: expect.arrayContaining(["transfers", 1, "creditor"]) }),
    );
  });

  it("knows IBANs by their check digits", () => {
    const real = ["GB82WEST12345698765432", "FR1420041010050500013M02606", "NO9386011117947"];
    expect(real.filter((iban) => !isIban(iban))).toEqual([]);
    expect(["GB82WEST12345698765433", "gb82WEST12345698765432", ""].filter(isIban)).toEqual([]);
  });
});
