import { exponentOf, formatMinor } from "../shared/money.js";
import { paymentGroups } from "./credit-transfer.rules.js";
import type {
  CreditTransfer,
  CreditTransferRun,
  PaymentAccount,
  PaymentBank,
  PaymentCharacters,
  PaymentGroup,
  PaymentParty,
} from "./credit-transfer.rules.js";
import { PaymentNotWritable } from "./payment-file.errors.js";
import { assertAccount, assertBank, bankId, bankText } from "./payment-text.rules.js";
import { element, xmlDocument, type XmlElement } from "./xml-text.rules.js";

/** The message that is written: ISO 20022, CustomerCreditTransferInitiation, version 9. */
export const CREDIT_TRANSFER_MESSAGE = "pain.001.001.09";

/** Amounts and control sums have at most so many digits. */
const MAX_DIGITS = 18;
const NAME_LENGTH = 140;
const DOCUMENT_NUMBER_LENGTH = 35;

type Path = readonly (string | number)[];

/**
 * The payment file of a run, one `PmtInf` for each debtor account, currency and day, with counts
 * and control sums; each transfer names the statements that it settles.
 * @throws PaymentNotWritable, UnknownCurrency
 */
export function writeCreditTransfers(run: CreditTransferRun): string {
  assertRun(run);
  const groups = paymentGroups(run);
  const initiation = element("CstmrCdtTrfInitn", [
    element("GrpHdr", [
      element("MsgId", bankId(run.id, ["id"])),
      element("CreDtTm", run.createdAt.toISOString()),
      ...totals(run.transfers),
      element("InitgPty", [nameOf(run.initiator, run.characters, ["initiator"])]),
    ]),
    ...groups.map((group) => groupElement(group, run)),
  ]);
  const xmlns = `urn:iso:std:iso:20022:tech:xsd:${CREDIT_TRANSFER_MESSAGE}`;
  return xmlDocument(element("Document", [initiation], { xmlns }));
}

function assertRun({ transfers }: CreditTransferRun): void {
  if (transfers.length === 0) throw new PaymentNotWritable("it has no transfer");
  const ids = new Set<string>();
  for (const [index, { endToEndId, amountMinor, executeOn }] of transfers.entries()) {
    const path = ["transfers", index];
    if (ids.has(endToEndId)) throw new PaymentNotWritable(`"${endToEndId}" is there twice`, path);
    ids.add(endToEndId);
    if (amountMinor <= 0n) throw new PaymentNotWritable("an amount is not above zero", path);
    if (amountMinor.toString().length > MAX_DIGITS) {
      throw new PaymentNotWritable(`an amount has more than ${MAX_DIGITS} digits`, path);
    }
    if (!/^\d{4}-\d{2}-\d{2}$/.test(executeOn)) {
      throw new PaymentNotWritable(`"${executeOn}" is no day`, path);
    }
  }
}

function groupElement(group: PaymentGroup, run: CreditTransferRun): XmlElement {
  const { debtor, currency, executeOn, transfers } = group;
  const [first] = transfers;
  const path = ["transfers", first ? run.transfers.indexOf(first) : 0, "debtor"];
  return element("PmtInf", [
    element("PmtInfId", bankId(group.id, ["id"])),
    element("PmtMtd", "TRF"),
    ...totals(transfers),
    element("ReqdExctnDt", [element("Dt", executeOn)]),
    element("Dbtr", [nameOf(debtor.name, run.characters, [...path, "name"])]),
    element("DbtrAcct", [accountId(debtor.account, path), element("Ccy", currency)]),
    element("DbtrAgt", [bankElement(debtor.bank, path)]),
    ...transfers.map((transfer) => transferElement(transfer, run)),
  ]);
}

function transferElement(transfer: CreditTransfer, run: CreditTransferRun): XmlElement {
  const { endToEndId, amountMinor, currency, creditor, statements } = transfer;
  const path = ["transfers", run.transfers.indexOf(transfer)];
  const amount = formatMinor(amountMinor, currency);
  return element("CdtTrfTxInf", [
    element("PmtId", [element("EndToEndId", bankId(endToEndId, [...path, "endToEndId"]))]),
    element("Amt", [element("InstdAmt", amount, { Ccy: currency })]),
    ...creditorElements(creditor, run.characters, [...path, "creditor"]),
    statements.length === 0 ? null : element("RmtInf", [remittance(statements, path)]),
  ]);
}

function creditorElements(
  { name, account, bank }: PaymentParty,
  characters: PaymentCharacters,
  path: Path,
): XmlElement[] {
  return [
    element("CdtrAgt", [bankElement(bank, path)]),
    element("Cdtr", [nameOf(name, characters, [...path, "name"])]),
    element("CdtrAcct", [accountId(account, path)]),
  ];
}

/** The documents that are settled, as statements of account (code SOAC). */
function remittance(statements: CreditTransfer["statements"], path: Path): XmlElement {
  const documents = statements.map(({ number, issuedOn }, index) => {
    const told = { characters: "LATIN", longest: DOCUMENT_NUMBER_LENGTH } as const;
    return element("RfrdDocInf", [
      element("Tp", [element("CdOrPrtry", [element("Cd", "SOAC")])]),
      element("Nb", bankText(number, { ...told, path: [...path, "statements", index] })),
      element("RltdDt", issuedOn),
    ]);
  });
  return element("Strd", documents);
}

function nameOf(name: string, characters: PaymentCharacters, path: Path): XmlElement {
  return element("Nm", bankText(name, { characters, longest: NAME_LENGTH, path }));
}

function accountId(account: PaymentAccount, path: Path): XmlElement {
  assertAccount(account, [...path, "account"]);
  if (account.kind === "IBAN") return element("Id", [element("IBAN", account.iban)]);
  return element("Id", [element("Othr", [element("Id", account.number)])]);
}

function bankElement(bank: PaymentBank, path: Path): XmlElement {
  assertBank(bank, [...path, "bank"]);
  const { bic, clearing } = bank;
  return element("FinInstnId", [
    bic === null ? null : element("BICFI", bic),
    clearing === null
      ? null
      : element("ClrSysMmbId", [
          element("ClrSysId", [element("Cd", clearing.system)]),
          element("MmbId", clearing.member),
        ]),
  ]);
}

/** The count, and the sum of all amounts whatever their currencies, which is what the field is. */
function totals(transfers: readonly CreditTransfer[]): (XmlElement | null)[] {
  const decimals = Math.max(...transfers.map(({ currency }) => exponentOf(currency)));
  const sum = transfers.reduce(
    (total, { amountMinor, currency }) =>
      total + amountMinor * 10n ** BigInt(decimals - exponentOf(currency)),
    0n,
  );
  const digits = sum.toString().padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return [
    element("NbOfTxs", transfers.length.toString()),
    digits.length > MAX_DIGITS ? null : element("CtrlSum", text),
  ];
}
