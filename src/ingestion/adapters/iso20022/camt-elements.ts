import type { ControlTotalKind } from "../../canonical-transaction.js";
import { elementRules, type ElementActions, type ElementRule } from "../xml/element-rules.js";
import { pathIn, type CamtMessage } from "./camt-message.js";
import { readDirection, type CamtReading } from "./camt-reading.js";
import { appendRemittance, given, isTrue, kept } from "./element-text.js";
import { BankCode, type TransactionDetails } from "./transaction-details.js";

type Actions = ElementActions<CamtReading>;
type Table = Record<string, Actions>;

// The messages differ in two names, which `camtRules` puts in: that of the body and of its parts.
const BODY = "body";
const NOTIFICATION = `${BODY}/part`;
const BALANCE = `${NOTIFICATION}/Bal`;
const SUMMARY = `${NOTIFICATION}/TxsSummry`;
const ENTRY = `${NOTIFICATION}/Ntry`;
const BATCH = `${ENTRY}/NtryDtls/Btch`;
const DETAILS = `${ENTRY}/NtryDtls/TxDtls`;

/**
 * The elements of camt.052, .053 and .054 (ISO 20022, the messages from a bank to its customer) in
 * one table: messages and versions differ by names that do not collide. Where rows hang, the
 * children are listed in full (`only`), so that a misspelt element is refused and not lost;
 * elsewhere, what has no row here is skipped.
 */
const HEADER_RULES: Table = {
  "": { close: (s) => s.closeDocument(), only: BODY },
  [BODY]: { only: "GrpHdr part SplmtryData" },
  [`${BODY}/GrpHdr/MsgId`]: { text: (s, text) => (s.document.messageId = given(text)) },
  [`${BODY}/GrpHdr/CreDtTm`]: { text: (s, text) => s.document.created(text) },
  [`${BODY}/GrpHdr/MsgPgntn/PgNb`]: { text: (s, text) => s.document.pageNumber(text) },
  [`${BODY}/GrpHdr/MsgPgntn/LastPgInd`]: { text: (s, text) => s.document.lastPage(text) },
  [NOTIFICATION]: {
    open: (s) => s.document.openNotification(),
    close: (s) => s.document.closeNotification(),
    only:
      "Id partPgntn ElctrncSeqNb RptgSeq LglSeqNb CreDtTm FrToDt CpyDplctInd RptgSrc Acct " +
      "RltdAcct Intrst Bal TxsSummry Ntry AddtlpartInf",
  },
  [`${NOTIFICATION}/Id`]: { text: (s, text) => s.document.partId(given(text)) },
  [`${NOTIFICATION}/partPgntn/PgNb`]: { text: (s, text) => s.document.pageNumber(text) },
  [`${NOTIFICATION}/partPgntn/LastPgInd`]: { text: (s, text) => s.document.lastPage(text) },
  [`${NOTIFICATION}/ElctrncSeqNb`]: { text: (s, text) => (s.document.sequence = kept(text)) },
  [`${NOTIFICATION}/Acct/Id/IBAN`]: { text: (s, text) => (s.document.account ??= kept(text)) },
  [`${NOTIFICATION}/Acct/Id/Othr/Id`]: { text: (s, text) => (s.document.account ??= kept(text)) },
};

const BALANCE_RULES: Table = {
  [BALANCE]: { open: (s) => (s.balance = {}), close: (s) => s.closeBalance() },
  // version 1, then the later ones
  [`${BALANCE}/Tp/Cd`]: { text: (s, text) => (s.balance.code = text) },
  [`${BALANCE}/Tp/CdOrPrtry/Cd`]: { text: (s, text) => (s.balance.code = text) },
  [`${BALANCE}/Tp/CdOrPrtry/Prtry`]: { text: (s, text) => (s.balance.party = kept(text)) },
  [`${BALANCE}/Amt`]: {
    open: (s, attributes) => (s.currency = attributes.Ccy),
    text: (s, text) => (s.balance.amount = s.amount(text, s.balance.amount)),
  },
  [`${BALANCE}/CdtDbtInd`]: {
    text: (s, text) => (s.balance.direction = s.direction(text, s.balance.direction)),
  },
  [`${BALANCE}/Dt/Dt`]: { text: (s, text) => (s.balance.day = s.times.day(text)) },
  [`${BALANCE}/Dt/DtTm`]: { text: (s, text) => (s.balance.day = s.times.day(text)) },
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
    open: (s, _, cursor) => s.openEntry(s.placeOf(cursor, ENTRY)),
    close: (s) => s.closeEntry(),
    only:
      "NtryRef Amt CdtDbtInd RvslInd Sts BookgDt ValDt AcctSvcrRef Avlbty BkTxCd ComssnWvrInd " +
      "AddtlInfInd AmtDtls Chrgs TechInptChanl Intrst CardTx NtryDtls AddtlNtryInf Btch TxDtls",
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
    open: (s, _, cursor) => s.openBatch(s.placeOf(cursor, BATCH)),
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

const TABLE: Table = {
  ...HEADER_RULES,
  ...BALANCE_RULES,
  ...SUMMARY_RULES,
  ...ENTRY_RULES,
  ...DETAIL_RULES,
};

/** The rules of one message, under each name that its body has had. */
export function camtRules(message: CamtMessage): ElementRule<CamtReading> {
  const root = { ...TABLE[""], only: message.bodies.join(" ") };
  const named = message.bodies.flatMap((body) =>
    Object.entries(TABLE)
      .filter(([path]) => path !== "")
      .map(([path, actions]) => [pathIn(message, path, body), renamed(message, actions)] as const),
  );
  return elementRules<CamtReading>({ "": root, ...Object.fromEntries(named) });
}

function renamed(message: CamtMessage, actions: Actions): Actions {
  const { only } = actions;
  return only === undefined ? actions : { ...actions, only: only.replaceAll("part", message.part) };
}

function declared(path: string, kind: ControlTotalKind): Table {
  const where = `${SUMMARY}/${path}`;
  return {
    [where]: {
      text: (s, text, cursor) => s.document.totals.declare(kind, text, s.placeOf(cursor, where)),
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
