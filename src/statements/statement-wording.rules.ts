import type { StatementLine } from "./statement.rules.js";

export const LANGUAGES = ["ko", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Every word of a rendered statement. */
export interface Wording {
  title: string;
  number: string;
  replaces: string;
  issuedAt: string;
  partner: string;
  contract: string;
  versions: string;
  period: string;
  dueOn: string;
  currency: string;
  lines: string;
  clause: string;
  kind: string;
  version: string;
  amount: string;
  effect: string;
  residual: string;
  workings: string;
  adjustments: string;
  reason: string;
  at: string;
  sums: string;
  payable: string;
  adjusted: string;
  corrections: string;
  corrected: string;
  broughtForward: string;
  due: string;
  carriedForward: string;
  proof: string;
  transactions: string;
  root: string;
  head: (lane: number, sequence: string) => string;
  keyId: string;
  attached: string;
  page: (page: number, pages: number) => string;
  kinds: Record<StatementLine["kind"], string>;
  /** What settling names itself in its workings. */
  names: Record<string, string>;
  directions: Record<string, string>;
  roundings: Record<string, string>;
  rounded: string;
  roundedLines: (count: string) => string;
  atMost: string;
  inCount: (count: string) => string;
  worth: string;
  tier: (from: string, to: string | null) => string;
  less: (name: string) => string;
  brought: (clause: string) => string;
}

export const WORDINGS: Record<Language, Wording> = {
  en: {
    title: "Settlement statement",
    number: "Number",
    replaces: "Replaces",
    issuedAt: "Issued",
    partner: "Partner",
    contract: "Contract",
    versions: "Versions",
    period: "Period",
    dueOn: "Payable on",
    currency: "Currency",
    lines: "Items",
    clause: "Clause",
    kind: "Kind",
    version: "Version",
    amount: "Amount",
    effect: "Effect",
    residual: "Residual",
    workings: "Working",
    adjustments: "Adjustments",
    reason: "Reason",
    at: "At",
    sums: "Totals",
    payable: "Result of the period",
    adjusted: "Adjustments",
    corrections: "Corrections of earlier periods",
    corrected: "Corrections of earlier periods",
    broughtForward: "Brought forward",
    due: "Due",
    carriedForward: "Carried forward",
    proof: "Proof",
    transactions: "Transactions",
    root: "Merkle root (RFC 6962)",
    head: (lane, sequence) => `Head of chain ${lane}, block ${sequence}`,
    keyId: "Signing key",
    attached: "The signed statement is attached to this document as statement.json.",
    page: (page, pages) => `Page ${page} of ${pages}`,
    kinds: {
      REVENUE_SHARE: "Revenue share",
      PERCENTAGE_FEE: "Percentage fee",
      PRINCIPAL: "Principal",
      PER_ITEM_FEE: "Fee per item",
      FIXED_FEE: "Fixed fee",
      MINIMUM_GUARANTEE: "Minimum guarantee",
      CAP: "Cap",
      ROLLING_RESERVE: "Reserve held back",
      RESERVE_RELEASE: "Reserve released",
      VAT: "VAT",
      WITHHOLDING: "Withholding tax",
      SERVICE_CREDIT: "Service credit",
    },
    names: {},
    directions: { IN: "in", OUT: "out", NONE: "neither way" },
    roundings: { HALF_EVEN: "half to even", HALF_UP: "half up", DOWN: "down" },
    rounded: "rounded",
    roundedLines: (count) => `each of ${count} rounded for itself`,
    atMost: "at most",
    inCount: (count) => `in ${count}`,
    worth: "worth",
    tier: (from, to) => (to === null ? `from ${from} up` : `from ${from} to ${to}`),
    less: (name) => `less what came ${name}`,
    brought: (clause) => `${clause} brought`,
  },
  ko: {
    title: "정산 내역서",
    number: "번호",
    replaces: "대체하는 내역서",
    issuedAt: "발행 시각",
    partner: "협력업체",
    contract: "계약",
    versions: "계약 버전",
    period: "정산 기간",
    dueOn: "지급 예정일",
    currency: "통화",
    lines: "항목",
    clause: "조항",
    kind: "종류",
    version: "버전",
    amount: "금액",
    effect: "반영액",
    residual: "반올림 차액",
    workings: "산출 근거",
    adjustments: "조정",
    reason: "사유",
    at: "시각",
    sums: "합계",
    payable: "기간 정산액",
    adjusted: "조정액",
    corrections: "이전 기간 정정",
    corrected: "이전 기간 정정액",
    broughtForward: "전기 이월",
    due: "지급액",
    carriedForward: "차기 이월",
    proof: "증빙",
    transactions: "거래 건수",
    root: "머클 루트 (RFC 6962)",
    head: (lane, sequence) => `기표 레인 ${lane}, 블록 ${sequence}`,
    keyId: "서명 키",
    attached: "서명된 내역서가 이 문서에 statement.json 파일로 첨부되어 있습니다.",
    page: (page, pages) => `${pages}쪽 중 ${page}쪽`,
    kinds: {
      REVENUE_SHARE: "수익 배분",
      PERCENTAGE_FEE: "정률 수수료",
      PRINCIPAL: "원금",
      PER_ITEM_FEE: "건당 수수료",
      FIXED_FEE: "고정 수수료",
      MINIMUM_GUARANTEE: "미니멈 개런티",
      CAP: "상한",
      ROLLING_RESERVE: "유보금",
      RESERVE_RELEASE: "유보금 해제",
      VAT: "부가가치세",
      WITHHOLDING: "원천징수세",
      SERVICE_CREDIT: "서비스 수준 보상",
    },
    names: {
      stakes: "이용액",
      payouts: "지급액",
      fee: "수수료",
      cap: "상한",
      guaranteed: "보장액",
      released: "해제액",
      reserve: "유보액",
      withholding: "원천징수",
      credit: "보상액",
      "to be earned back": "회수 대상액",
      "given before": "앞서 지급된 금액",
      "VAT on top": "별도 부가가치세",
      "VAT contained": "포함된 부가가치세",
      "earlier in the period": "기간 내 이전 버전",
      "earlier in the quarter": "분기 내 이전 기간",
    },
    directions: { IN: "입금", OUT: "출금", NONE: "방향 없음" },
    roundings: { HALF_EVEN: "오사오입", HALF_UP: "반올림", DOWN: "절사" },
    rounded: "끝수 처리",
    roundedLines: (count) => `거래 ${count}건을 건별로 끝수 처리`,
    atMost: "한도",
    inCount: (count) => `${count}건`,
    worth: "환산",
    tier: (from, to) => (to === null ? `${from} 이상` : `${from} 이상 ${to} 미만`),
    less: (name) => `앞서 정산된 부분 차감 (${name})`,
    brought: (clause) => `${clause} 조항의 결과`,
  },
};
