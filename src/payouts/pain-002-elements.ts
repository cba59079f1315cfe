import { elementRules, type ElementActions } from "../ingestion/index.js";
import { once, statusCode, type StatusReading } from "./pain-002-reading.js";
import type { StatusReason } from "./payment-status.rules.js";

type Actions = ElementActions<StatusReading>;
type Table = Record<string, Actions>;

const BODY = "CstmrPmtStsRpt";
const GROUP = `${BODY}/OrgnlGrpInfAndSts`;
const PAYMENT = `${BODY}/OrgnlPmtInfAndSts`;
const TRANSACTION = `${PAYMENT}/TxInfAndSts`;

/**
 * The elements of pain.002.001.03 to .10 (ISO 20022, CustomerPaymentStatusReport) in one table.
 * Where statuses hang the children are listed in full, so that a misspelt one is refused and not
 * lost.
 */
const HEADER: Table = {
  "": { only: BODY },
  [BODY]: { only: "GrpHdr OrgnlGrpInfAndSts OrgnlPmtInfAndSts SplmtryData" },
  [`${BODY}/GrpHdr/MsgId`]: { text: (s, text) => (s.id = once(s.id, text, "MsgId")) },
  [`${BODY}/GrpHdr/CreDtTm`]: {
    text: (s, text) => (s.createdAt = once(s.createdAt, text, "CreDtTm")),
  },
};

const GROUP_STATUS: Table = {
  [GROUP]: {
    only:
      "OrgnlMsgId OrgnlMsgNmId OrgnlCreDtTm OrgnlNbOfTxs OrgnlCtrlSum GrpSts StsRsnInf " +
      "NbOfTxsPerSts",
  },
  [`${GROUP}/OrgnlMsgId`]: {
    text: (s, text) => (s.originalId = once(s.originalId, text, "OrgnlMsgId")),
  },
  [`${GROUP}/OrgnlMsgNmId`]: {
    text: (s, text) => (s.originalMessage = once(s.originalMessage, text, "OrgnlMsgNmId")),
  },
  [`${GROUP}/GrpSts`]: {
    text: ({ group }, text) => (group.status = statusCode(group.status, text, "GrpSts")),
  },
  ...totals(GROUP, (s) => s.group),
  ...reasons(`${GROUP}/StsRsnInf`, (s) => s.group),
};

const PAYMENT_STATUS: Table = {
  [PAYMENT]: {
    open: (s) => s.openPayment(),
    only: "OrgnlPmtInfId OrgnlNbOfTxs OrgnlCtrlSum PmtInfSts StsRsnInf NbOfTxsPerSts TxInfAndSts",
  },
  [`${PAYMENT}/OrgnlPmtInfId`]: {
    text: ({ payment }, text) => (payment.id = once(payment.id, text, "OrgnlPmtInfId")),
  },
  [`${PAYMENT}/PmtInfSts`]: {
    text: ({ payment }, text) => (payment.status = statusCode(payment.status, text, "PmtInfSts")),
  },
  ...totals(PAYMENT, (s) => s.payment),
  ...reasons(`${PAYMENT}/StsRsnInf`, (s) => s.payment),
};

const TRANSACTION_STATUS: Table = {
  [TRANSACTION]: {
    open: (s) => s.openTransaction(),
    only:
      "StsId OrgnlInstrId OrgnlEndToEndId OrgnlUETR TxSts StsRsnInf ChrgsInf TrckrData " +
      "AccptncDtTm PrcgDt DbtrDcsnDtTm AcctSvcrRef ClrSysRef OrgnlTxRef SplmtryData",
  },
  [`${TRANSACTION}/OrgnlEndToEndId`]: {
    text: ({ transaction }, text) =>
      (transaction.endToEndId = once(transaction.endToEndId, text, "OrgnlEndToEndId")),
  },
  [`${TRANSACTION}/TxSts`]: {
    text: ({ transaction }, text) =>
      (transaction.status = statusCode(transaction.status, text, "TxSts")),
  },
  [`${TRANSACTION}/AcctSvcrRef`]: {
    text: ({ transaction }, text) =>
      (transaction.bankReference = once(transaction.bankReference, text, "AcctSvcrRef")),
  },
  [`${TRANSACTION}/OrgnlTxRef/Amt/InstdAmt`]: {
    open: (s, attributes) => s.openAmount(attributes["Ccy"]),
    text: (s, text) => s.amount(text),
  },
  ...reasons(`${TRANSACTION}/StsRsnInf`, (s) => s.transaction),
};

export const STATUS_RULES = elementRules<StatusReading>({
  ...HEADER,
  ...GROUP_STATUS,
  ...PAYMENT_STATUS,
  ...TRANSACTION_STATUS,
});

type Totals = { originalCount: string | null; originalSum: string | null };

function totals(path: string, of: (reading: StatusReading) => Totals): Table {
  return {
    [`${path}/OrgnlNbOfTxs`]: {
      text: (s, text) => (of(s).originalCount = once(of(s).originalCount, text, "OrgnlNbOfTxs")),
    },
    [`${path}/OrgnlCtrlSum`]: {
      text: (s, text) => (of(s).originalSum = once(of(s).originalSum, text, "OrgnlCtrlSum")),
    },
  };
}

function reasons(path: string, of: (s: StatusReading) => { reasons: StatusReason[] }): Table {
  return {
    [path]: { open: (s) => s.openReason(), close: (s) => s.closeReason(of(s)) },
    [`${path}/Rsn/Cd`]: { text: (s, text) => s.reasonCode(text) },
    [`${path}/Rsn/Prtry`]: { text: (s, text) => s.reasonCode(text) },
    [`${path}/AddtlInf`]: { text: (s, text) => s.reasonText(text) },
  };
}
