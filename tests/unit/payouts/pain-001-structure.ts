import type { XmlTree } from "./xml-tree.js";

/*
 * The structure of pain.001.001.09 as ISO 20022's message definition report gives it: all children
 * of each element that a file of ours has, in their order, those that are mandatory marked with "!"
 * and those that may stand more than once with "*".
 */
const STRUCTURE: Record<string, string> = {
  Document: "CstmrCdtTrfInitn!",
  CstmrCdtTrfInitn: "GrpHdr! PmtInf!* SplmtryData*",
  GrpHdr: "MsgId! CreDtTm! Authstn* NbOfTxs! CtrlSum InitgPty! FwdgAgt",
  PmtInf:
    "PmtInfId! PmtMtd! BtchBookg NbOfTxs CtrlSum PmtTpInf ReqdExctnDt! PoolgAdjstmntDt Dbtr! " +
    "DbtrAcct! DbtrAgt! DbtrAgtAcct InstrForDbtrAgt UltmtDbtr ChrgBr ChrgsAcct ChrgsAcctAgt " +
    "CdtTrfTxInf!*",
  ReqdExctnDt: "Dt DtTm",
  CdtTrfTxInf:
    "PmtId! PmtTpInf Amt! XchgRateInf ChrgBr ChqInstr UltmtDbtr IntrmyAgt1 IntrmyAgt1Acct " +
    "IntrmyAgt2 IntrmyAgt2Acct IntrmyAgt3 IntrmyAgt3Acct CdtrAgt CdtrAgtAcct Cdtr CdtrAcct " +
    "UltmtCdtr InstrForCdtrAgt* InstrForDbtrAgt Purp RgltryRptg* Tax RltdRmtInf* RmtInf " +
    "SplmtryData*",
  PmtId: "InstrId EndToEndId! UETR",
  Amt: "InstdAmt EqvtAmt",
  InitgPty: "Nm PstlAdr Id CtryOfRes CtctDtls",
  Dbtr: "Nm PstlAdr Id CtryOfRes CtctDtls",
  Cdtr: "Nm PstlAdr Id CtryOfRes CtctDtls",
  DbtrAcct: "Id! Tp Ccy Nm Prxy",
  CdtrAcct: "Id! Tp Ccy Nm Prxy",
  Id: "IBAN Othr",
  Othr: "Id! SchmeNm Issr",
  DbtrAgt: "FinInstnId! BrnchId",
  CdtrAgt: "FinInstnId! BrnchId",
  FinInstnId: "BICFI ClrSysMmbId LEI Nm PstlAdr Othr",
  ClrSysMmbId: "ClrSysId MmbId!",
  ClrSysId: "Cd Prtry",
  RmtInf: "Ustrd* Strd*",
  Strd: "RfrdDocInf* RfrdDocAmt CdtrRefInf Invcr Invcee TaxRmt GrnshmtRmt AddtlRmtInf*",
  RfrdDocInf: "Tp Nb RltdDt LineDtls*",
  Tp: "CdOrPrtry! Issr",
  CdOrPrtry: "Cd Prtry",
};

/** The types of leaves, as patterns. */
const LEAVES: Record<string, RegExp> = {
  MsgId: /^.{1,35}$/,
  PmtInfId: /^.{1,35}$/,
  EndToEndId: /^.{1,35}$/,
  CreDtTm: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  NbOfTxs: /^[0-9]{1,15}$/,
  CtrlSum: /^(?!.*\d{19})[0-9.]{1,19}$/,
  PmtMtd: /^(CHK|TRF|TRA)$/,
  Dt: /^\d{4}-\d\d-\d\d$/,
  RltdDt: /^\d{4}-\d\d-\d\d$/,
  Nm: /^.{1,140}$/u,
  Ccy: /^[A-Z]{3}$/,
  IBAN: /^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}$/,
  BICFI: /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/,
  Cd: /^[A-Z0-9]{1,5}$/,
  MmbId: /^.{1,35}$/,
  InstdAmt: /^[0-9]{1,18}(\.[0-9]{1,5})?$/,
  Nb: /^.{1,35}$/,
  Id: /^.{1,34}$/,
};

/** What of a document is not as the message's definition says; nothing when all is. */
export function offences(element: XmlTree): string[] {
  const { name, children, text } = element;
  if (children.length === 0) {
    return LEAVES[name]?.test(text) ? [] : [`<${name}>${text}`];
  }
  const rules = (STRUCTURE[name] ?? "").split(" ").map((rule) => ({
    child: rule.replaceAll(/[!*]/g, ""),
    isMandatory: rule.includes("!"),
    isMany: rule.includes("*"),
  }));
  const order = children.map((child) => rules.findIndex((rule) => rule.child === child.name));
  const wrong = order.some((at, index) => at < 0 || at < (order[index - 1] ?? 0));
  const counts = rules.map(({ child }) => children.filter((each) => each.name === child).length);
  const miscounted = rules.filter(({ isMandatory, isMany }, at) => {
    const count = counts[at] ?? 0;
    return (isMandatory && count === 0) || (!isMany && count > 1);
  });
  return [
    ...(wrong ? [`${name} has ${children.map((child) => child.name).join(" ")}`] : []),
    ...miscounted.map(({ child }) => `${name}/${child} is missing or there too often`),
    ...children.flatMap(offences),
  ];
}
