import type { ControlTotalKind } from "../../canonical-transaction.js";
import { elementRules, type ElementActions } from "../xml/element-rules.js";
import { placeOf, readDirection, type CamtReading } from "./camt-reading.js";
import { BankCode, type TransactionDetails } from "./transaction-details.js";

type Actions = ElementActions<CamtReading>;
type Table = Record<string, Actions>;

const BODY = "BkToCstmrDbtCdtNtfctn";
const NOTIFICATION = `${BODY}/Ntfctn`;
const SUMMARY = `${NOTIFICATION}/TxsSummry`;
const ENTRY = `${NOTIFICATION}/Ntry`;
const BATCH = `${ENTRY}/NtryDtls/Btch`;
const DETAILS = `${ENTRY}/NtryDtls/TxDtls`;

/**
 * The elements of camt.054.001.02 to .10 (ISO 20022, BankToCustomerDebitCreditNotification) in one
 * table: the versions differ by names that do not collide. Where rows hang, the children are listed
 * in full (`only`), so that a misspelt element is refused and not lost; elsewhere, what has no row
 * here is skipped.
 */
const HEADER_RULES: Table = {
  "": { close: (s) => s.closeDocument(), only: BODY },
  [BODY]: { only: "GrpHdr Ntfctn SplmtryData" },
  [`${BODY}/GrpHdr/MsgId`]: { text: (s, text) => (s.document.messageId = given(text)) },
  [`${BODY}/GrpHdr/CreDtTm`]: { text: (s, text) => s.document.created(text) },
  [`${BODY}/GrpHdr/MsgPgntn/PgNb`]: { text: (s, text) => s.document.pageNumber(text) },
  [`${BODY}/GrpHdr/MsgPgntn/LastPgInd`]: { text: (s, text) => s.document.lastPage(text) },
  [NOTIFICATION]: {
    open: (s) => s.document.openNotification(),
    close: (s) => s.document.closeNotification(),
    only:
      "Id NtfctnPgntn ElctrncSeqNb RptgSeq LglSeqNb CreDtTm FrToDt CpyDplctInd RptgSrc Acct " +
      "RltdAcct Intrst TxsSummry Ntry AddtlNtfctnInf",
  },
  [`${NOTIFICATION}/Id`]: { text: (s, text) => (s.document.notificationId ??= given(text)) },
  [`${NOTIFICATION}/NtfctnPgntn/PgNb`]: { text: (s, text) => s.document.pageNumber(text) },
  [`${NOTIFICATION}/NtfctnPgntn/LastPgInd`]: { text: (s, text) => s.document.lastPage(text) },
  [`${NOTIFICATION}/Acct/Id/IBAN`]: { text: (s, text) => (s.document.account ??= kept(text)) },
  [`${NOTIFICATION}/Acct/Id/Othr/Id`]: { text: (s, text) => (s.document.account ??= kept(text)) },
};

const SUMMARY_RULES: Table = {
  ...declared("TtlNtries/NbOfNtries", "SUMMARY_COUNT"),
  ...declared("TtlNtries/Sum", "SUMMARY_SUM"),
  // versions 2 and 3, then the later ones
  ...declared("TtlNtries/TtlNetNtryAmt", "SUMMARY_NET"),
  ...declared("TtlNtries/TtlNetNtry/Amt", "SUMMARY_NET"),
  ...declared("TtlCdtNtries/NbOfNtries", "SUMMARY_CREDIT_COUNT"),
  ...declared("TtlCdtNtries/Sum", "SUMMARY_CREDIT_SUM"),
  ...declared("TtlDbtNtries/NbOfNtries", "SUMMARY_DEBIT_COUNT"),
  ...declared("TtlDbtNtries/Sum", "SUMMARY_DEBIT_SUM"),
  [`${SUMMARY}/TtlNtries/CdtDbtInd`]: netDirection(),
  [`${SUMMARY}/TtlNtries/TtlNetNtry/CdtDbtInd`]: netDirection(),
};

const ENTRY_RULES: Table = {
  [ENTRY]: {
    open: (s, _, cursor) => s.openEntry(cursor, ENTRY),
    close: (s) => s.closeEntry(),
    only:
      "NtryRef Amt CdtDbtInd RvslInd Sts BookgDt ValDt AcctSvcrRef Avlbty BkTxCd ComssnWvrInd " +
      "AddtlInfInd AmtDtls Chrgs TechInptChanl Intrst CardTx NtryDtls AddtlNtryInf",
  },
  [`${ENTRY}/NtryRef`]: { text: (s, text) => (s.entry.entryReference = given(text)) },
  [`${ENTRY}/Amt`]: {
    open: (s, attributes) => (s.currency = attributes.Ccy),
    text: (s, text) => (s.entry.amount = s.amount(text, s.entry.amount)),
  },
  [`${ENTRY}/CdtDbtInd`]: {
    text: (s, text) => (s.entry.direction = s.direction(text, s.entry.direction)),
  },
  [`${ENTRY}/RvslInd`]: { text: (s, text) => (s.entry.isReversal = isTrue(text)) },
  // version 2 to 7 write the status as text, 8 and later as a choice
  [`${ENTRY}/Sts`]: { text: (s, text) => s.status(text) },
  [`${ENTRY}/Sts/Cd`]: { text: (s, text) => s.status(text) },
  [`${ENTRY}/Sts/Prtry`]: { text: (s, text) => s.status(text) },
  [`${ENTRY}/BookgDt/Dt`]: { text: (s, text) => (s.entry.bookedAt = s.times.instant(text)) },
  [`${ENTRY}/BookgDt/DtTm`]: { text: (s, text) => (s.entry.bookedAt = s.times.instant(text)) },
  [`${ENTRY}/ValDt/Dt`]: { text: (s, text) => (s.entry.valueDay = s.times.day(text)) },
  [`${ENTRY}/ValDt/DtTm`]: { text: (s, text) => (s.entry.valueDay = s.times.day(text)) },
  [`${ENTRY}/AcctSvcrRef`]: { text: (s, text) => (s.entry.bankReference = given(text)) },
  ...bankCode(`${ENTRY}/BkTxCd`, (s, type) => (s.entry.type = type)),
  [`${ENTRY}/NtryDtls`]: {
    open: (s, _, cursor) => s.openBatch(cursor, BATCH),
    close: (s) => s.closeBatch(),
    only: "Btch TxDtls",
  },
  [`${BATCH}/NbOfTxs`]: { text: (s, text) => (s.batch.count = text) },
  [`${BATCH}/TtlAmt`]: {
    open: (s, attributes) => (s.currency = attributes.Ccy),
    text: (s, text) => (s.batch.amount = s.amount(text, s.batch.amount)),
  },
  [`${BATCH}/CdtDbtInd`]: {
    text: (s, text) => (s.batch.isDebit = readDirection(text) === "OUT"),
  },
};

const DETAIL_RULES: Table = {
  [DETAILS]: { open: (s) => s.openDetails(), close: (s) => s.closeDetails() },
  [`${DETAILS}/Amt`]: {
    open: (s, attributes) => (s.currency = attributes.Ccy),
    text: (s, text) => (s.details.amount = s.amount(text, s.details.amount)),
  },
  [`${DETAILS}/CdtDbtInd`]: {
    text: (s, text) => (s.details.direction = s.direction(text, s.details.direction)),
  },
  [`${DETAILS}/AmtDtls/TxAmt/Amt`]: {
    open: (s, attributes) => (s.currency = attributes.Ccy),
    text: (s, text) => (s.details.underlying = { text, currency: s.currency ?? "" }),
  },
  ...reference("Refs/EndToEndId", "endToEndId"),
  ...reference("Refs/TxId", "transactionId"),
  ...reference("Refs/InstrId", "instructionId"),
  ...reference("Refs/AcctSvcrRef", "bankReference"),
  ...reference("Refs/OrgnlEndToEndId", "originalEndToEndId"),
  ...party("Dbtr", "debtor", "debtorAgent"),
  ...party("Cdtr", "creditor", "creditorAgent"),
  ...party("UltmtDbtr", "ultimateDebtor"),
  ...party("UltmtCdtr", "ultimateCreditor"),
  // BIC until version 3, BICFI from version 4 on
  ...reference("RltdAgts/DbtrAgt/FinInstnId/BIC", "debtorAgent"),
  ...reference("RltdAgts/DbtrAgt/FinInstnId/BICFI", "debtorAgent"),
  ...reference("RltdAgts/CdtrAgt/FinInstnId/BIC", "creditorAgent"),
  ...reference("RltdAgts/CdtrAgt/FinInstnId/BICFI", "creditorAgent"),
  ...reference("RmtInf/Strd/CdtrRefInf/Ref", "creditorReference"),
  ...reference("RtrInf/OrgnlEndToEndId", "originalEndToEndId"),
  ...reference("RtrInf/Rsn/Cd", "returnReason"),
  ...reference("RtrInf/Rsn/Prtry", "returnReason"),
  [`${DETAILS}/RtrInf`]: { open: (s) => (s.details.isReturn = true) },
  [`${DETAILS}/RmtInf/Ustrd`]: { text: (s, text) => appendRemittance(s.details, text) },
  [`${DETAILS}/RltdDts/AccptncDtTm`]: {
    text: (s, text) => (s.details.acceptedAt = s.times.instant(text)),
  },
  [`${DETAILS}/RltdDts/TxDtTm`]: {
    text: (s, text) => (s.details.transactedAt = s.times.instant(text)),
  },
  [`${DETAILS}/RltdDts/IntrBkSttlmDt`]: {
    text: (s, text) => (s.details.settlementDay = s.times.day(text)),
  },
  ...bankCode(`${DETAILS}/BkTxCd`, (s, type) => (s.details.type = type)),
};

export const CAMT_054_RULES = elementRules<CamtReading>({
  ...HEADER_RULES,
  ...SUMMARY_RULES,
  ...ENTRY_RULES,
  ...DETAIL_RULES,
});

function declared(path: string, kind: ControlTotalKind): Table {
  const where = `${SUMMARY}/${path}`;
  return {
    [where]: {
      text: (s, text, cursor) => s.document.totals.declare(kind, text, placeOf(cursor, where)),
    },
  };
}

function netDirection(): Actions {
  return { text: (s, text) => s.document.totals.declareNetDirection(readDirection(text)) };
}

type TextField = {
  [F in keyof TransactionDetails]: string extends TransactionDetails[F] ? F : never;
}[keyof TransactionDetails];

/** A text of the details; the first one given counts. */
function reference(path: string, field: TextField): Table {
  return { [`${DETAILS}/${path}`]: { text: (s, text) => (s.details[field] ??= given(text)) } };
}

/** A party by name: bare until version 7, from 8 on in `Pty`, or a bank in `Agt`. */
function party(element: string, name: TextField, agent?: TextField): Table {
  const path = `RltdPties/${element}`;
  return {
    ...reference(`${path}/Nm`, name),
    ...reference(`${path}/Pty/Nm`, name),
    ...reference(`${path}/Agt/FinInstnId/Nm`, name),
    ...(agent === undefined ? {} : reference(`${path}/Agt/FinInstnId/BICFI`, agent)),
  };
}

function bankCode(path: string, keep: (s: CamtReading, type: string | undefined) => void): Table {
  return {
    [path]: { open: (s) => (s.code = new BankCode()), close: (s) => keep(s, s.code.toType()) },
    [`${path}/Domn/Cd`]: { text: (s, text) => (s.code.domain = text) },
    [`${path}/Domn/Fmly/Cd`]: { text: (s, text) => (s.code.family = text) },
    [`${path}/Domn/Fmly/SubFmlyCd`]: { text: (s, text) => (s.code.subFamily = text) },
    [`${path}/Prtry/Cd`]: { text: (s, text) => (s.code.proprietary = kept(text)) },
  };
}

/** Free text comes in lines of 140; what is kept of them is cut, the document itself is not. */
const REMITTANCE_CHARACTERS = 1000;

function appendRemittance(details: TransactionDetails, text: string): void {
  const before = details.unstructured;
  const joined = before === undefined ? text : `${before} ${text}`;
  // The cut may go through a pair of surrogates, and half of one is no text.
  const cut = joined.slice(0, REMITTANCE_CHARACTERS).replace(/[\ud800-\udbff]$/, "");
  details.unstructured = kept(cut);
}

/** ISO 20022 demands some references; a bank that has none writes NOTPROVIDED. */
function given(text: string): string | undefined {
  return text === "NOTPROVIDED" ? undefined : kept(text);
}

/**
 * A copy that stands alone: a text cut out of the input keeps the whole piece of input alive, and
 * with rows all over it that is the document. Adding a character and cutting it off again copies.
 */
function kept(text: string): string {
  return ` ${text}`.slice(1);
}

function isTrue(text: string): boolean {
  return text === "true" || text === "1";
}
